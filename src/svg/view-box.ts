import { TextCache } from '../core/text-cache.ts';
import { parseLength, toPx } from './length.ts';
import { formatNumber, parseNumberList } from './numbers.ts';

/** A rectangle in user units, such as the four numbers of a `viewBox`. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Parses a `viewBox`; `undefined` if it is not four numbers. Source: SVG 2, 8.6. */
export function parseViewBox(text: string): ViewBox | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const numbers = parseNumberList(text);
  if (numbers?.length !== 4) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return { x, y, width, height };
}

/** Parses a `viewBox` that a build wrote, which is always valid. */
export function viewBoxOf(viewBox: string): ViewBox {
  return parseViewBox(viewBox) ?? { x: 0, y: 0, width: 24, height: 24 };
}

/** Writes a `viewBox` in canonical spelling: plain decimals, one space between. */
export function serializeViewBox({ x, y, width, height }: ViewBox): string {
  return [x, y, width, height].map((value) => formatNumber(round(value))).join(' ');
}

/** Size of a source in px. */
export interface Size {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
}

/** Attributes of `<svg>` that determine its size. */
export type SizeAttributes = Readonly<Record<string, string | undefined>>;

/**
 * Determines the size of a source from `viewBox`, `width` and `height` of its root.
 * Without a viewBox, width and height define one, like in browsers; a percentage is not a size.
 * Returns a description of the problem if there is no usable size.
 *
 * Source: SVG 2, 8.2 and 8.6.
 */
export function sizeOf(attributes: SizeAttributes): Size | string {
  const { viewBox, width, height } = attributes;
  const key = `${viewBox}|${width}|${height}`;
  const cached = sizeCache.get(key);
  if (cached !== undefined) return cached;
  return sizeCache.set(key, computeSize(attributes));
}

/** Cached sizes: most sets have one, and it is needed several times per source. */
const sizeCache = new TextCache<Size | string>({ entries: 1000, length: 100 });

function computeSize(attributes: SizeAttributes): Size | string {
  const width = lengthInPx(attributes.width);
  const height = lengthInPx(attributes.height);
  const declared = attributes.viewBox;

  if (declared !== undefined && declared.trim() !== '') {
    const box = parseViewBox(declared);
    if (!box) return `viewBox="${declared.slice(0, MAX_QUOTED)}" is not four numbers`;
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
  const length = value.length <= MAX_LENGTH ? parseLength(value) : undefined;
  const px = length && toPx(length);
  return px !== undefined && px > 0 ? round(px) : undefined;
}

/** Rounds to a millionth of a unit, far below what is visible, to hide binary fractions. */
function round(value: number): number {
  const rounded = Number(value.toFixed(6));
  return rounded === 0 ? value : rounded;
}

/** Longest value that is parsed; parsing time grows with the square of the length. */
const MAX_LENGTH = 1000;
/** Characters of an invalid value that are quoted. */
const MAX_QUOTED = 60;
