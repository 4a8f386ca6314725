/**
 * CSS colors. Source: CSS Color 4 and 5.
 *
 * Colors with a value in sRGB are computed; other valid colors are recognized and unchanged.
 */
import { computeMath } from './calc.ts';
import { type MixPart, mixColors } from './color-mix.ts';
import { COLOR_NAMES } from './color-names.ts';
import { type RgbChannels, spaceToSrgb } from './color-spaces.ts';
import { formatNumber, parseNumber } from './numbers.ts';

/** A color with a value in sRGB: channels 0 to 255, not rounded, alpha 0 to 1. */
export interface RgbColor {
  readonly kind: 'rgb';
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
  /** Normalized spelling. */
  readonly text: string;
  /** True if every browser and renderer reads the spelling: names, hex, `rgb()` and `hsl()`. */
  readonly isLegacy: boolean;
}

export type Color =
  | RgbColor
  /** The value of the property `color`. */
  | { readonly kind: 'current' }
  /** A system color, by its keyword in lower case. */
  | { readonly kind: 'system'; readonly text: string }
  /** A valid function whose value is left to the browser. */
  | { readonly kind: 'function'; readonly text: string };

/** Longest color that is parsed. */
const MAX_LENGTH = 500;

/** Parses a color; `undefined` if browsers ignore it. `none` is a paint, not a color. */
export function parseColor(source: string): Color | undefined {
  const text = source.trim();
  if (text.length > MAX_LENGTH) return undefined;
  if (text.startsWith('#')) return hexColor(text.toLowerCase());
  const [, name = '', args] = /^([a-z][\w-]*)(?:\(([\s\S]*)\))?$/i.exec(text) ?? [];
  const keyword = name.toLowerCase();
  if (args === undefined) return keywordColor(keyword);
  return functionColor(keyword, args);
}

/**
 * Writes the canonical spelling of a color: names and hex in lower case, `rgb()`, `hsl()` and
 * `hwb()` as all renderers read them, other valid functions normalized.
 */
export function serializeColor(color: Color): string {
  return color.kind === 'current' ? 'currentColor' : color.text;
}

/** An opaque color and the alpha that was split off. */
export interface OpaqueColor {
  readonly color: string;
  readonly alpha: number;
}

/**
 * Splits the alpha off: `rgb(204 0 102/.6)` is `#c06` and .6. `undefined` if the value of the color
 * is unknown.
 */
export function splitAlpha(source: string): OpaqueColor | undefined {
  const color = parseColor(source);
  if (color?.kind !== 'rgb') return undefined;
  const isAsWritten = color.alpha === 1 && color.isLegacy;
  return { color: isAsWritten ? color.text : hexOf({ ...color, alpha: 1 }), alpha: color.alpha };
}

/** Writes `#rrggbb`, or `#rgb` if that is the same, with alpha digits if it is not opaque. */
export function hexOf({ red, green, blue, alpha }: Omit<RgbColor, 'kind' | 'text' | 'isLegacy'>) {
  const bytes = [red, green, blue, ...(alpha < 1 ? [alpha * 255] : [])];
  const pairs = bytes.map((byte) =>
    Math.min(255, Math.max(0, Math.round(byte)))
      .toString(16)
      .padStart(2, '0'),
  );
  const isShort = pairs.every(([high, low]) => high === low);
  return `#${pairs.map((pair) => (isShort ? pair.charAt(0) : pair)).join('')}`;
}

function rgb(
  [red, green, blue]: RgbChannels,
  alpha: number,
  text: string,
  isLegacy = true,
): RgbColor {
  return { kind: 'rgb', red, green, blue, alpha, text, isLegacy };
}

function hexColor(text: string): RgbColor | undefined {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(text)) return undefined;
  const digits = text.slice(1);
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (pairs ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return rgb([red, green, blue], alpha / 255, text);
}

const SYSTEM_KEYWORDS: ReadonlySet<string> = new Set(
  `accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field
  fieldtext graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext
  visitedtext activeborder activecaption appworkspace background buttonhighlight buttonshadow
  captiontext inactiveborder inactivecaption inactivecaptiontext infobackground infotext menu
  menutext scrollbar threeddarkshadow threedface threedhighlight threedlightshadow threedshadow
  window windowframe windowtext`.split(/\s+/),
);

