import type { BuildResult } from '../../build.ts';
import type { ShownDiagnostic } from './pictures.ts';
import type { BeforeAndAfter } from './sizes.ts';

/** What the summary tells besides the result. */
export interface Summary {
  readonly sizes: BeforeAndAfter;
  readonly seconds: number;
  readonly dryRun: boolean;
}

/** A build as one JSON object on one line. */
export function jsonResult(
  result: BuildResult,
  diagnostics: readonly ShownDiagnostic[],
  { sizes, seconds, dryRun }: Summary,
): string {
  const { icons, sprites, changes } = result;
  return line({
    ok: !diagnostics.some(({ severity }) => severity === 'error'),
    dryRun,
    icons: icons.length,
    sprites: sprites.map(({ name, file, icons: members }) => ({
      name,
      file,
      icons: members.length,
    })),
    bytes: sizes,
    files: changes,
    seconds: Number(seconds.toFixed(3)),
    diagnostics,
  });
}

/** A build that wrote nothing, as one JSON object on one line. */
export function jsonFailure(diagnostics: readonly ShownDiagnostic[]): string {
  return line({ ok: false, diagnostics });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
