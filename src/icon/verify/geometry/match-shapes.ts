import { type Matrix, uniformScale } from '../../../svg/matrix.ts';
import { matchCorners } from './match-corners.ts';
import { matchOutlines } from './match-outlines.ts';
import {
  isSameContext,
  isSameMatrix,
  ReferenceMatcher,
  type ReferenceTargets,
  stretchOf,
} from './match-references.ts';
import { lineTo, type Outline } from './outline.ts';
import { isFilled, isStroked, type PaintedLayer, type PaintedShape } from './painted-shapes.ts';
import { areSeparate, extentsOf } from './separate-outlines.ts';

/** Largest change of an opacity that rounding explains: an eighth of a level of 255. */
const OPACITY_ROUNDING = 0.0006;

/** Tolerances of a match. */
export interface MatchLimits {
  /** In units of the root. */
  readonly distance: number;
  /** Paint of `currentColor`. */
  readonly currentColor: readonly [before: string, after: string];
}

/** Shapes of a picture, and what they refer to. */
export interface ComparedShapes {
  readonly shapes: readonly PaintedShape[];
  readonly targets: ReferenceTargets;
}

interface MatchContext extends MatchLimits {
  readonly references: ReferenceMatcher;
  /** Layers that match, in both directions. */
  readonly layers: Map<PaintedLayer, PaintedLayer>;
}

/**
 * Matches the shapes of a picture, in painting order. A shape of `after` may consist of several of
 * `before` if that makes no difference.
 */
export function matchShapes(
  { shapes: before, targets }: ComparedShapes,
  { shapes: after, targets: otherTargets }: ComparedShapes,
  matchLimits: MatchLimits,
): boolean {
  const references = new ReferenceMatcher(targets, otherTargets, matchLimits.distance);
  const limits = { ...matchLimits, references, layers: new Map() };
  let next = 0;
  for (const shape of after) {
    const parts: PaintedShape[] = [];
    let count = 0;
    if (shape.use) {
      const part = before[next];
      if (!part || !matchUses(part, shape, limits)) return false;
      next += 1;
    }
    while (count < shape.outlines.length) {
      const part = before[next];
      if (!part || part.use || !matchStyles(part, shape, limits)) return false;
      if (!matchLayers(part, shape, limits)) return false;
      parts.push(part);
      count += part.outlines.length;
      next += 1;
    }
    if (count > shape.outlines.length || !matchParts(parts, shape, limits)) return false;
    if (parts.length > 1 && !canBeMerged(parts, limits)) return false;
  }
  return next === before.length;
}

function matchParts(
  parts: readonly PaintedShape[],
  { outlines, style, matrix, layers }: PaintedShape,
  { distance }: MatchLimits,
): boolean {
  const hasStroke = isStroked(style);
  const { strokeWidth, lineCap, lineJoin, miterLimit, dashes } = style;
  const isRound = lineCap === 'round' && lineJoin === 'round';
  const scale = hasStroke ? uniformScale(matrix) : 1;
  // Ellipses in place of disks, whose corners have no simple rule.
  if (scale === undefined && !isRound) return false;
  const halfWidth = (strokeWidth * (scale ?? 1)) / 2;
  // Filters can turn any change into a visible one.
  const isFiltered = layers.some(({ kind }) => kind === 'filter');
  const limit = distance * (isFiltered ? FILTERED : hasStroke && dashes.length > 0 ? DASHED : 1);
  let at = 0;
  for (const part of parts) {
    for (const outline of part.outlines) {
      const [a, b] = [outline, outlines[at] as Outline].map((each) =>
        withClosingLine(each, hasStroke, limit),
      ) as [Outline, Outline];
      at += 1;
      if (hasStroke && isPoint(a) !== isPoint(b)) return false;
      if (hasStroke && dashes.length > 0 && !isSameWay(a, b)) return false;
      if (!matchOutlines(a, b, limit)) return false;
      if (hasStroke && !matchCorners(a, b, { halfWidth, lineCap, lineJoin, miterLimit }, limit))
        return false;
    }
  }
  return true;
}