function keywordColor(keyword: string): Color | undefined {
  if (keyword === 'currentcolor') return { kind: 'current' };
  if (keyword === 'transparent') return rgb([0, 0, 0], 0, keyword);
  if (SYSTEM_KEYWORDS.has(keyword)) return { kind: 'system', text: keyword };
  const namedHex = COLOR_NAMES.get(keyword);
  const color = namedHex === undefined ? undefined : hexColor(namedHex);
  return color && { ...color, text: keyword };
}

function functionColor(name: string, args: string): Color | undefined {
  if (/^(?:rgb|hsl)a?$|^(?:hwb|lab|lch|oklab|oklch)$|^color$/.test(name)) {
    return parseColorSpace(name, args) ?? parseRelativeColor(name, args);
  }
  if (name === 'color-mix' || name === 'light-dark' || name === 'contrast-color') {
    return parseColorOfColors(name, args);
  }
  return undefined;
}

/** Arguments of a color function, with the kind of separator. */
interface ColorArguments {
  readonly channels: readonly string[];
  readonly alpha: string | undefined;
  readonly hasCommas: boolean;
}

function parseArguments(args: string): ColorArguments | undefined {
  const commas = splitTopLevel(args, /,/);
  if (commas.length > 1) {
    const [first = '', second = '', third = '', alpha, ...more] = commas;
    return more.length > 0
      ? undefined
      : { channels: [first, second, third], alpha, hasCommas: true };
  }
  const [list = '', alpha, ...more] = splitTopLevel(args, /\//);
  if (more.length > 0) return undefined;
  const channels = splitTopLevel(list, /\s/).filter((text) => text !== '');
  return { channels, alpha, hasCommas: false };
}

/** Replaces math functions by numbers; `undefined` if one cannot be computed. */
function resolveMath({ channels, alpha, hasCommas }: ColorArguments): ColorArguments | undefined {
  const compute = (text: string) => (text.includes('(') ? computeMath(text) : text);
  const computedChannels = channels.map(compute);
  const share = alpha === undefined ? undefined : compute(alpha);
  if (computedChannels.includes(undefined) || (alpha !== undefined && share === undefined)) {
    return undefined;
  }
  return { channels: computedChannels as string[], alpha: share, hasCommas };
}

function parseColorSpace(name: string, args: string): Color | undefined {
  const parsedArguments = parseArguments(args);
  const parts = parsedArguments && resolveMath(parsedArguments);
  if (parsedArguments && !parts && isMathOnly(args)) {
    return { kind: 'function', text: `${name}(${args.trim()})`.toLowerCase() };
  }
  const alpha = parts && parseAlpha(parts.alpha, parts.hasCommas);
  if (!parts || alpha === undefined) return undefined;
  const { channels, hasCommas } = parts;
  const [space, values] =
    name === 'color' ? [channels[0] ?? '', channels.slice(1)] : [name, channels];
  if (values.length !== 3 || (hasCommas && !/^(?:rgb|hsl)a?$/.test(name))) return undefined;
  const kind = space.toLowerCase().replace(/^(rgb|hsl)a$/, '$1');
  const color = spaceToSrgb(kind, values, hasCommas);
  if (color === undefined) return undefined;
  const list = values.join(hasCommas ? ',' : ' ');
  const inner = name === 'color' ? `${kind} ${list}` : list;
  const alphaSuffix = parts.alpha === undefined ? '' : `${hasCommas ? ',' : '/'}${parts.alpha}`;
  const text = `${name}(${inner}${alphaSuffix})`.toLowerCase();
  if (color === 'unknown') return { kind: 'function', text };
  if (!/^(rgb|hsl|hwb)$/.test(kind)) return rgb(color, alpha, text, false);
  // Browsers store these as bytes, and not every renderer reads them without commas.
  const [red, green, blue] = color.map(Math.round) as [number, number, number];
  if (hasCommas) return rgb([red, green, blue], alpha, text);
  const hex = hexOf({ red, green, blue, alpha: 1 });
  const share = formatNumber(Number(alpha.toFixed(4)));
  return rgb(
    [red, green, blue],
    alpha,
    alpha === 1 ? hex : `rgba(${red},${green},${blue},${share})`,
  );
}

/** Checks that there are only numbers, words and brackets; the CSS grammar is matched elsewhere. */
function isMathOnly(args: string): boolean {
  return /^[-+*/\w.%\s(),]+$/.test(args) && !/^\s*from\b/i.test(args) && isBalanced(args);
}

/** Parses an alpha; 1 if it is missing, `undefined` if it is invalid. */
function parseAlpha(text: string | undefined, hasCommas: boolean): number | undefined {
  if (text === undefined) return 1;
  if (text.toLowerCase() === 'none') return hasCommas ? undefined : 0;
  const isPercent = text.endsWith('%');
  const number = parseNumber(isPercent ? text.slice(0, -1) : text);
  return number === undefined
    ? undefined
    : Math.min(1, Math.max(0, number / (isPercent ? 100 : 1)));
}

/** Parses `rgb(from red r g b / 50%)`; its value is left to the browser. */
function parseRelativeColor(name: string, args: string): Color | undefined {
  const [, origin = '', rest = ''] =
    /^\s*from\s+(#\w+|[a-z]+(?:\([^()]*\))?)\s+([\s\S]+)$/i.exec(args) ?? [];
  if (origin === '' || !parseColor(origin)) return undefined;
  const isPlain =
    /^(?:[-+*/\d.%\s()]|\b(?:[a-z]|alpha|calc|none|deg|srgb|srgb-linear|display-p3|xyz)\b)+$/i;
  if (!isPlain.test(rest) || !isBalanced(rest)) return undefined;
  return { kind: 'function', text: `${name}(from ${origin} ${rest.trim()})`.toLowerCase() };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Parses functions of other colors. */
function parseColorOfColors(name: string, args: string): Color | undefined {
  const [first = '', ...others] = splitTopLevel(args, /,/);
  const isMix = name === 'color-mix';
  if (
    isMix &&
    !/^in\s+[a-z\d-]+(?:\s+(?:shorter|longer|increasing|decreasing)\s+hue)?$/i.test(first)
  ) {
    return undefined;
  }
  const colors = isMix ? others : [first, ...others];
  if (colors.length !== (name === 'contrast-color' ? 1 : 2)) return undefined;
  const parts = colors.map((each) => {
    const [, percentBefore = '', inner = '', percentAfter = ''] =
      /^(?:([\d.]+%)\s+)?([\s\S]*?)(?:\s+([\d.]+%))?$/.exec(each) ?? [];
    const color = parseColor(inner);
    const isWeighted = percentBefore !== '' || percentAfter !== '';
    if (!color || (isWeighted && !isMix) || (percentBefore !== '' && percentAfter !== ''))
      return undefined;
    return { color, share: percentBefore + percentAfter };
  });
  const [a, b] = parts;
  if (!a || parts.includes(undefined)) return undefined;
  const serializedColors = parts.map((part) =>
    part ? [serializeColor(part.color), part.share].join(' ').trim() : '',
  );
  const list = isMix ? [first.toLowerCase(), ...serializedColors] : serializedColors;
  const text = `${name}(${list.join(',')})`;
  const [from, to] = [toMixPart(a), b && toMixPart(b)];
  const mix = isMix && from && to && mixColors(first.slice(2).trim().toLowerCase(), from, to);
  return mix ? rgb(mix.color, mix.alpha, text, false) : { kind: 'function', text };
}

/** Converts a color for mixing; `undefined` outside sRGB, where colors are already clipped. */
function toMixPart({ color, share }: { color: Color; share: string }): MixPart | undefined {
  if (color.kind !== 'rgb' || !color.isLegacy) return undefined;
  return {
    color: [color.red, color.green, color.blue],
    alpha: color.alpha,
    percent: share === '' ? undefined : Number(share.slice(0, -1)),
  };
}

/** Splits a text at separators outside brackets; parts are trimmed. */
function splitTopLevel(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0 && separator.test(character)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}
