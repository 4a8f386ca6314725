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
  ...namesWithKind('own', 'id class style href'),
  ...namesWithKind(
    'length',
    'x1 x2 y1 y2 fx fy fr markerWidth markerHeight startOffset textLength',
  ),
  ...namesWithKind('lengths', 'dx dy'),
  ...namesWithKind('numbers', 'offset pathLength rotate'),
  ...namesWithKind('transform', 'transform gradientTransform patternTransform'),
  ...namesWithKind(UNITS, 'gradientUnits patternUnits patternContentUnits clipPathUnits'),
  ...namesWithKind(UNITS, 'maskUnits maskContentUnits filterUnits primitiveUnits'),
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
  ...namesWithKind('own', 'in in2 result'),
  ...namesWithKind(
    'numbers',
    'values tableValues slope intercept amplitude exponent offset k1 k2 k3 k4',
  ),
  ...namesWithKind(
    'numbers',
    'order kernelMatrix divisor bias targetX targetY kernelUnitLength scale',
  ),
  ...namesWithKind('numbers', 'surfaceScale diffuseConstant specularConstant specularExponent'),
  ...namesWithKind(
    'numbers',
    'limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z',
  ),
  ...namesWithKind('numbers', 'stdDeviation radius baseFrequency seed dx dy'),
  numOctaves: 'octaves',
  ...namesWithKind(CHANNELS, 'xChannelSelector yChannelSelector'),
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
const ANIMATION_KINDS: Readonly<Record<string, AttributeKind>> = {
  ...namesWithKind('own', 'attributeName begin end'),
  ...namesWithKind('clock', 'dur min max repeatDur repeatCount'),
  ...namesWithKind('values', 'values from to by'),
  ...namesWithKind('numbers', 'keyTimes keySplines keyPoints'),
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

function namesWithKind(
  kind: AttributeKind,
  names: string,
): Readonly<Record<string, AttributeKind>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

const COMMON_ATTRIBUTES = new Map(Object.entries(KINDS));
const FILTER_ATTRIBUTES = new Map(Object.entries(FILTER_KINDS));
const ANIMATION_ATTRIBUTES = new Map(Object.entries(ANIMATION_KINDS));
const STYLE_ATTRIBUTES = new Map(Object.entries(STYLE_KINDS));

/**
 * Kind of an attribute by its case-sensitive name; `undefined` for attributes without effect on
 * rendering, and for presentation attributes.
 *
 * @param element '' for any element
 */
export function attributeKind(element: string, attribute: string): AttributeKind | undefined {
  const special = element.startsWith('fe')
    ? FILTER_ATTRIBUTES
    : ANIMATIONS.has(element)
      ? ANIMATION_ATTRIBUTES
      : element === 'style'
        ? STYLE_ATTRIBUTES
        : undefined;
  return special?.get(attribute) ?? COMMON_ATTRIBUTES.get(attribute);
}

/** Checks whether a name is an attribute of filter primitives; for their animations. */
export function isFilterAttribute(attribute: string): boolean {
  return FILTER_ATTRIBUTES.has(attribute);
}

/**
 * Elements that each geometry attribute applies to. Source: SVG 2, 7 and 9; Chromium 156 for `use`.
 */
const GEOMETRY_ELEMENTS: ReadonlyMap<string, RegExp> = new Map([
  ...['x', 'y'].map((name) => [name, /^(?:svg|rect|image|use|foreignObject)$/] as const),
  ...['width', 'height'].map((name) => [name, /^(?:svg|rect|image|foreignObject)$/] as const),
  ...['cx', 'cy'].map((name) => [name, /^(?:circle|ellipse)$/] as const),
  ['r', /^circle$/],
  ...['rx', 'ry'].map((name) => [name, /^(?:rect|ellipse)$/] as const),
  ['d', /^path$/],
]);

/** Elements whose invalid sizes browsers treat as 0. Source: Chromium 156. */
const ZERO_IF_INVALID: ReadonlyMap<string, RegExp> = new Map([
  ...['rx', 'ry'].map((name) => [name, /^(?:rect|ellipse)$/] as const),
  ...['width', 'height'].map((name) => [name, /^(?:image|use)$/] as const),
  ['pathLength', /./],
]);
/** Elements whose sizes are CSS properties; browsers ignore negative ones. */
const SIZED_BY_CSS = /^(?:rect|image|circle|ellipse|foreignObject)$/;
/** Attributes whose negative values browsers treat as 0 on all other elements. */
const NON_NEGATIVE: ReadonlySet<string> = new Set([
  ...['width', 'height', 'r', 'fr', 'markerWidth', 'markerHeight'],
  ...['diffuseConstant', 'specularConstant', 'numOctaves'],
]);

/** Checks whether browsers clamp negative values of an attribute to 0. */
export function isNonNegative(attribute: string): boolean {
  return NON_NEGATIVE.has(attribute);
}

/**
 * Value that browsers use for a negative or invalid size; `undefined` if they ignore the attribute.
 * Source: Chromium 156.
 */
export function invalidSizeFallback(
  element: string,
  attribute: string,
  value: string,
): '0' | undefined {
  if (/^\s*-(?:\d|\.\d)/.test(value)) {
    return NON_NEGATIVE.has(attribute) && !SIZED_BY_CSS.test(element) ? '0' : undefined;
  }
  return ZERO_IF_INVALID.get(attribute)?.test(element) ? '0' : undefined;
}

/**
 * Checks whether an attribute is a size or position that is a CSS property, too. Source: SVG 2, 7.
 */
export function isGeometryAttribute(attribute: string): boolean {
  return attribute !== 'd' && GEOMETRY_ELEMENTS.has(attribute);
}

/** Checks whether a CSS property is a geometry property: a size, a position or `d`. */
export function isGeometryProperty(property: string): boolean {
  return GEOMETRY_ELEMENTS.has(property);
}

/** Checks whether a geometry property applies to an element. */
export function appliesToElement(property: string, element: string): boolean {
  return GEOMETRY_ELEMENTS.get(property)?.test(element) === true;
}
