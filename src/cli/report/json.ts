import type { BuildResult } from '../../build.ts';
import { type Diagnostic, isError } from '../../core/diagnostics.ts';
import type { BeforeAndAfter } from './sizes.ts';

/** What the summary tells besides the result. */
export interface Summary {
  readonly sizes: BeforeAndAfter;
  readonly seconds: number;
  readonly dryRun: boolean;
}

/** A build as one JSON object on one line. */
export function jsonResult(result: BuildResult, { sizes, seconds, dryRun }: Summary): string {
  const { icons, sprites, changes, diagnostics } = result;
  return line({
    ok: !diagnostics.some(isError),
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
export function jsonFailure(diagnostics: readonly Diagnostic[]): string {
  return line({ ok: false, diagnostics });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
