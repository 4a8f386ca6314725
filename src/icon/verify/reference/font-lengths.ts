import { parseLength, toPx } from '../../../svg/length.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { Unsupported } from './unsupported.ts';

/** Sizes of fonts in px: of an element, and of the root. */
export interface FontSizes {
  readonly own: number;
  readonly root: number;
}

/** Font size of a page that says nothing, in px. */
export const MEDIUM = 16;

/** What words stand for, in px. Source: Chromium 156. */
const WORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: MEDIUM,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};

/** A font size in px, by that of the parent. */
export function fontSizeInPx(text: string, around: FontSizes): number {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(WORDS, word)) return WORDS[word] as number;
  if (word === 'smaller') return around.own / 1.2;
  if (word === 'larger') return around.own * 1.2;
  const length = parseLength(lengthsInPx(text, around));
  const px = length && toPx(length, around.own);
  if (px === undefined) throw new Unsupported(`font-size: ${text.slice(0, 40)}`);
  return px;
}

const UNIT =
  /(?<![\w.#-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(r?em|r?(?:ex|ch|cap|ic|lh)|(?:[sld]?v|cq)(?:w|h|i|b|min|max))(?![\w-])/gi;

/** A value whose lengths do not depend on fonts. */
export function lengthsInPx(value: string, { own, root }: FontSizes): string {
  return value.replace(UNIT, (_, count: string, unit: string) => {
    if (!/^r?em$/i.test(unit)) throw new Unsupported(`a length in ${unit}`);
    const px = Number(count) * (unit.length === 3 ? root : own);
    return `${formatNumber(Number(px.toFixed(6)))}px`;
  });
}
