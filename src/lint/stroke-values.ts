import { uniformScale } from '../svg/matrix.ts';
import { hasCorner } from './corners.ts';
import { outlineOf } from './outline.ts';
import { lengthInUnits, type Shape } from './shapes.ts';

const CAPS: ReadonlySet<string> = new Set(['butt', 'round', 'square']);
const JOINS: ReadonlySet<string> = new Set(['miter', 'round', 'bevel']);

/** Painted width of a line in px, with all scaling; `undefined` if it depends on the page. */
export function widthOf({ style, attributes, matrix }: Shape): number | undefined {
  const scale = matrix && uniformScale(matrix);
  const keepsWidth = attributes['vector-effect'] === 'non-scaling-stroke';
  if (scale === undefined || keepsWidth) return undefined;
  const width = lengthInUnits(style['stroke-width']) * scale;
  return Number.isFinite(width) ? Number(width.toFixed(3)) : undefined;
}

/** Cap of a line; `undefined` if it has no ends. */
export function capOf(shape: Shape): string | undefined {
  const cap = shape.style['stroke-linecap'];
  if (!CAPS.has(cap)) return undefined;
  const hasEnds = outlineOf(shape).some(({ isClosed, segments, start }) => {
    const end = segments.at(-1)?.to;
    const gap = end && Math.hypot(end[0] - start[0], end[1] - start[1]);
    return !isClosed && gap !== undefined && gap > 0;
  });
  return hasEnds || shape.style['stroke-dasharray'] !== 'none' ? cap : undefined;
}

/** Join of a line; `undefined` if it has no corners. */
export function joinOf(shape: Shape): string | undefined {
  const join = shape.style['stroke-linejoin'];
  return JOINS.has(join) && hasCorner(outlineOf(shape)) ? join : undefined;
}
