/**
 * CSS colors. Source: CSS Color 4 and 5.
 *
 * Colors with a value in sRGB are computed; other valid colors are recognized and unchanged.
 */
import { parseColorFunction } from './color-functions.ts';
import { COLOR_NAMES } from './color-names.ts';
import { type Color, hexOf, type RgbColor, rgb } from './rgb-color.ts';

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
  return parseColorFunction(keyword, args, parseColor);
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

function hexColor(text: string): RgbColor | undefined {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(text)) return undefined;
  const digits = text.slice(1);
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (pairs ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return rgb([red, green, blue], { alpha: alpha / 255, text });
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
  if (keyword === 'transparent') return rgb([0, 0, 0], { alpha: 0, text: keyword });
  if (SYSTEM_KEYWORDS.has(keyword)) return { kind: 'system', text: keyword };
  const namedHex = COLOR_NAMES.get(keyword);
  const color = namedHex === undefined ? undefined : hexColor(namedHex);
  return color && { ...color, text: keyword };
}
