import type { XastElement } from 'svgo';
import { readStyle } from '../svg/css/style-text.ts';
import { parseLength, toPx } from '../svg/length.ts';
import { formatNumber } from '../svg/numbers.ts';
import { elements, ownText, type Pass, pass, svgElement } from './tree.ts';

const NUMBER = String.raw`(?<![\w.#-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)`;
const OF_FONT = /(?:\d|\.)em(?![\w-])/i;
const OF_ROOT_FONT = new RegExp(`${NUMBER}rem(?![\\w-])`, 'gi');
/** Units that are as large as the page, its font or its lines make them. */
const OF_PAGE =
  /(?<![\w.#-])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:r?(?:ex|ch|cap|ic|lh)|(?:[sld]?v|cq)(?:w|h|i|b|min|max))(?![\w-])/i;
/** Attributes that hold no length, and may be long. */
const WITHOUT_LENGTHS =
  /^(?:id|class|href|d|points|transform|values|font-family|fill|stroke|(?:gradient|pattern)Transform)$/;

/** Attributes of the root that place it in a page; no icon keeps them. */
const OF_THE_BOX = /^(?:width|height|x|y|style)$/;

/** Font size that a browser begins with, and what its words stand for, in px. Source: CSS Fonts 4, 2.5. */
const MEDIUM = 16;
const WORDS: ReadonlyMap<string, number> = new Map([
  ...([
    ['xx-small', 9],
    ['x-small', 10],
    ['small', 13],
    ['medium', MEDIUM],
  ] as const),
  ...([
    ['large', 18],
    ['x-large', 24],
    ['xx-large', 32],
    ['xxx-large', 48],
  ] as const),
  ...([
    ['smaller', MEDIUM / 1.2],
    ['larger', MEDIUM * 1.2],
  ] as const),
]);

/** A value that the page decides: `width="5vw"` of `<rect>`. */
export interface PageLength {
  readonly element: string;
  readonly attribute: string;
  readonly value: string;
}

/**
 * Frees lengths from the fonts of the page: a symbol inherits them, a file does not. `rem` becomes px,
 * and where there are `em`, the root says what they are of.
 *
 * `<svg viewBox="0 0 24 24"><rect width="1em" height="1rem"/></svg>` →
 * `<svg viewBox="0 0 24 24" font-size="16"><rect width="1em" height="16px"/></svg>`
 *
 * @param onPage is told of lengths that only the page knows
 */
export function relativeLengths(onPage: (found: PageLength) => void): Pass {
  return pass('iconloom-relative-lengths', (root) => {
    const svg = svgElement(root);
    if (!svg) return;
    const size = rootFontSize(svg);
    let usesFont = false;
    const freed = (element: string, attribute: string, text: string): string => {
      const [found] = OF_PAGE.exec(text) ?? [];
      if (found !== undefined) onPage({ element, attribute, value: found });
      usesFont ||= OF_FONT.test(text);
      return text.replace(
        OF_ROOT_FONT,
        (_, count: string) => `${formatNumber(Number(count) * size)}px`,
      );
    };
    for (const element of elements(root)) {
      const { name, attributes } = element;
      for (const attribute in attributes) {
        const value = attributes[attribute] as string;
        const isOutside = element === svg && OF_THE_BOX.test(attribute);
        if (endsInUnit(value) && !isOutside && !WITHOUT_LENGTHS.test(attribute)) {
          attributes[attribute] = freed(name, attribute, value);
        }
      }
      if (name === 'style') {
        const css = ownText(element);
        const text = freed(name, '', css);
        if (text !== css) element.children = [{ type: 'text', value: text }];
      }
    }
    if (usesFont) svg.attributes['font-size'] = formatNumber(size);
  });
}

/** Whether the last character is a letter, a parenthesis or the end of a style: most values end in a digit. */
function endsInUnit(value: string): boolean {
  const last = value.charCodeAt(value.length - 1);
  return last === 0x29 || last === 0x3b || (last | 0x20) >= 0x61 || value.includes(':');
}

/** The root's own font size in px, by the default of browsers. */
function rootFontSize({ attributes }: XastElement): number {
  const declared = readStyle(attributes.style).findLast(([name]) => name === 'font-size')?.[1];
  const text = (declared ?? attributes['font-size'] ?? '').toLowerCase();
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const length = parseLength(text);
  return (length && toPx(length, MEDIUM)) ?? MEDIUM;
}
