import type { XastChild, XastElement, XastParent, XastRoot } from 'svgo';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import { ANIMATIONS } from '../../svg/elements.ts';
import type { StyleSheets } from '../css/style-sheet.ts';
import { elements, ownText, type Pass, textContent, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Drops text that does not affect rendering: hidden texts, font names in icons without text, unused
 * custom properties, and the names of filter results.
 */
export function dropPrivateNames(styles: StyleSheets | undefined): Pass {
  return triggeredPass('iconloom-private-names', { triggers: TRIGGERS }, (root) =>
    drop(root, styles),
  );
}

const TRIGGERS = TRAITS.text | TRAITS.style | TRAITS.font | TRAITS.animation | TRAITS.definition;

function drop(root: XastRoot, styles: StyleSheets | undefined): void {
  dropHiddenTexts(root, false);
  dropVariables(root, styles);
  const all = [...elements(root)];
  const hasText = all.some((each) => each.name === 'text' && textContent(each).trim() !== '');
  if (!hasText) styles?.dropDeclarations(root, (property) => FONT_NAME_PROPERTIES.test(property));
  for (const element of all) {
    if (!hasText) dropFonts(element);
    if (!styles) dropAnimations(element);
    if (element.name === 'filter') renameFilterResults(element);
  }
}

/** Drops hidden texts, unless something could show them. */
function dropHiddenTexts(parent: XastParent, isHidden: boolean): void {
  parent.children = parent.children.filter(
    (child) => !(isHidden && child.type === 'element' && child.name === 'text'),
  );
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { display, style, id, class: names } = child.attributes;
    const declared = readStyle(style).find(([property]) => property === 'display')?.[1];
    const isNotDisplayed = (declared ?? display) === 'none';
    const cannotChange = id === undefined && names === undefined && !child.children.some(animates);
    dropHiddenTexts(child, isHidden || (isNotDisplayed && cannotChange));
  }
}

function animates(child: XastChild): boolean {
  return child.type === 'element' && ANIMATIONS.has(child.name);
}

/** Drops unused custom properties, including those that only unused ones refer to. */
function dropVariables(root: XastRoot, styles: StyleSheets | undefined): void {
  // Most icons have none, and the search for uses reads all path data.
  const isDefined = ({ attributes }: XastElement) => attributes.style?.includes('--');
  if (!styles && ![...elements(root)].some(isDefined)) return;
  for (let previousSize = -1, used = usedVariables(root); previousSize !== used.size; ) {
    previousSize = used.size;
    styles?.dropDeclarations(root, (name) => name.startsWith('--') && !used.has(name));
    for (const { attributes } of elements(root)) {
      if (!attributes.style?.includes('--')) continue;
      keepEntries(attributes, (name) => !name.startsWith('--') || used.has(name));
    }
    used = usedVariables(root);
  }
}

function usedVariables(root: XastRoot): ReadonlySet<string> {
  const texts = [...elements(root)].flatMap((element) => [
    ...Object.values(element.attributes),
    ...(element.name === 'style' ? [ownText(element)] : []),
  ]);
  const uses = texts.flatMap((text) => [...text.matchAll(/var\(\s*(--[^\s,()]+)/gi)]);
  return new Set(uses.map(([, name = '']) => name));
}

function changesFonts(child: XastChild): boolean {
  if (child.type !== 'element' || !ANIMATIONS.has(child.name)) return false;
  return FONT_NAME_PROPERTIES.test(child.attributes.attributeName ?? '');
}

/**
 * Drops animations of icons without a style sheet: their names could only refer to keyframes of the
 * page.
 */
function dropAnimations({ attributes }: XastElement): void {
  if (!attributes.style?.includes('animation')) return;
  keepEntries(attributes, (property) => !property.startsWith('animation'));
}

function dropFonts(element: XastElement): void {
  const { attributes } = element;
  element.children = element.children.filter((child) => !changesFonts(child));
  for (const name of Object.keys(attributes)) {
    if (name.startsWith('font') && FONT_NAME_PROPERTIES.test(name)) delete attributes[name];
  }
  if (!attributes.style?.includes('font')) return;
  keepEntries(attributes, (property) => !FONT_NAME_PROPERTIES.test(property));
}

/** Properties whose values are names and features of fonts; dropped in icons without text. */
const FONT_NAME_PROPERTIES = /^font(-family|-feature-settings|-variation-settings)?$/;

function keepEntries(
  attributes: XastElement['attributes'],
  isKept: (property: string) => boolean,
): void {
  const entries = readStyle(attributes.style);
  attributes.style = writeStyle(entries.filter(([property]) => isKept(property)));
}

const INPUT_ATTRIBUTES = ['in', 'in2'] as const;
/** Inputs that every filter has. Source: Filter Effects 1, 9.2. */
const BUILT_IN_INPUTS = /^(Source(Graphic|Alpha)|Background(Image|Alpha)|FillPaint|StrokePaint)$/;

/** `<feOffset result="Anna's shadow"/><feBlend in="Anna's shadow"/>` → `a`, `a` */
function renameFilterResults(filter: XastElement): void {
  const names = new Map<string, string>();
  const nameOf = (name: string) => {
    const generatedName = names.get(name) ?? `r${names.size.toString(36)}`;
    names.set(name, generatedName);
    return generatedName;
  };
  for (const { attributes } of elements(filter)) {
    for (const input of INPUT_ATTRIBUTES) {
      const name = attributes[input]?.trim();
      if (name !== undefined && !BUILT_IN_INPUTS.test(name)) attributes[input] = nameOf(name);
    }
    if (attributes.result !== undefined) attributes.result = nameOf(attributes.result.trim());
  }
}
