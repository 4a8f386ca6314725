import { isIdentity } from '../svg/matrix.ts';
import { pixelsOf } from './coverage.ts';
import { applyEdits } from './edits.ts';
import { type Bounds, boundsOf, outlineOf } from './outline.ts';
import { type Paints, paintsOf, rgbaOf } from './paint.ts';
import { lengthOf, type Shape } from './shapes.ts';
import type { Drawing } from './types.ts';

/** Side of the compared pictures, in px. */
const SIDE = 256;
/** Most shapes that are tested for one file; each needs a picture. */
const MOST = 12;
/** Most shapes of an icon; files with more are illustrations and are skipped. */
const MOST_SHAPES = 200;
/** Largest difference in a color channel that is not visible. */
const UNSEEN = 2;

/**
 * Finds shapes that others hide: the picture is the same without them. Removes shapes that lie
 * within another, one by one, and compares the pictures.
 */
export async function hiddenShapes(
  drawing: Drawing,
  shapes: readonly Shape[],
): Promise<readonly Shape[]> {
  if (shapes.length > MOST_SHAPES || shapes.length < 2) return [];
  const twins = twinsOf(shapes);
  const others = shapes.filter((shape) => !twins.has(shape));
  const candidates = candidatesOf(others).slice(0, MOST);
  if (candidates.length === 0) return [...twins];
  const whole = await picture(drawing.svg, drawing);
  const hidden: Shape[] = [...twins];
  for (const candidate of candidates) {
    const { start, end } = candidate.element;
    const without = await picture(applyEdits(drawing.svg, [{ start, end, text: '' }]), drawing);
    if (whole && without && isSame(whole, without)) hidden.push(candidate);
  }
  return hidden;
}

/**
 * Finds shapes that are drawn a second time at the same place. Comparing pictures does not find
 * them, since antialiased edges get darker.
 */
function twinsOf(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const seen = new Set<string>();
  return new Set(
    shapes.filter((shape) => {
      const { element, matrix, look, attributes, isReferenced } = shape;
      const paints = paintsOf(shape);
      const opacities = [look['fill-opacity'], look['stroke-opacity'], attributes.opacity ?? '1'];
      const isSolid = opacities.every((opacity) => Number.parseFloat(opacity) === 1);
      if (isReferenced || !matrix || !isSolid || !isOpaquePaint(paints.fill)) return false;
      if (!isOpaquePaint(paints.stroke) || shape.isAltered) return false;
      const key = JSON.stringify([element.name, matrix, look, attributes]);
      return seen.size === seen.add(key).size;
    }),
  );
}

function isOpaquePaint(paint: string | undefined): boolean {
  return paint === undefined || /^currentcolor$/i.test(paint) || rgbaOf(paint)?.[3] === 255;
}

async function picture(svg: string, { icon }: Drawing): Promise<Uint8Array | undefined> {
  const isWide = icon.facts.width >= icon.facts.height;
  const pixels = await pixelsOf(svg, SIDE, isWide).catch(() => undefined);
  return pixels?.values;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === other.length &&
    one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= UNSEEN)
  );
}

interface Placed {
  readonly shape: Shape;
  readonly bounds: Bounds;
  readonly paints: Paints;
}

/** Shapes that lie within a filled shape above them, or within one of the same color below. */
function candidatesOf(shapes: readonly Shape[]): readonly Shape[] {
  const placed = shapes.flatMap((shape): Placed[] => {
    const paints = paintsOf(shape);
    const bounds = shape.matrix && boundsOf(outlineOf(shape), shape.matrix);
    const isPlain = !shape.isReferenced && !shape.isAltered;
    if (!bounds || !isPlain || (paints.fill ?? paints.stroke) === undefined) return [];
    return [{ shape, bounds: widened(bounds, shape, paints), paints }];
  });
  return placed
    .filter((one, index) =>
      placed.some(
        (other, at) =>
          other !== one &&
          isOpaque(other) &&
          isWithin(one.bounds, other.bounds) &&
          (at > index || isOneColor(one, other)),
      ),
    )
    .map(({ shape }) => shape);
}

function widened({ left, top, right, bottom }: Bounds, shape: Shape, { stroke }: Paints): Bounds {
  const around = stroke === undefined ? 0 : lengthOf(shape.look['stroke-width']) / 2;
  const isPlain = shape.matrix && isIdentity(shape.matrix);
  const by = isPlain && Number.isFinite(around) ? around : 0;
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function isOpaque({ shape, paints: { fill } }: Placed): boolean {
  if (fill === undefined || Number.parseFloat(shape.look['fill-opacity']) < 1) return false;
  return isOpaquePaint(fill);
}

function isOneColor({ paints: one }: Placed, { paints: other }: Placed): boolean {
  const colors = [one.fill, one.stroke].filter((color) => color !== undefined);
  return colors.every((color) => color === other.fill);
}

const ROUNDING = 0.01;

function isWithin(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.left >= outer.left - ROUNDING &&
    inner.top >= outer.top - ROUNDING &&
    inner.right <= outer.right + ROUNDING &&
    inner.bottom <= outer.bottom + ROUNDING
  );
}
