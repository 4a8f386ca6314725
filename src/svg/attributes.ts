import { ANIMATIONS } from './elements.ts';

/**
 * Kind of the value of an attribute: a list of case-sensitive keywords, or the name of a grammar.
 * `own` values are names and references, which other passes resolve.
 */
export type AttributeKind =
  | readonly string[]
  | 'aspect'
  | 'clock'
  | 'languages'
  | 'length'
  | 'lengths'
  | 'numbers'
  | 'octaves'
  | 'orient'
  | 'own'
  | 'path'
  | 'points'
  | 'transform'
  | 'values'
  | 'viewBox';

const UNITS = ['userSpaceOnUse', 'objectBoundingBox'] as const;
const BOOLEAN = ['true', 'false'] as const;
const CHANNELS = ['R', 'G', 'B', 'A'] as const;
const BLEND_MODES = [
  ...['normal', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge', 'color-burn'],
  ...['hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color'],
  'luminosity',
] as const;

/**
 * SVG attributes that are not CSS properties. Source: SVG 2, Filter Effects 1, SVG Animations 2.
 */
const KINDS: Readonly<Record<string, AttributeKind>> = {
  ...kindsOf('own', 'id class style href'),
  ...kindsOf('length', 'x1 x2 y1 y2 fx fy fr markerWidth markerHeight startOffset textLength'),
  ...kindsOf('lengths', 'dx dy'),
  ...kindsOf('numbers', 'offset pathLength rotate'),
  ...kindsOf('transform', 'transform gradientTransform patternTransform'),
  ...kindsOf(UNITS, 'gradientUnits patternUnits patternContentUnits clipPathUnits'),
  ...kindsOf(UNITS, 'maskUnits maskContentUnits filterUnits primitiveUnits'),
  d: 'path',
  path: 'path',
  points: 'points',
  viewBox: 'viewBox',
  preserveAspectRatio: 'aspect',
  orient: 'orient',
  refX: 'orient',
  refY: 'orient',
  markerUnits: ['strokeWidth', 'userSpaceOnUse'],
  spreadMethod: ['pad', 'reflect', 'repeat'],
  lengthAdjust: ['spacing', 'spacingAndGlyphs'],
  method: ['align', 'stretch'],
  spacing: ['auto', 'exact'],
  side: ['left', 'right'],
  systemLanguage: 'languages',
  'xml:space': ['default', 'preserve'],
};

/** Attributes of filter primitives. */
const FILTER_KINDS: Readonly<Record<string, AttributeKind>> = {
  ...kindsOf('own', 'in in2 result'),
  ...kindsOf('numbers', 'values tableValues slope intercept amplitude exponent offset k1 k2 k3 k4'),
  ...kindsOf('numbers', 'order kernelMatrix divisor bias targetX targetY kernelUnitLength scale'),
  ...kindsOf('numbers', 'surfaceScale diffuseConstant specularConstant specularExponent'),
  ...kindsOf('numbers', 'limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z'),
  ...kindsOf('numbers', 'stdDeviation radius baseFrequency seed dx dy'),
  numOctaves: 'octaves',
  ...kindsOf(CHANNELS, 'xChannelSelector yChannelSelector'),
  mode: BLEND_MODES,
  operator: ['over', 'in', 'out', 'atop', 'xor', 'lighter', 'arithmetic', 'erode', 'dilate'],
  type: [
    ...['matrix', 'saturate', 'hueRotate', 'luminanceToAlpha', 'identity', 'table', 'discrete'],
    ...['linear', 'gamma', 'fractalNoise', 'turbulence'],
  ],
  edgeMode: ['duplicate', 'wrap', 'none'],
  preserveAlpha: BOOLEAN,
  stitchTiles: ['stitch', 'noStitch'],
};

/** Attributes of animations. */
const MOTION_KINDS: Readonly<Record<string, AttributeKind>> = {
  ...kindsOf('own', 'attributeName begin end'),
  ...kindsOf('clock', 'dur min max repeatDur repeatCount'),
  ...kindsOf('values', 'values from to by'),
  ...kindsOf('numbers', 'keyTimes keySplines keyPoints'),
  attributeType: ['CSS', 'XML', 'auto'],
  restart: ['always', 'whenNotActive', 'never'],
  fill: ['freeze', 'remove'],
  calcMode: ['discrete', 'linear', 'paced', 'spline'],
  additive: ['replace', 'sum'],
  accumulate: ['none', 'sum'],
  type: ['translate', 'scale', 'rotate', 'skewX', 'skewY'],
  rotate: 'orient',
};

/** Most visible octaves of noise: all further ones together add less than half a level of 255. */
export const MAX_OCTAVES = 10;

const STYLE_KINDS: Readonly<Record<string, AttributeKind>> = { type: 'own', media: 'own' };

function kindsOf(kind: AttributeKind, names: string): Readonly<Record<string, AttributeKind>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

const ALL = new Map(Object.entries(KINDS));
const OF_FILTERS = new Map(Object.entries(FILTER_KINDS));
const OF_ANIMATIONS = new Map(Object.entries(MOTION_KINDS));
const OF_STYLES = new Map(Object.entries(STYLE_KINDS));

/**
 * Kind of an attribute by its case-sensitive name; `undefined` for attributes without effect on
 * rendering, and for presentation attributes.
 *
 * @param element '' for any element
 */
export function kindOf(element: string, attribute: string): AttributeKind | undefined {
  const special = element.startsWith('fe')
    ? OF_FILTERS
    : ANIMATIONS.has(element)
      ? OF_ANIMATIONS
      : element === 'style'
        ? OF_STYLES
        : undefined;
  return special?.get(attribute) ?? ALL.get(attribute);
}

/** Checks whether a name is an attribute of filter primitives; for their animations. */
export function isOfFilters(attribute: string): boolean {
  return OF_FILTERS.has(attribute);
}

/**
 * Elements that each geometry attribute applies to. Source: SVG 2, 7 and 9; Chromium 156 for `use`.
 */
const OF_ELEMENTS: ReadonlyMap<string, RegExp> = new Map([
  ...['x', 'y'].map((name) => [name, /^(?:svg|rect|image|use|foreignObject)$/] as const),
  ...['width', 'height'].map((name) => [name, /^(?:svg|rect|image|foreignObject)$/] as const),
  ...['cx', 'cy'].map((name) => [name, /^(?:circle|ellipse)$/] as const),
  ['r', /^circle$/],
  ...['rx', 'ry'].map((name) => [name, /^(?:rect|ellipse)$/] as const),
  ['d', /^path$/],
]);

/** Elements whose invalid sizes browsers treat as 0. Source: Chromium 156. */
const BROKEN_IS_0: ReadonlyMap<string, RegExp> = new Map([
  ...['rx', 'ry'].map((name) => [name, /^(?:rect|ellipse)$/] as const),
  ...['width', 'height'].map((name) => [name, /^(?:image|use)$/] as const),
  ['pathLength', /./],
]);
/** Elements whose sizes are CSS properties; browsers ignore negative ones. */
const SIZED_BY_CSS = /^(?:rect|image|circle|ellipse|foreignObject)$/;
/** Attributes whose negative values browsers treat as 0 on all other elements. */
const AT_LEAST_0: ReadonlySet<string> = new Set([
  ...['width', 'height', 'r', 'fr', 'markerWidth', 'markerHeight'],
  ...['diffuseConstant', 'specularConstant', 'numOctaves'],
]);

/** Checks whether browsers clamp negative values of an attribute to 0. */
export function isAtLeast0(attribute: string): boolean {
  return AT_LEAST_0.has(attribute);
}

/**
 * Value that browsers use for a negative or invalid size; `undefined` if they ignore the attribute.
 * Source: Chromium 156.
 */
export function sizeIfInvalid(element: string, attribute: string, value: string): '0' | undefined {
  if (/^\s*-(?:\d|\.\d)/.test(value)) {
    return AT_LEAST_0.has(attribute) && !SIZED_BY_CSS.test(element) ? '0' : undefined;
  }
  return BROKEN_IS_0.get(attribute)?.test(element) ? '0' : undefined;
}

/**
 * Checks whether an attribute is a size or position that is a CSS property, too. Source: SVG 2, 7.
 */
export function isGeometry(attribute: string): boolean {
  return attribute !== 'd' && OF_ELEMENTS.has(attribute);
}

/** Checks whether a CSS property is a geometry property: a size, a position or `d`. */
export function isShapeProperty(property: string): boolean {
  return OF_ELEMENTS.has(property);
}

/** Checks whether a geometry property applies to an element. */
export function shapes(property: string, element: string): boolean {
  return OF_ELEMENTS.get(property)?.test(element) === true;
}
