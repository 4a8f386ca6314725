import type { XastElement, XastRoot } from 'svgo';
import { querySelectorAll } from 'svgo/browser';
import { shapes, sizeIfInvalid } from '../../../svg/attributes.ts';
import { longhands, PRESENTATION_ATTRIBUTES } from '../../../svg/css/properties.ts';
import { readStyleAttribute } from '../../../svg/css/style-attribute.ts';
import { holdsMedia } from './css-queries.ts';
import { ownText, type ReferenceElement, withDescendants } from './nodes.ts';
import { putRanked, type RankedValue } from './ranked-value.ts';
import { readSheet, type SheetRule } from './sheet-rules.ts';
import { Unsupported } from './unsupported.ts';
import { validValue } from './valid-value.ts';

/** Reads the rules of all `<style>` elements that apply to a static image. */
export function readSheets(root: ReferenceElement): readonly SheetRule[] {
  return [...withDescendants(root)].flatMap((element) => {
    if (element.name !== 'style') return [];
    const { type = '', media = '' } = element.attributes;
    if (type !== '' && type.toLowerCase() !== 'text/css') return [];
    const holds = media.trim() === '' || holdsMedia(media);
    if (holds === undefined) throw new Unsupported('the media of its style sheet');
    return holds ? readSheet(ownText(element)) : [];
  });
}

/**
 * Computes the cascaded values of each element of a tree: `style` over rules over attributes.
 *
 * @param isDocument true for the whole source, false for a copy that a `<use>` renders
 */
export function declareStyles(
  tree: ReferenceElement,
  rules: readonly SheetRule[],
  isDocument: boolean,
): void {
  const declared = new Map<ReferenceElement, Map<string, RankedValue>>();
  for (const element of withDescendants(tree)) declared.set(element, ofAttributes(element));
  // In the shape of svgo's matching, which reads names, attributes and children only.
  const root = { type: 'root', children: [tree] } as unknown as XastRoot;
  for (const [order, { selector, specificity, declarations }] of rules.entries()) {
    for (const element of matches(root, selector, isDocument)) {
      const values = declared.get(element as unknown as ReferenceElement);
      for (const { property, value, isImportant } of values ? declarations : []) {
        const rank = [isImportant ? 1 : 0, 1, ...specificity, order];
        declare(values as Map<string, RankedValue>, property, value, rank);
      }
    }
  }
  for (const [element, values] of declared) {
    for (const { property, value, isImportant } of readStyleAttribute(
      element.attributes.style ?? '',
    )) {
      declare(values, property, value, [isImportant ? 1 : 0, 2]);
    }
    element.declared = values;
  }
}

/** Pseudo-classes that never match in a static image, links included. Source: Chromium 156. */
const STATES =
  /:(?:hover|active|focus|focus-within|focus-visible|target|visited|target-within|(?:any-)?link)(?![-\w])/gi;
const PARTS = /::|:(?:before|after|first-line|first-letter)(?![-\w])/i;

function matches(root: XastRoot, selector: string, isDocument: boolean): readonly XastElement[] {
  if (PARTS.test(selector)) return [];
  if (!isDocument && /:root(?![-\w])/i.test(selector)) return [];
  const atRest = selector.replace(STATES, ':not(*)').replace(/:scope(?![-\w])/gi, ':root');
  try {
    return querySelectorAll(root, atRest).filter((node) => node.type === 'element');
  } catch {
    throw new Unsupported(`the selector ${selector.slice(0, 60)}`);
  }
}

function declare(
  values: Map<string, RankedValue>,
  property: string,
  written: string,
  rank: readonly number[],
): void {
  if (property === 'all') throw new Unsupported('the property all');
  if (property.startsWith('--')) {
    putRanked(values, property, { value: written, rank, isAttribute: false });
    return;
  }
  // Only the color of a background is rendered; `root-box.ts` checks its grammar.
  const value = /^background(?:-color|-image)?$/.test(property)
    ? written
    : validValue(property, written, 'declaration');
  if (value === undefined) return;
  for (const longhand of longhands(property)) {
    putRanked(values, longhand, { value, rank, isAttribute: false });
  }
}

function ofAttributes({ name, attributes }: ReferenceElement): Map<string, RankedValue> {
  const values = new Map<string, RankedValue>();
  const transform = transformAttribute(name);
  for (const [attribute, written] of Object.entries(attributes)) {
    if (attribute === transform) {
      values.set('transform', { value: written, rank: [0, 0], isAttribute: true });
      continue;
    }
    const isShape = shapes(attribute, name);
    if (!isShape && !PRESENTATION_ATTRIBUTES.has(attribute)) continue;
    const value = isShape
      ? shapeValue(name, attribute, written)
      : validValue(attribute, written, 'attribute');
    if (value !== undefined) {
      values.set(attribute, { value, rank: [0, 0], isAttribute: true });
    }
  }
  return values;
}

/**
 * Value of a geometry attribute, which allows no CSS keywords; path data is left to the renderer.
 */
function shapeValue(element: string, attribute: string, written: string): string | undefined {
  if (attribute === 'd') return written;
  const value = validValue(attribute, written, 'attribute');
  const isRead = value !== undefined && !/^(?:inherit|initial|unset|revert.*)$/.test(value);
  return isRead ? written : sizeIfInvalid(element, attribute, written);
}

/** The attribute that sets `transform` on an element. */
export function transformAttribute(name: string): string {
  if (/^(?:linear|radial)Gradient$/.test(name)) return 'gradientTransform';
  return name === 'pattern' ? 'patternTransform' : 'transform';
}
