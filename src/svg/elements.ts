/** Kinds of elements, by name. Source: SVG 2, 2.2 and 3.2. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Basic shapes and `<path>`. */
export const SHAPES: ReadonlySet<string> = set('path rect circle ellipse line polyline polygon');

/** Elements that hold others and draw them where they stand. */
export const CONTAINERS: ReadonlySet<string> = set('svg g a switch');

export const GRADIENTS: ReadonlySet<string> = set('linearGradient radialGradient');

/** Drawn only where something refers to it, and of no use without an id. */
export const DEFINITIONS: ReadonlySet<string> = new Set([
  ...GRADIENTS,
  ...['pattern', 'clipPath', 'filter', 'marker', 'mask', 'symbol'],
]);

/** Elements that are never drawn where they stand. */
export const NEVER_RENDERED: ReadonlySet<string> = new Set([...DEFINITIONS, 'defs']);

/** Elements whose colors are no paint: brightness of a mask, steps of a gradient, parts of an effect. */
export const UNPAINTED: ReadonlySet<string> = new Set([...GRADIENTS, 'clipPath', 'filter', 'mask']);

/** Elements of SMIL animation. */
export const ANIMATIONS: ReadonlySet<string> = set('animate animateMotion animateTransform set');
