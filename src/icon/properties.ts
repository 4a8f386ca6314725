/**
 * CSS properties that may be written as attributes, with the same effect at lower priority.
 * Source: SVG 2, property index ("presentation attributes"). `transform` and the geometry
 * properties are left out, as attributes they have another syntax; and `mask-type`, which not every
 * renderer reads as an attribute.
 */
export const PRESENTATION_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['alignment-baseline', 'baseline-shift', 'clip-path', 'clip-rule', 'color'],
  ...['color-interpolation', 'color-interpolation-filters', 'cursor', 'direction', 'display'],
  ...['dominant-baseline', 'fill', 'fill-opacity', 'fill-rule', 'filter', 'flood-color'],
  ...['flood-opacity', 'font-family', 'font-size', 'font-size-adjust', 'font-stretch'],
  ...['font-style', 'font-variant', 'font-weight', 'image-rendering', 'letter-spacing'],
  ...['lighting-color', 'marker-end', 'marker-mid', 'marker-start', 'mask'],
  ...['opacity', 'overflow', 'paint-order', 'pointer-events', 'shape-rendering', 'stop-color'],
  ...['stop-opacity', 'stroke', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width', 'text-anchor'],
  ...['text-decoration', 'text-overflow', 'text-rendering', 'unicode-bidi', 'vector-effect'],
  ...['visibility', 'white-space', 'word-spacing', 'writing-mode'],
]);

/** Shorthands that have no attribute, and the properties that they set. */
const SHORTHANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['marker', ['marker-start', 'marker-mid', 'marker-end']],
]);

/** A property as the properties that it sets. */
export function longhands(property: string): readonly string[] {
  return SHORTHANDS.get(property) ?? [property];
}

const GEOMETRY = /^(x|y|width|height|cx|cy|r|rx|ry)$/;
const SHAPED = /^(rect|circle|ellipse|image|use)$/;

/**
 * The attribute for a size or place that CSS gives to a shape, in px; `undefined` for any other
 * property, and where only CSS can say the value.
 */
export function geometryInPx(element: string, property: string, value: string): string | undefined {
  if (!GEOMETRY.test(property) || !SHAPED.test(element)) return undefined;
  return /^(-?[\d.]+)(px)?$/.exec(value)?.[1];
}