/** Compares two `<use>` elements. Their content inherits all properties. */
function matchUses(a: PaintedShape, b: PaintedShape, context: MatchContext): boolean {
  return (
    a.use !== undefined &&
    b.use !== undefined &&
    a.opacity === b.opacity &&
    isSameColor(context) &&
    isSameMatrix(a.matrix, b.matrix) &&
    isSameContext(a.style, b.style) &&
    matchLayers(a, b, context) &&
    // Only its reference and its position: the rest is resolved.
    ['x', 'y', 'width', 'height'].every(
      (name) => a.use?.attributes.get(name) === b.use?.attributes.get(name),
    ) &&
    context.references.matchTargets(
      a.use.attributes.get('href') ?? '',
      b.use.attributes.get('href') ?? '',
      isStroked(a.style) ? undefined : stretchOf(a.matrix),
    )
  );
}

/** Compares layers, which must be around the same shapes in both pictures. */
function matchLayers(a: PaintedShape, b: PaintedShape, context: MatchContext): boolean {
  if (a.layers.length !== b.layers.length) return false;
  return a.layers.every((layer, at) => matchLayer(layer, b.layers[at] as PaintedLayer, context));
}

function matchLayer(a: PaintedLayer, b: PaintedLayer, context: MatchContext): boolean {
  const { layers, references } = context;
  if (layers.has(a) || layers.has(b)) return layers.get(a) === b && layers.get(b) === a;
  if (a.kind !== b.kind || !isSameColor(context)) return false;
  const isSame =
    a.kind === 'opacity'
      ? a.value === b.value
      : isSameMatrix(a.matrix, b.matrix) &&
        references.matchTargets(a.value, b.value, stretchOf(a.matrix));
  if (!isSame) return false;
  layers.set(a, b).set(b, a);
  return true;
}

function isSameColor({ currentColor: [before, after] }: MatchContext): boolean {
  return before === after;
}

/** Dashes add up the lengths of all segments before them. */
const DASHED = 0.01;
const FILTERED = 1e-6;

/** Checks whether a dash pattern runs along both in the same way. */
function isSameWay(a: Outline, b: Outline): boolean {
  return a.segments.length === b.segments.length && a.isClosed === b.isClosed;
}

/** Checks whether an outline has no length, so that only its caps are painted. */
function isPoint({ x, y, segments }: Outline): boolean {
  return segments.every(
    (each) =>
      !each.arc &&
      Math.abs(each.x - x) + Math.abs(each.y - y) < 1e-9 &&
      Math.abs(each.x1 - x) + Math.abs(each.y1 - y) < 1e-9 &&
      Math.abs(each.x2 - x) + Math.abs(each.y2 - y) < 1e-9,
  );
}

/** Writes the line that closes an outline, also one that only its fill closes. */
function withClosingLine(outline: Outline, hasStroke: boolean, limit: number): Outline {
  const { x, y, segments, isClosed } = outline;
  if (hasStroke && !isClosed) return outline;
  const last = segments.at(-1);
  // Sums of relative coordinates are not exact.
  if (!last || Math.hypot(last.x - x, last.y - y) < limit * 1e-3) return outline;
  return { ...outline, segments: [...segments, lineTo(x, y)] };
}

