/** The point around which an element is transformed. Source: CSS Transforms 1, 6. */
import { absoluteToPx, parseLength, toPx } from './length.ts';
import type { Point } from './matrix.ts';
import type { ReferenceBox } from './transform-list.ts';

const X_KEYWORDS: Readonly<Record<string, number>> = { left: 0, center: 0.5, right: 1 };
const Y_KEYWORDS: Readonly<Record<string, number>> = { top: 0, center: 0.5, bottom: 1 };

/** Context of a `transform-origin`. */
export interface OriginContext {
  /** Box that percentages and keywords refer to, in px. Without it, they are `undefined`. */
  readonly box: ReferenceBox | undefined;
  /** True for the attribute, in which numbers need no unit. */
  readonly isAttribute: boolean;
}

/**
 * Parses a `transform-origin`, in px from the corner of the reference box; `undefined` if browsers
 * ignore it, and if it needs the font, a third dimension, or an unknown box.
 */
export function parseTransformOrigin(text: string, context: OriginContext): Point | undefined {
  const { box } = context;
  const [first = '', second = 'center', third = '0', ...more] = text
    .trim()
    .toLowerCase()
    .split(/\s+/);
  if (more.length > 0 || !/^[-+]?0(?:px)?$/.test(third)) return undefined;
  // Keywords can be in either order.
  const isSwapped = /^(top|bottom)$/.test(first) || /^(left|right)$/.test(second);
  const [xWord, yWord] = isSwapped ? [second, first] : [first, second];
  const x = resolveAxis(xWord, X_KEYWORDS, box?.width, context);
  const y = resolveAxis(yWord, Y_KEYWORDS, box?.height, context);
  return x === undefined || y === undefined ? undefined : [x, y];
}

function resolveAxis(
  word: string,
  keywords: Readonly<Record<string, number>>,
  side: number | undefined,
  { isAttribute }: OriginContext,
): number | undefined {
  const fraction = Object.hasOwn(keywords, word) ? keywords[word] : undefined;
  if (fraction !== undefined) return side === undefined ? undefined : fraction * side;
  const length = parseLength(word);
  if (!length || (length.unit === '' && length.value !== 0 && !isAttribute)) return undefined;
  return length.unit === '%' ? toPx(length, side) : absoluteToPx(length);
}
