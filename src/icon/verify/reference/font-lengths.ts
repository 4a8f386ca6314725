import { keywordFontSize } from '../../../svg/font-size.ts';
import { NUMBER_BEFORE_UNIT, PAGE_UNIT, parseLength, toPx } from '../../../svg/length.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { Unsupported } from './unsupported.ts';

/** Sizes of fonts in px: of an element, and of the root. */
export interface FontSizes {
  readonly own: number;
  readonly root: number;
}

/** Computes a font size in px from that of the parent. */
export function fontSizeInPx(text: string, parent: FontSizes): number {
  const length = parseLength(lengthsInPx(text, parent));
  const px = keywordFontSize(text, parent.own) ?? (length && toPx(length, parent.own));
  if (px === undefined) throw new Unsupported(`font-size: ${text.slice(0, 40)}`);
  return px;
}

const RELATIVE = new RegExp(`(${NUMBER_BEFORE_UNIT})(r?em|${PAGE_UNIT})(?![\\w-])`, 'gi');

/** Replaces font-relative lengths of a value by px. */
export function lengthsInPx(value: string, { own, root }: FontSizes): string {
  return value.replace(RELATIVE, (_, count: string, unit: string) => {
    if (!/^r?em$/i.test(unit)) throw new Unsupported(`a length in ${unit}`);
    const px = Number(count) * (unit.length === 3 ? root : own);
    return `${formatNumber(Number(px.toFixed(6)))}px`;
  });
}
