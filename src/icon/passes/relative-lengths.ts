import type { XastElement } from 'svgo';
import { readStyle } from '../../svg/css/style-text.ts';
import { keywordFontSize, MEDIUM_FONT_SIZE } from '../../svg/font-size.ts';
import {
  mayEndInUnit,
  NUMBER_BEFORE_UNIT,
  PAGE_UNIT,
  parseLength,
  toPx,
} from '../../svg/length.ts';
import { formatNumber } from '../../svg/numbers.ts';
import { elements, ownText, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

const EM_LENGTH = new RegExp(`${NUMBER_BEFORE_UNIT}em(?![\\w-])`, 'i');
const REM_LENGTH = new RegExp(`(${NUMBER_BEFORE_UNIT})rem(?![\\w-])`, 'gi');
const PAGE_UNIT_LENGTH = new RegExp(`${NUMBER_BEFORE_UNIT}(?:${PAGE_UNIT})(?![\\w-])`, 'i');
/** Attributes without lengths, which may be long. */
const WITHOUT_LENGTHS =
  /^(?:id|class|href|d|points|transform|values|font-family|fill|stroke|(?:gradient|pattern)Transform)$/;

/** Attributes of the root that place it in a page; no icon keeps them. */
const ROOT_BOX_ATTRIBUTES = /^(?:width|height|x|y|style)$/;

/** A value that depends on the page: `width="5vw"` of `<rect>`. */
export interface PageLength {
  readonly element: string;
  readonly attribute: string;
  readonly value: string;
}

/**
 * Makes lengths independent of the fonts of the page, which a symbol inherits and a file does not.
 * `rem` becomes px; for `em`, the root gets a font size.
 *
 * `<svg viewBox="0 0 24 24"><rect width="1em" height="1rem"/></svg>` →
 * `<svg viewBox="0 0 24 24" font-size="16"><rect width="1em" height="16px"/></svg>`
 *
 * @param onPageLength receives lengths that depend on the page
 */
export function relativeLengths(onPageLength: (found: PageLength) => void): Pass {
  return triggeredPass(
    'iconloom-relative-lengths',
    { triggers: TRAITS.unit | TRAITS.style },
    (root) => {
      const svg = svgElement(root);
      if (!svg) return;
      const size = rootFontSize(svg);
      let usesEm = false;
      const resolveUnits = (element: string, attribute: string, text: string): string => {
        const [found] = PAGE_UNIT_LENGTH.exec(text) ?? [];
        if (found !== undefined) onPageLength({ element, attribute, value: found });
        usesEm ||= EM_LENGTH.test(text);
        return text.replace(
          REM_LENGTH,
          (_, count: string) => `${formatNumber(Number(count) * size)}px`,
        );
      };
      for (const element of elements(root)) {
        const { name, attributes } = element;
        for (const attribute in attributes) {
          const value = attributes[attribute] as string;
          const isRootBox = element === svg && ROOT_BOX_ATTRIBUTES.test(attribute);
          const mayHoldUnit = attribute === 'style' || mayEndInUnit(value);
          if (mayHoldUnit && !isRootBox && !WITHOUT_LENGTHS.test(attribute)) {
            attributes[attribute] = resolveUnits(name, attribute, value);
          }
        }
        if (name === 'style') {
          const css = ownText(element);
          const text = resolveUnits(name, '', css);
          if (text !== css) element.children = [{ type: 'text', value: text }];
        }
      }
      if (usesEm) svg.attributes['font-size'] = formatNumber(size);
    },
  );
}

/** Computes the root's own font size in px. */
function rootFontSize({ attributes }: XastElement): number {
  const declared = readStyle(attributes.style).findLast(([name]) => name === 'font-size')?.[1];
  const text = declared ?? attributes['font-size'] ?? '';
  const length = parseLength(text);
  return (
    keywordFontSize(text, MEDIUM_FONT_SIZE) ??
    (length && toPx(length, MEDIUM_FONT_SIZE)) ??
    MEDIUM_FONT_SIZE
  );
}
