import { type Matrix, matrixFromTransform } from '../../../svg/matrix.ts';
import { matchOutlines } from './match-outlines.ts';
import { lineTo, type Outline } from './outline.ts';
import { numberOf, type PaintStyle } from './paint-style.ts';
import { pathOutlines } from './path-outlines.ts';
import { type ReferenceNode, targetOf } from './reference-node.ts';

export type ReferenceTargets = ReadonlyMap<string, ReferenceNode>;

/** Distance within which coordinates are the same number, in another spelling. */
const SAME = 1e-9;
/** Largest number of path data in a reference. */
const MAX_VALUE = 1e5;

/** Attributes that give coordinates another scale, and kinds of elements that blur. */
const SCALING = /^(?:clipPathUnits|maskContentUnits|primitiveUnits|viewBox)$/;

/**
 * Compares what two pictures refer to: the same elements with the same attributes. Only path data
 * may be written in another way and rounded. Ids may differ.
 */
export class ReferenceMatcher {
  private readonly before: ReferenceTargets;
  private readonly after: ReferenceTargets;
  private readonly distance: number;
  private depth = 0;

  constructor(before: ReferenceTargets, after: ReferenceTargets, distance: number) {
    this.before = before;
    this.after = after;
    this.distance = distance;
  }

  /**
   * Compares the elements that two values refer to.
   *
   * @param scale factor of the coordinates, at most; `undefined` if they must be the same
   */
  matchTargets(before: string, after: string, scale: number | undefined): boolean {
    const [a, b] = [targetOf(before), targetOf(after)];
    const [from, to] = [this.before.get(a ?? ''), this.after.get(b ?? '')];
    if (!from || !to) return false;
    const isGradient = from.name.endsWith('Gradient');
    if (!isGradient && !isSameContext(from.context, to.context)) return false;
    const hasStroke = !isGradient && from.context.stroke !== 'none';
    return this.matchNodes(from, to, hasStroke ? undefined : scale);
  }

  /** @param scale `undefined` if coordinates must be the same */
  matchNodes(a: ReferenceNode, b: ReferenceNode, scale: number | undefined): boolean {
    // References can form cycles.
    if (this.depth > MAX_DEPTH) return false;
    if (a.name !== b.name || a.children.length !== b.children.length) return false;
    if (a.attributes.size !== b.attributes.size) return false;
    const own = scaleOf(a, scale);
    for (const [name, value] of a.attributes) {
      const other = b.attributes.get(name);
      if (other === undefined || !this.matchValues(name, value, other, own)) return false;
    }
    return a.children.every((child, at) =>
      this.matchNodes(child, b.children[at] as ReferenceNode, own),
    );
  }

  private matchValues(name: string, a: string, b: string, scale: number | undefined): boolean {
    if (name === 'href' || a.startsWith('url(')) {
      this.depth += 1;
      const isSame = this.matchTargets(a, b, scale);
      this.depth -= 1;
      return isSame;
    }
    if (a.includes('url(')) return false;
    if (a === b) return true;
    if (name === 'd') return this.matchPaths(a, b, scale);
    if (/transform$/i.test(name)) return isSameTransform(a, b);
    return isSameNumber(a, b);
  }

  private matchPaths(a: string, b: string, scale: number | undefined): boolean {
    const coordinates = { matrix: [1, 0, 0, 1, 0, 0], maxValue: MAX_VALUE } as const;
    const [from, to] = [pathOutlines(a, coordinates), pathOutlines(b, coordinates)];
    if (!from || !to || from.length !== to.length) return false;
    const isFilled = scale !== undefined;
    const limit = Math.max(isFilled ? this.distance / scale : 0, SAME);
    return from.every((outline, at) => {
      const other = to[at] as Outline;
      if (isFilled) return matchOutlines(closed(outline), closed(other), limit);
      const isAlike =
        outline.isClosed === other.isClosed && outline.segments.length === other.segments.length;
      return isAlike && matchOutlines(outline, other, limit);
    });
  }
}

/** Deepest chain of references. */
const MAX_DEPTH = 5;

function closed(outline: Outline): Outline {
  const { x, y, segments } = outline;
  return { ...outline, segments: [...segments, lineTo(x, y)] };
}

/** Factor of coordinates in an element; `undefined` if they must be the same. */
function scaleOf(
  { name, attributes }: ReferenceNode,
  scale: number | undefined,
): number | undefined {
  if (scale === undefined || name === 'filter') return undefined;
  if ((attributes.get('stroke') ?? 'none') !== 'none') return undefined;
  for (const attribute of attributes.keys()) if (SCALING.test(attribute)) return undefined;
  const transform = attributes.get('transform');
  const matrix = transform === undefined ? undefined : matrixFromTransform(transform);
  if (transform !== undefined && !matrix) return undefined;
  return matrix ? scale * stretchOf(matrix) : scale;
}

/** Upper bound of the factor by which a transform stretches; at least 1. */
export function stretchOf([a, b, c, d]: Matrix): number {
  return Math.max(1, Math.hypot(a, b, c, d));
}

export function isSameContext(a: PaintStyle, b: PaintStyle): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Checks whether two transforms are the same, in any spelling. */
function isSameTransform(a: string, b: string): boolean {
  const [from, to] = [matrixFromTransform(a), matrixFromTransform(b)];
  return from !== undefined && to !== undefined && isSameMatrix(from, to);
}

export function isSameMatrix(a: Matrix, b: Matrix): boolean {
  return a.every((value, at) => {
    const other = b[at] as number;
    return Math.abs(value - other) <= SAME * Math.max(1, Math.abs(value));
  });
}

function isSameNumber(a: string, b: string): boolean {
  const [from, to] = [a, b].map((value) =>
    value.endsWith('%') ? numberOf(value.slice(0, -1)) / 100 : numberOf(value),
  );
  return a.endsWith('%') === b.endsWith('%') && Math.abs((from as number) - (to as number)) < SAME;
}
