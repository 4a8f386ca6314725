/** px in one unit of length, by CSS Values 4; em and rem by the browsers' default font size. */
const UNITS: Readonly<Record<string, number>> = {
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

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const LENGTH = new RegExp(String.raw`^\s*(${NUMBER})\s*([a-z]*)\s*$`, 'i');
const VIEW_BOX = new RegExp(
  String.raw`^\s*${Array(4).fill(`(${NUMBER})`).join(String.raw`(?:\s*,\s*|\s+|(?=[+-]))`)}\s*$`,
  'i',
);

/** Size of a drawing in px. */
export interface Size {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
}

/** The `<svg>` element's attributes that settle its size. */
export type SizeAttributes = Readonly<Record<string, string | undefined>>;

/**
 * Size of a drawing from its root's `viewBox`, `width` and `height`.
 * Without a viewBox, width and height make one, as browsers lay such a drawing out; a percentage
 * is no size of its own. Returns what is wrong when there is no usable size.
 *
 * Source: SVG 2, 8.2 and 8.6.
 */
export function sizeOf(attributes: SizeAttributes): Size | string {
  const { viewBox, width, height } = attributes;
  const key = `${viewBox}|${width}|${height}`;
  const met = sizes.get(key);
  if (met !== undefined) return met;
  const size = measure(attributes);
  if (sizes.size < REMEMBERED && key.length < 100) sizes.set(key, size);
  return size;
}

/** Sizes that were met: most sets have one, and it is asked for several times in each drawing. */
const sizes = new Map<string, Size | string>();
const REMEMBERED = 1000;

function measure(attributes: SizeAttributes): Size | string {
  const width = lengthInPx(attributes.width);
  const height = lengthInPx(attributes.height);
  const declared = attributes.viewBox;

  if (declared !== undefined && declared.trim() !== '') {
    const box = isShort(declared) ? VIEW_BOX.exec(declared)?.slice(1).map(Number) : undefined;
    if (!box?.every(Number.isFinite)) {
      return `viewBox="${declared.slice(0, SHOWN)}" is not four numbers`;
    }
    const [, , boxWidth = 0, boxHeight = 0] = box;
    if (!(boxWidth > 0 && boxHeight > 0)) return `viewBox="${declared}" has no area`;
    return {
      viewBox: box.map(decimal).join(' '),
      ...naturalSize(width, height, boxWidth, boxHeight),
    };
  }
  if (width === undefined || height === undefined) {
    return 'it has neither a viewBox nor a width and height';
  }
  return { viewBox: `0 0 ${decimal(width)} ${decimal(height)}`, width, height };
}

/** One given side sets the other by the viewBox's ratio, as CSS sizes a replaced element. */
function naturalSize(
  width: number | undefined,
  height: number | undefined,
  boxWidth: number,
  boxHeight: number,
): { width: number; height: number } {
  const [w, h] =
    width !== undefined
      ? [width, height ?? (width * boxHeight) / boxWidth]
      : height !== undefined
        ? [(height * boxWidth) / boxHeight, height]
        : [boxWidth, boxHeight];
  return { width: round(w), height: round(h) };
}

function lengthInPx(value = ''): number | undefined {
  const [, number, unit = ''] = (isShort(value) && LENGTH.exec(value)) || [];
  const px = Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  return Number.isFinite(px) && px > 0 ? round(px) : undefined;
}

/** A millionth of a unit is far below what a screen can show, and hides binary fractions. */
function round(value: number): number {
  const rounded = Number(value.toFixed(6));
  return rounded === 0 ? value : rounded;
}

/** Plain decimals: some tools that read a sprite cannot read exponents. */
function decimal(value: number): string {
  const rounded = round(value);
  const short = String(rounded);
  // The long way takes as long as parsing a small icon.
  if (!short.includes('e')) return short;
  return rounded.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 });
}

/** No number is longer, and reading takes time by the square of the length. */
const LONGEST = 1000;
/** Characters of a wrong value that are told. */
const SHOWN = 60;

function isShort(value: string): boolean {
  return value.length <= LONGEST;
}
