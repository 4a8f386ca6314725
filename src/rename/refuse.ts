import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

/**
 * Throws the reason why an icon cannot be renamed.
 *
 * @param what the start of the sentence: `'menu' cannot be renamed`
 * @param reason its end
 * @throws {BuildError}
 */
export function refuse(
  what: string,
  reason: string,
  fix: string,
  { file = 'command line', suggestion = '' }: { file?: string; suggestion?: string } = {},
): never {
  throw new BuildError([
    diagnose('rename-refused', { file, args: { what, reason, fix, suggestion } }),
  ]);
}
