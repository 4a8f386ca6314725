import { type Diagnostic, diagnose } from '../core/diagnostics.ts';

/** Hints for a symbol that may not stand in a sprite, by where it comes from. */
const REMEDIES = {
  made: 'This is a bug in iconloom; report it, with the file. Until then, leave the file out or export it anew.',
  shard: 'Build the shard again, and find out who changed its file since it was written.',
};

/** Reports a symbol that may not stand in a sprite. */
export function unsafeSymbol(
  file: string,
  reason: string,
  from: keyof typeof REMEDIES,
): Diagnostic {
  return diagnose('unsafe-symbol', { file, args: { reason, remedy: REMEDIES[from] } });
}
