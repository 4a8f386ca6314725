import { createColors } from 'picocolors';

/**
 * Checks whether output is colored. Decided here because picocolors takes our flag --color for its
 * own, and colors everything in CI, also output that a script reads.
 */
function hasColors(): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  // It is missing, not false, without a terminal.
  return !NO_COLOR && process.stderr.isTTY === true && process.stdout.isTTY === true;
}

/** Colors of all reports on the terminal. */
export const pc: ReturnType<typeof createColors> = createColors(hasColors());
