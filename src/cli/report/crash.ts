import { clean } from './clean.ts';

/** Tells of a mistake of ours: what the user needs for a report, without blaming their icons. */
export function reportCrash(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `iconloom failed; this is a mistake in iconloom, not in your icons.\n${text.split('\n').map(clean).join('\n')}\n` +
      '  fix: please report it with the text above and, if you can, the icons.\n',
  );
}
