import type { Diagnostic } from '../core/diagnostics.ts';
import { oneLine } from '../core/one-line.ts';
import type { PreviewProblem } from './api.ts';

/** A problem as a page shows it. */
export function toProblem({ picture, ...problem }: Diagnostic): PreviewProblem {
  const { file, message, hint } = problem;
  const shown = {
    ...problem,
    file: oneLine(file),
    message: oneLine(message),
    hint: oneLine(hint),
  };
  if (!picture) return shown;
  return { ...shown, picture: `data:image/png;base64,${Buffer.from(picture).toString('base64')}` };
}
