import { type Diagnostic, isUsageProblem } from './diagnostics.ts';
import { oneLine } from './one-line.ts';

/**
 * Error of a build that wrote nothing. Carries every problem that was found, warnings too.
 *
 * `code` is `ICONLOOM_USAGE` when the call or the configuration is wrong, else `ICONLOOM_ICONS`.
 */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  readonly code: 'ICONLOOM_USAGE' | 'ICONLOOM_ICONS';
  readonly diagnostics: readonly Diagnostic[];
  /** True if `keepGoing` would build the other icons. */
  readonly canKeepGoing: boolean;

  constructor(
    diagnostics: readonly Diagnostic[],
    { canKeepGoing = false }: { readonly canKeepGoing?: boolean } = {},
  ) {
    super(diagnostics.map(({ file, message }) => oneLine(`${file}: ${message}`)).join('\n'));
    this.diagnostics = diagnostics;
    this.canKeepGoing = canKeepGoing;
    this.code = diagnostics.some(isUsageProblem) ? 'ICONLOOM_USAGE' : 'ICONLOOM_ICONS';
  }
}
