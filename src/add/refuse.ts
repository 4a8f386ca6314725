import { type DiagnosticArgs, diagnose, type TableCode } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

/** Throws a problem with one argument; the caller reports it with those of the others. */
export function refuse<Code extends TableCode>(
  code: Code,
  args: DiagnosticArgs<Code>,
  file = 'command line',
): never {
  throw new BuildError([diagnose(code, { file, args })]);
}
