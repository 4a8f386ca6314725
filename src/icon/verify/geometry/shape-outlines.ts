import { parseNumberList } from '../../../svg/numbers.ts';
import { arcFromEnds } from './arc-center.ts';
import type { Outline } from './outline.ts';
import { type Coordinates, OutlineBuilder } from './outline-builder.ts';
import { lengthOf } from './paint-style.ts';
import { pathOutlines } from './path-outlines.ts';

/** Names of geometry attributes. */
export const GEOMETRY_ATTRIBUTES: ReadonlySet<string> = new Set(
  'd points x y width height rx ry cx cy r x1 y1 x2 y2 href xlink:href'.split(' '),
);

/** Elements that draw a shape. */
export const SHAPES: ReadonlySet<string> = new Set(
  'path rect circle ellipse line polyline polygon'.split(' '),
);

type ShapeAttributes = ReadonlyMap<string, string>;

/**
 * Outlines of a shape as an equivalent path, none if it is not drawn; `undefined` if it has other
 * units or an error. Source: SVG 2, 10.
 */
export function shapeOutlines(
  name: string,
  attributes: ShapeAttributes,
  coordinates: Coordinates,
): readonly Outline[] | undefined {
  switch (name) {
    case 'path':
      return pathOutlines(attributes.get('d') ?? '', coordinates);
    case 'polyline':
    case 'polygon':
      return polygonOutlines(attributes.get('points') ?? '', name === 'polygon', coordinates);
    case 'line':
      return lineOutlines(attributes, coordinates);
    case 'rect':
      return rectOutlines(attributes, coordinates);
    default:
      return ellipseOutlines(attributes, coordinates);
  }
}

/** Lengths of attributes; a missing one is 0. `undefined` if one is not a plain number. */
function lengthsOf(
  attributes: ShapeAttributes,
  names: readonly string[],
  { maxValue }: Coordinates,
): readonly number[] | undefined {
  const lengths = names.map((name) => {
    const value = attributes.get(name);
    return value === undefined ? 0 : lengthOf(value);
  });
  return lengths.every((length) => Math.abs(length) < maxValue) ? lengths : undefined;
}

function polygonOutlines(
  points: string,
  isClosed: boolean,
  coordinates: Coordinates,
): readonly Outline[] | undefined {
  const numbers = parseNumberList(points);
  if (!numbers || numbers.length % 2 === 1) return undefined;
  if (numbers.some((number) => Math.abs(number) >= coordinates.maxValue)) return undefined;
  const builder = new OutlineBuilder(coordinates.matrix);
  for (let at = 0; at < numbers.length; at += 2) {
    const [x, y] = [numbers[at] as number, numbers[at + 1] as number];
    if (at === 0) builder.move(x, y);
    else builder.line(x, y);
  }
  if (isClosed) builder.close();
  return builder.finish();
}

function lineOutlines(
  attributes: ShapeAttributes,
  coordinates: Coordinates,
): readonly Outline[] | undefined {
  const lengths = lengthsOf(attributes, ['x1', 'y1', 'x2', 'y2'], coordinates);
  if (!lengths) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = lengths;
  const builder = new OutlineBuilder(coordinates.matrix);
  builder.move(x1, y1);
  builder.line(x2, y2);
  return builder.finish();
}

function rectOutlines(
  attributes: ShapeAttributes,
  coordinates: Coordinates,
): readonly Outline[] | undefined {
  const lengths = lengthsOf(attributes, ['x', 'y', 'width', 'height', 'rx', 'ry'], coordinates);
  if (!lengths) return undefined;
  const [x = 0, y = 0, width = 0, height = 0, givenX = 0, givenY = 0] = lengths;
  // Browsers and the renderer differ in what they do with negative sizes.
  if (width < 0 || height < 0 || givenX < 0 || givenY < 0) return undefined;
  if (width === 0 || height === 0) return [];
  // A missing radius is the other one.
  const rx = Math.min(attributes.has('rx') ? givenX : givenY, width / 2);
  const ry = Math.min(attributes.has('ry') ? givenY : givenX, height / 2);
  const builder = new OutlineBuilder(coordinates.matrix);
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0) {
    builder.move(x, y);
    builder.line(right, y);
    builder.line(right, bottom);
    builder.line(x, bottom);
  } else {
    const corner = (x0: number, y0: number, toX: number, toY: number) => {
      const arc = arcFromEnds([x0, y0, toX, toY], [rx, ry, 0], false, true);
      if (arc) builder.arc(arc, toX, toY);
    };
    builder.move(x + rx, y);
    builder.line(right - rx, y);
    corner(right - rx, y, right, y + ry);
    builder.line(right, bottom - ry);
    corner(right, bottom - ry, right - rx, bottom);
    builder.line(x + rx, bottom);
    corner(x + rx, bottom, x, bottom - ry);
    builder.line(x, y + ry);
    corner(x, y + ry, x + rx, y);
  }
  builder.close();
  return builder.finish();
}

/** A circle or an ellipse: one arc all around, clockwise from its right. */
function ellipseOutlines(
  attributes: ShapeAttributes,
  coordinates: Coordinates,
): readonly Outline[] | undefined {
  const lengths = lengthsOf(attributes, ['cx', 'cy', 'r', 'rx', 'ry'], coordinates);
  if (!lengths) return undefined;
  const [cx = 0, cy = 0, r = 0, givenX = 0, givenY = 0] = lengths;
  if (r < 0 || givenX < 0 || givenY < 0) return undefined;
  const isCircle = attributes.has('r');
  const rx = isCircle ? r : attributes.has('rx') ? givenX : givenY;
  const ry = isCircle ? r : attributes.has('ry') ? givenY : givenX;
  if (rx === 0 || ry === 0) return [];
  const builder = new OutlineBuilder(coordinates.matrix);
  builder.move(cx + rx, cy);
  const arc = { cx, cy, ux: rx, uy: 0, vx: 0, vy: ry, sweep: 2 * Math.PI };
  builder.arc(arc, cx + rx, cy);
  builder.close();
  return builder.finish();
}
