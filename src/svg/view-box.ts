import { parseLength, toPx } from './length.ts';
import { formatNumber, parseNumberList } from './numbers.ts';

/** A rectangle in units of a drawing, such as the four numbers of a `viewBox`. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Parses a `viewBox`; `undefined` when it is not four numbers. Source: SVG 2, 8.6. */
export function parseViewBox(text: string): ViewBox | undefined {
  if (text.length > LONGEST) return undefined;
  const numbers = parseNumberList(text);
  if (numbers?.length !== 4) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return { x, y, width, height };
}

/** Box of a `viewBox` that a build wrote, which is always one. */
export function boxOf(viewBox: string): ViewBox {
  return parseViewBox(viewBox) ?? { x: 0, y: 0, width: 24, height: 24 };
}

/** Writes a `viewBox` as this package does everywhere: plain decimals, one space between. */
export function serializeViewBox({ x, y, width, height }: ViewBox): string {
  return [x, y, width, height].map((value) => formatNumber(round(value))).join(' ');
}

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
    const box = parseViewBox(declared);
    if (!box) return `viewBox="${declared.slice(0, SHOWN)}" is not four numbers`;
    if (!(box.width > 0 && box.height > 0)) return `viewBox="${declared}" has no area`;
    return {
      viewBox: serializeViewBox(box),
      ...naturalSize(width, height, box.width, box.height),
    };
  }
  if (width === undefined || height === undefined) {
    return 'it has neither a viewBox nor a width and height';
  }
  return { viewBox: serializeViewBox({ x: 0, y: 0, width, height }), width, height };
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
  const length = value.length <= LONGEST ? parseLength(value) : undefined;
  const px = length && toPx(length);
  return px !== undefined && px > 0 ? round(px) : undefined;
}

/** A millionth of a unit is far below what a screen can show, and hides binary fractions. */
function round(value: number): number {
  const rounded = Number(value.toFixed(6));
  return rounded === 0 ? value : rounded;
}

/** No number is longer, and reading takes time by the square of the length. */
const LONGEST = 1000;
/** Characters of a wrong value that are shown. */
const SHOWN = 60;
