import { parseNumberList } from '../../../svg/numbers.ts';

/** Inherited properties that decide how a shape is painted. */
export interface PaintStyle {
  /** `none`, `currentColor`, six hex digits, or `url(#id)`. */
  readonly fill: string;
  readonly fillOpacity: number;
  readonly fillRule: string;
  readonly stroke: string;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly lineCap: string;
  readonly lineJoin: string;
  readonly miterLimit: number;
  /** Empty for solid strokes. */
  readonly dashes: readonly number[];
  readonly dashOffset: number;
  /** False for `visibility: hidden`. */
  readonly isVisible: boolean;
  /** Matters in clips only. */
  readonly clipRule: string;
}

/** Initial values. */
export const INITIAL_STYLE: PaintStyle = {
  fill: '000000',
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: 'none',
  strokeOpacity: 1,
  strokeWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: 0,
  isVisible: true,
  clipRule: 'nonzero',
};

type MutableStyle = { -readonly [Key in keyof PaintStyle]: PaintStyle[Key] };

/** Writes an inherited property; returns false for a value that it does not know. */
function setProperty(style: MutableStyle, name: string, value: string): boolean {
  switch (name) {
    case 'fill':
      style.fill = paintOf(value);
      return style.fill !== '';
    case 'stroke':
      style.stroke = paintOf(value);
      return style.stroke !== '';
    case 'fill-opacity':
      style.fillOpacity = opacityOf(value);
      return style.fillOpacity >= 0;
    case 'stroke-opacity':
      style.strokeOpacity = opacityOf(value);
      return style.strokeOpacity >= 0;
    case 'fill-rule':
      style.fillRule = value;
      return value === 'nonzero' || value === 'evenodd';
    case 'stroke-width':
      style.strokeWidth = sizeOf(value);
      return style.strokeWidth >= 0;
    case 'stroke-linecap':
      style.lineCap = value;
      return value === 'butt' || value === 'round' || value === 'square';
    case 'stroke-linejoin':
      style.lineJoin = value;
      return value === 'miter' || value === 'round' || value === 'bevel';
    case 'stroke-miterlimit':
      style.miterLimit = numberOf(value);
      return style.miterLimit >= 1;
    case 'stroke-dasharray':
      style.dashes = dashesOf(value);
      return !style.dashes.some(Number.isNaN);
    case 'stroke-dashoffset':
      style.dashOffset = lengthOf(value);
      return !Number.isNaN(style.dashOffset);
    case 'clip-rule':
      style.clipRule = value;
      return value === 'nonzero' || value === 'evenodd';
    default:
      style.isVisible = value === 'visible';
      return style.isVisible || value === 'hidden';
  }
}

const INHERITED: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray'],
  ...['stroke-dashoffset', 'visibility', 'clip-rule'],
]);

/** Properties without an effect on shapes that have no clip, text or layer. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  ...['stop-color', 'stop-opacity', 'enable-background', 'letter-spacing'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'word-spacing'],
  ...['line-height', 'text-decoration', 'font-variant', 'font-stretch', 'color-rendering'],
]);

/** Properties that have no effect with these values. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['mask', 'none'],
  ['clip-path', 'none'],
  ['filter', 'none'],
  ['mix-blend-mode', 'normal'],
  ['isolation', 'auto'],
  ['paint-order', 'normal'],
  ['vector-effect', 'none'],
  ['shape-rendering', 'auto'],
]);

/** Properties that apply to an element and its content as a whole. */
const LAYERS: ReadonlySet<string> = new Set(['mask', 'clip-path', 'filter']);
const REFERENCE = /^url\(#[\w.-]+\)$/;

/** Result of reading a property. */
export type PropertyKind =
  | 'inherited'
  | 'without effect'
  | 'opacity'
  | 'display'
  | 'layer'
  | 'unknown';

/** Kind of a property with its value. */
export function kindOfProperty(name: string, value: string): PropertyKind {
  if (INHERITED.has(name)) return 'inherited';
  if (name === 'opacity' || name === 'display') return name;
  if (LAYERS.has(name) && REFERENCE.test(value)) return 'layer';
  return WITHOUT_EFFECT.has(name) || DEFAULTS.get(name) === value ? 'without effect' : 'unknown';
}

/** Style with more properties; `undefined` if a value is not known. */
export function withProperties(
  inherited: PaintStyle,
  properties: ReadonlyMap<string, string>,
): PaintStyle | undefined {
  if (properties.size === 0) return inherited;
  const style: MutableStyle = { ...inherited };
  for (const [name, value] of properties) {
    if (!setProperty(style, name, value)) return undefined;
  }
  return style;
}

const NAMED_COLORS: ReadonlyMap<string, string> = new Map([
  ['black', '000000'],
  ['white', 'ffffff'],
  ['red', 'ff0000'],
]);

/** Paint in one spelling; '' if it is spelled in another way. */
export function paintOf(value: string): string {
  if (value === 'none' || value === 'currentColor' || REFERENCE.test(value)) return value;
  if (value[0] !== '#') return NAMED_COLORS.get(value) ?? '';
  const digits = value.slice(1).toLowerCase();
  if (/^[\da-f]{6}$/.test(digits)) return digits;
  return /^[\da-f]{3}$/.test(digits) ? digits.replace(/./g, '$&$&') : '';
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** Parses a number; NaN for anything else. */
export function numberOf(value: string): number {
  return NUMBER.test(value) ? Number(value) : Number.NaN;
}

/** Absolute units, in px. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
]);

/** Parses a length in px; NaN for relative units. */
export function lengthOf(value: string): number {
  const unit = UNITS.get(value.slice(-2));
  return unit === undefined ? numberOf(value) : numberOf(value.slice(0, -2)) * unit;
}

/** Parses a length that is not negative. */
export function sizeOf(value: string): number {
  const length = lengthOf(value);
  return length >= 0 ? length : Number.NaN;
}

export function opacityOf(value: string): number {
  const opacity = numberOf(value);
  return Math.min(1, Math.max(0, opacity));
}

function dashesOf(value: string): readonly number[] {
  if (value === 'none') return [];
  const dashes = parseNumberList(value);
  if (!dashes || dashes.some((dash) => dash < 0)) return [Number.NaN];
  return dashes.every((dash) => dash === 0) ? [] : dashes;
}
