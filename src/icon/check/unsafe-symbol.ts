import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';

/** Hints for a symbol that is not allowed in a sprite, by its origin. */
const REMEDIES = {
  made: 'This is a bug in iconloom. Report it with the file; until it is fixed, exclude the file or export it again.',
  shard: 'Build the shard again, and find out what changed its file after it was written.',
};

/** Reports a symbol that is not allowed in a sprite. */
export function unsafeSymbol(
  file: string,
  reason: string,
  origin: keyof typeof REMEDIES,
): Diagnostic {
  return diagnose('unsafe-symbol', { file, args: { reason, remedy: REMEDIES[origin] } });
}
