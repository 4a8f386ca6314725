import type { Diagnostic } from '../../core/diagnostics.ts';

/** Line below the problems that names the command for more; only for terminals, which people read. */
export function explainHint(
  diagnostics: readonly Pick<Diagnostic, 'code' | 'severity'>[],
  stream: { readonly isTTY?: boolean },
): string {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  return first && stream.isTTY === true
    ? `Run "iconloom explain ${first.code}" for the cause and the fix.\n`
    : '';
}
