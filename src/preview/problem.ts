import type { Diagnostic } from '../core/diagnostics.ts';
import type { Problem } from '../core/preview.ts';

export function asProblem({ picture, ...told }: Diagnostic): Problem {
  if (!picture) return told;
  return { ...told, picture: `data:image/png;base64,${Buffer.from(picture).toString('base64')}` };
}
