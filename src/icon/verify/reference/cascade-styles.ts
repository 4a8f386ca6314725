import type { XastElement, XastRoot } from 'svgo';
import { querySelectorAll } from 'svgo/browser';
import { appliesToElement, invalidSizeFallback } from '../../../svg/attributes.ts';
import { longhands, PRESENTATION_ATTRIBUTES } from '../../../svg/css/properties.ts';
import { readStyleAttribute } from '../../../svg/css/style-attribute.ts';
import { matchesMedia } from './css-queries.ts';
import { directText, type ReferenceElement, withDescendants } from './nodes.ts';
import { cascadeValue, type RankedValue } from './ranked-value.ts';
import { readSheet, type SheetRule } from './sheet-rules.ts';
import { Unsupported } from './unsupported.ts';
import { validValue } from './valid-value.ts';

/** Reads the rules of all `<style>` elements that apply to a static image. */
export function readSheets(root: ReferenceElement): readonly SheetRule[] {
  return [...withDescendants(root)].flatMap((element) => {
    if (element.name !== 'style') return [];
    const { type = '', media = '' } = element.attributes;
    if (type !== '' && type.toLowerCase() !== 'text/css') return [];
    const isMatch = media.trim() === '' || matchesMedia(media);
    if (isMatch === undefined) throw new Unsupported('the media of its style sheet');
    return isMatch ? readSheet(directText(element)) : [];
  });
}

/**
 * Computes the cascaded values of each element of a tree: `style` over rules over attributes.
 *
 * @param isDocument true for the whole source, false for a copy that a `<use>` renders
 */
export function cascadeStyles(
  tree: ReferenceElement,
  rules: readonly SheetRule[],
  isDocument: boolean,
): void {
  const cascaded = new Map<ReferenceElement, Map<string, RankedValue>>();
  for (const element of withDescendants(tree)) cascaded.set(element, cascadeAttributes(element));
  // In the shape of svgo's matching, which reads names, attributes and children only.
  const root = { type: 'root', children: [tree] } as unknown as XastRoot;
  for (const [order, { selector, specificity, declarations }] of rules.entries()) {
    for (const element of matchSelector(root, selector, isDocument)) {
      const values = cascaded.get(element as unknown as ReferenceElement);
      for (const { property, value, isImportant } of values ? declarations : []) {
        const rank = [isImportant ? 1 : 0, 1, ...specificity, order];
        addDeclaration(values as Map<string, RankedValue>, property, value, rank);
      }
    }
  }
  for (const [element, values] of cascaded) {
    for (const { property, value, isImportant } of readStyleAttribute(
      element.attributes.style ?? '',
    )) {
      addDeclaration(values, property, value, [isImportant ? 1 : 0, 2]);
    }
    element.cascaded = values;
  }
}

/** Pseudo-classes that never match in a static image, links included. Source: Chromium 156. */
const STATE_PSEUDO_CLASSES =
  /:(?:hover|active|focus|focus-within|focus-visible|target|visited|target-within|(?:any-)?link)(?![-\w])/gi;
const PSEUDO_ELEMENTS = /::|:(?:before|after|first-line|first-letter)(?![-\w])/i;

function matchSelector(
  root: XastRoot,
  selector: string,
  isDocument: boolean,
): readonly XastElement[] {
  if (PSEUDO_ELEMENTS.test(selector)) return [];
  if (!isDocument && /:root(?![-\w])/i.test(selector)) return [];
  const atRest = selector
    .replace(STATE_PSEUDO_CLASSES, ':not(*)')
    .replace(/:scope(?![-\w])/gi, ':root');
  try {
    return querySelectorAll(root, atRest).filter((node) => node.type === 'element');
  } catch {
    throw new Unsupported(`the selector ${selector.slice(0, 60)}`);
  }
}

function addDeclaration(
  values: Map<string, RankedValue>,
  property: string,
  rawValue: string,
  rank: readonly number[],
): void {
  if (property === 'all') throw new Unsupported('the property all');
  if (property.startsWith('--')) {
    cascadeValue(values, property, { value: rawValue, rank, isAttribute: false });
    return;
  }
  // Only the color of a background is rendered; `root-box.ts` checks its grammar.
  const value = /^background(?:-color|-image)?$/.test(property)
    ? rawValue
    : validValue(property, rawValue, 'declaration');
  if (value === undefined) return;
  for (const longhand of longhands(property)) {
    cascadeValue(values, longhand, { value, rank, isAttribute: false });
  }
}

function cascadeAttributes({ name, attributes }: ReferenceElement): Map<string, RankedValue> {
  const values = new Map<string, RankedValue>();
  const transform = transformAttribute(name);
  for (const [attribute, rawValue] of Object.entries(attributes)) {
    if (attribute === transform) {
      values.set('transform', { value: rawValue, rank: [0, 0], isAttribute: true });
      continue;
    }
    const isGeometry = appliesToElement(attribute, name);
    if (!isGeometry && !PRESENTATION_ATTRIBUTES.has(attribute)) continue;
    const value = isGeometry
      ? geometryValue(name, attribute, rawValue)
      : validValue(attribute, rawValue, 'attribute');
    if (value !== undefined) {
      values.set(attribute, { value, rank: [0, 0], isAttribute: true });
    }
  }
  return values;
}

/**
 * Value of a geometry attribute, which allows no CSS keywords; path data is left to the renderer.
 */
function geometryValue(element: string, attribute: string, rawValue: string): string | undefined {
  if (attribute === 'd') return rawValue;
  const value = validValue(attribute, rawValue, 'attribute');
  const isValid = value !== undefined && !/^(?:inherit|initial|unset|revert.*)$/.test(value);
  return isValid ? rawValue : invalidSizeFallback(element, attribute, rawValue);
}

/** The attribute that sets `transform` on an element. */
export function transformAttribute(name: string): string {
  if (/^(?:linear|radial)Gradient$/.test(name)) return 'gradientTransform';
  return name === 'pattern' ? 'patternTransform' : 'transform';
}
