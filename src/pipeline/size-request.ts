import type { BuildSizes, BuildStats } from '../core/types.ts';

/**
 * Sizes to measure: `small` for a summary, unless compression would take a notable part of the
 * build's time; `all` always, and also those that only reports for machines have.
 */
export type SizeRequest = 'small' | 'all';

/** Size in bytes from which compression takes a notable part of a build's time. */
const LARGE_BYTES = 1_000_000;

/** Checks if a request needs sizes that are not saved. */
export function needsMeasuring(
  request: SizeRequest,
  { bytes }: BuildStats,
  saved: BuildSizes | undefined,
): boolean {
  if (request === 'all') return saved?.joined === undefined;
  return saved === undefined && bytes.before + bytes.after <= LARGE_BYTES;
}