/** Checks whether two shapes are painted in the same way. */
function matchStyles(
  { style: a, opacity, matrix }: PaintedShape,
  { style: b, opacity: otherOpacity, matrix: other }: PaintedShape,
  context: MatchContext,
): boolean {
  const { distance } = context;
  const [colorBefore, colorAfter] = context.currentColor;
  const isSamePaint = (from: string, to: string) => {
    if (from.startsWith('url(')) return matchPaints(from, to, matrix, other, context);
    const before = from === 'currentColor' ? colorBefore : from;
    return before === (to === 'currentColor' ? colorAfter : to);
  };
  if (Math.abs(opacity - otherOpacity) > OPACITY_ROUNDING) return false;
  const hasFill = isFilled(a);
  if (hasFill !== isFilled(b)) return false;
  if (hasFill) {
    if (!isSamePaint(a.fill, b.fill)) return false;
    if (a.fillRule !== b.fillRule) return false;
    if (Math.abs(a.fillOpacity - b.fillOpacity) > OPACITY_ROUNDING) return false;
  }
  const hasStroke = isStroked(a);
  if (hasStroke !== isStroked(b)) return false;
  if (!hasStroke) return true;
  if (!isSamePaint(a.stroke, b.stroke)) return false;
  if (Math.abs(a.strokeOpacity - b.strokeOpacity) > OPACITY_ROUNDING) return false;
  if (a.lineCap !== b.lineCap || a.lineJoin !== b.lineJoin) return false;
  if (a.lineJoin === 'miter' && a.miterLimit !== b.miterLimit) return false;
  const [scale, otherScale] = [uniformScale(matrix), uniformScale(other)];
  if (scale === undefined || otherScale === undefined) {
    if (a.strokeWidth !== b.strokeWidth || !isSameShape(matrix, other)) return false;
  } else if (Math.abs(a.strokeWidth * scale - b.strokeWidth * otherScale) > distance) return false;
  return matchDashes(
    [a.dashes, a.dashOffset, scale ?? 1],
    [b.dashes, b.dashOffset, otherScale ?? 1],
    distance,
  );
}

/** Compares two gradients. */
function matchPaints(
  a: string,
  b: string,
  matrix: Matrix,
  other: Matrix,
  context: MatchContext,
): boolean {
  return (
    isSameColor(context) &&
    isSameMatrix(matrix, other) &&
    context.references.matchTargets(a, b, stretchOf(matrix))
  );
}

/** Checks whether two transforms differ at most by a translation. */
function isSameShape(a: Matrix, b: Matrix): boolean {
  return [0, 1, 2, 3].every((at) => Math.abs((a[at] as number) - (b[at] as number)) < 1e-9);
}

type DashPattern = readonly [dashes: readonly number[], offset: number, scale: number];

function matchDashes(
  [dashes, offset, scale]: DashPattern,
  [otherDashes, otherOffset, otherScale]: DashPattern,
  distance: number,
): boolean {
  if (dashes.length !== otherDashes.length) return false;
  if (dashes.length === 0) return true;
  const isClose = (a: number, b: number) =>
    Math.abs(a * scale - b * otherScale) <= distance * DASHED;
  return (
    isClose(offset, otherOffset) &&
    dashes.every((dash, index) => isClose(dash, otherDashes[index] as number))
  );
}

/** Most pairs of outlines that are checked for a gap. */
const MAX_PAIRS = 4000;

/**
 * Checks whether shapes of the same style look the same as one shape. Opaque strokes of one color
 * do wherever they are. Fills need a gap between them, since an area that two enclose can become a
 * hole, and so do translucent strokes, since it would get lighter.
 */
function canBeMerged(parts: readonly PaintedShape[], { distance }: MatchLimits): boolean {
  const { style, opacity, matrix } = parts[0] as PaintedShape;
  // The box of a gradient or a filter grows.
  if (parts.some(({ layers }) => layers.some(({ kind }) => kind === 'filter'))) return false;
  if (style.fill.startsWith('url(') || style.stroke.startsWith('url(')) return false;
  const hasStroke = isStroked(style);
  if (hasStroke && style.dashes.length > 0) return false;
  if (!isFilled(style) && opacity === 1 && style.strokeOpacity === 1) return true;
  const scale = hasStroke ? uniformScale(matrix) : 0;
  if (scale === undefined) return false;
  const reach = style.lineJoin === 'miter' ? Math.max(style.miterLimit, Math.SQRT2) : Math.SQRT2;
  const margin = (style.strokeWidth * scale * reach) / 2 + distance;
  const extents = parts.map(({ outlines }) => outlines.map((each) => extentsOf(each, margin)));
  let pairs = 0;
  for (const [index, own] of extents.entries()) {
    for (const others of extents.slice(index + 1)) {
      pairs += own.length * others.length;
      if (pairs > MAX_PAIRS) return false;
      if (!own.every((a) => others.every((b) => areSeparate(a, b)))) return false;
    }
  }
  return true;
}
