/** Kinds of elements, by name. Source: SVG 2, 2.2 and 3.2. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Basic shapes and `<path>`. */
export const SHAPES: ReadonlySet<string> = set('path rect circle ellipse line polyline polygon');

/** Elements that render their children in place. */
export const CONTAINERS: ReadonlySet<string> = set('svg g a switch');

export const GRADIENTS: ReadonlySet<string> = set('linearGradient radialGradient');

/** Elements that are rendered only by reference, and unused without an id. */
export const DEFINITIONS: ReadonlySet<string> = new Set([
  ...GRADIENTS,
  ...['pattern', 'clipPath', 'filter', 'marker', 'mask', 'symbol'],
]);

/** Elements that are never rendered in place. */
export const NEVER_RENDERED: ReadonlySet<string> = new Set([...DEFINITIONS, 'defs']);

/** Elements whose colors are not paint: luminance of a mask, gradient stops, parts of a filter. */
export const UNPAINTED: ReadonlySet<string> = new Set([...GRADIENTS, 'clipPath', 'filter', 'mask']);

/** Elements of SMIL animation. */
export const ANIMATIONS: ReadonlySet<string> = set('animate animateMotion animateTransform set');
