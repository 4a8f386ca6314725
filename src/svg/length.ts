/**
 * Lengths and percentages of attributes and of CSS.
 *
 * Source: SVG 2, 4.2 and 8.9; CSS Values 4, 6.
 */
import { numberAt, skipWhiteSpace } from './numbers.ts';

/** A length as written: the number, and the unit in lower case, '' without one. */
export interface Length {
  readonly value: number;
  readonly unit: string;
}

/** px per unit; font-relative ones by the default font size of browsers. */
const PX_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};

/** Units that are known but depend on the page or the font. */
const RELATIVE_UNITS: ReadonlySet<string> = new Set([
  ...['%', 'vw', 'vh', 'vmin', 'vmax', 'vi', 'vb', 'svw', 'svh', 'lvw', 'lvh', 'dvw', 'dvh'],
  ...['lh', 'rlh', 'cap', 'rcap', 'ic', 'ric', 'rex', 'rch'],
]);

/** Pattern of a number before a unit, which is no part of a name, a color or another number. */
export const NUMBER_BEFORE_UNIT: string = String.raw`(?<![\w.#-])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
/** Checks the last character for a letter or a parenthesis: most values end in a digit. */
export function mayEndInUnit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x29 || (last | 0x20) >= 0x61;
}

/** Pattern of units that depend on the page: its size, fonts and lines. */
export const PAGE_UNIT: string = 'r?(?:ex|ch|cap|ic|lh)|(?:[sld]?v|cq)(?:w|h|i|b|min|max)';

const UNIT = /[a-z]*|%/iy;

/** Parses a number with or without a unit; `undefined` for anything else, `calc()` too. */
export function parseLength(text: string): Length | undefined {
  const number = numberAt(text, skipWhiteSpace(text, 0));
  if (!number) return undefined;
  UNIT.lastIndex = number.end;
  const unit = (text[number.end] === '%' ? '%' : (UNIT.exec(text)?.[0] ?? '')).toLowerCase();
  const end = number.end + unit.length;
  const isKnown = Object.hasOwn(PX_PER_UNIT, unit) || RELATIVE_UNITS.has(unit);
  if (!isKnown || skipWhiteSpace(text, end) !== text.length) return undefined;
  return { value: number.value, unit };
}

/**
 * Converts a length to px, which are user units; `undefined` if it depends on the page.
 *
 * @param percentBase length of 100 % in px. Without it, the result for a percentage is `undefined`.
 */
export function toPx({ value, unit }: Length, percentBase?: number): number | undefined {
  if (unit === '%') return percentBase === undefined ? undefined : (value / 100) * percentBase;
  const px = PX_PER_UNIT[unit];
  return px === undefined ? undefined : value * px;
}

/** Converts an absolute length to px; `undefined` for relative ones. */
export function absoluteToPx({ value, unit }: Length): number | undefined {
  return /^(em|rem|ex|ch)$/.test(unit) ? undefined : toPx({ value, unit });
}
