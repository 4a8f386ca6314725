import { isIdentity } from '../svg/matrix.ts';
import { renderPixels } from './coverage.ts';
import { applyEdits } from './edits.ts';
import { boundsOf, outlineOf, type ShapeBounds } from './outline.ts';
import { paintsOf, rgbaOf, type ShapePaints } from './paint.ts';
import { lengthInUnits, type Shape } from './shapes.ts';
import type { LintSource } from './types.ts';

/** Side of the compared pictures, in px. */
const SIDE = 256;
/** Most shapes that are tested for one file; each needs a picture. */
const MAX_CANDIDATES = 12;
/** Most shapes of an icon; files with more are illustrations and are skipped. */
const MAX_SHAPES = 200;
/** Largest difference in a color channel that is not visible. */
const MAX_INVISIBLE_STEP = 2;

/**
 * Finds shapes that others hide: the picture is the same without them. Removes shapes that lie
 * within another, one by one, and compares the pictures.
 */
export async function hiddenShapes(
  source: LintSource,
  shapes: readonly Shape[],
): Promise<readonly Shape[]> {
  if (shapes.length > MAX_SHAPES || shapes.length < 2) return [];
  const twins = findTwins(shapes);
  const others = shapes.filter((shape) => !twins.has(shape));
  const candidates = findCandidates(others).slice(0, MAX_CANDIDATES);
  if (candidates.length === 0) return [...twins];
  const fullPicture = await renderValues(source.svg, source);
  const hidden: Shape[] = [...twins];
  for (const candidate of candidates) {
    const { start, end } = candidate.element;
    const without = await renderValues(applyEdits(source.svg, [{ start, end, text: '' }]), source);
    if (fullPicture && without && isSame(fullPicture, without)) hidden.push(candidate);
  }
  return hidden;
}

/**
 * Finds shapes that are drawn a second time at the same place. Comparing pictures does not find
 * them, since antialiased edges get darker.
 */
function findTwins(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const knownKeys = new Set<string>();
  return new Set(
    shapes.filter((shape) => {
      const { element, matrix, style, attributes, isReferenced } = shape;
      const paints = paintsOf(shape);
      const opacities = [style['fill-opacity'], style['stroke-opacity'], attributes.opacity ?? '1'];
      const isSolid = opacities.every((opacity) => Number.parseFloat(opacity) === 1);
      if (isReferenced || !matrix || !isSolid || !isOpaquePaint(paints.fill)) return false;
      if (!isOpaquePaint(paints.stroke) || shape.isAltered) return false;
      const key = JSON.stringify([element.name, matrix, style, attributes]);
      return knownKeys.size === knownKeys.add(key).size;
    }),
  );
}

function isOpaquePaint(paint: string | undefined): boolean {
  return paint === undefined || /^currentcolor$/i.test(paint) || rgbaOf(paint)?.[3] === 255;
}

async function renderValues(svg: string, { icon }: LintSource): Promise<Uint8Array | undefined> {
  const isWide = icon.facts.width >= icon.facts.height;
  const pixels = await renderPixels(svg, SIDE, isWide).catch(() => undefined);
  return pixels?.values;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === other.length &&
    one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= MAX_INVISIBLE_STEP)
  );
}

interface PlacedShape {
  readonly shape: Shape;
  readonly bounds: ShapeBounds;
  readonly paints: ShapePaints;
}

/** Shapes that lie within a filled shape above them, or within one of the same color below. */
function findCandidates(shapes: readonly Shape[]): readonly Shape[] {
  const placedShapes = shapes.flatMap((shape): PlacedShape[] => {
    const paints = paintsOf(shape);
    const bounds = shape.matrix && boundsOf(outlineOf(shape), shape.matrix);
    const isPlain = !shape.isReferenced && !shape.isAltered;
    if (!bounds || !isPlain || (paints.fill ?? paints.stroke) === undefined) return [];
    return [{ shape, bounds: expandBounds(bounds, shape, paints), paints }];
  });
  return placedShapes
    .filter((one, index) =>
      placedShapes.some(
        (other, at) =>
          other !== one &&
          isOpaque(other) &&
          isWithin(one.bounds, other.bounds) &&
          (at > index || isSameColor(one, other)),
      ),
    )
    .map(({ shape }) => shape);
}

function expandBounds(
  { left, top, right, bottom }: ShapeBounds,
  shape: Shape,
  { stroke }: ShapePaints,
): ShapeBounds {
  const halfStroke = stroke === undefined ? 0 : lengthInUnits(shape.style['stroke-width']) / 2;
  const isPlain = shape.matrix && isIdentity(shape.matrix);
  const strokeMargin = isPlain && Number.isFinite(halfStroke) ? halfStroke : 0;
  return {
    left: left - strokeMargin,
    top: top - strokeMargin,
    right: right + strokeMargin,
    bottom: bottom + strokeMargin,
  };
}

function isOpaque({ shape, paints: { fill } }: PlacedShape): boolean {
  if (fill === undefined || Number.parseFloat(shape.style['fill-opacity']) < 1) return false;
  return isOpaquePaint(fill);
}

function isSameColor({ paints: one }: PlacedShape, { paints: other }: PlacedShape): boolean {
  const colors = [one.fill, one.stroke].filter((color) => color !== undefined);
  return colors.every((color) => color === other.fill);
}

const ROUNDING = 0.01;

function isWithin(inner: ShapeBounds, outer: ShapeBounds): boolean {
  return (
    inner.left >= outer.left - ROUNDING &&
    inner.top >= outer.top - ROUNDING &&
    inner.right <= outer.right + ROUNDING &&
    inner.bottom <= outer.bottom + ROUNDING
  );
}
