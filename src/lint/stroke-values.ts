import { uniformScale } from '../svg/matrix.ts';
import { hasCorner } from './corners.ts';
import { outlineOf } from './outline.ts';
import { lengthInUnits, type Shape } from './shapes.ts';

const CAPS: ReadonlySet<string> = new Set(['butt', 'round', 'square']);
const JOINS: ReadonlySet<string> = new Set(['miter', 'round', 'bevel']);

/** Path data of one straight line: it has ends. Reading an outline takes longer. */
const STRAIGHT = /^\s*[Mm][^A-Za-z]*[HhVv][^A-Za-z]*[1-9][^A-Za-z]*$/;
/** Path data with a corner between a horizontal and a vertical line. */
const RIGHT_ANGLE = /[Hh]-?\.?[1-9][\d.]*[Vv]-?\.?[1-9]|[Vv]-?\.?[1-9][\d.]*[Hh]-?\.?[1-9]/;

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
  if (isPathLike(shape, STRAIGHT)) return cap;
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
  if (!JOINS.has(join)) return undefined;
  return isPathLike(shape, RIGHT_ANGLE) || hasCorner(outlineOf(shape)) ? join : undefined;
}

function isPathLike({ element, attributes }: Shape, pattern: RegExp): boolean {
  return element.name === 'path' && pattern.test(attributes.d ?? '');
}
