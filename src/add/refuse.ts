import { diagnose, type TableCode } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

/** Ends the work on one word of the call; what the others have to tell is told with it. */
export function refuse(
  code: TableCode,
  args: Readonly<Record<string, string>>,
  file = 'command line',
): never {
  throw new BuildError([diagnose(code, { file, args })]);
}
