import { escapeLine } from './escape-line.ts';

/** Prints a bug of iconloom with all that a bug report needs. */
export function reportCrash(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `iconloom crashed. This is a bug in iconloom, not in your icons.\n${text.split('\n').map(escapeLine).join('\n')}\n` +
      '  fix: Report it with the text above and, if possible, the icons.\n',
  );
}
