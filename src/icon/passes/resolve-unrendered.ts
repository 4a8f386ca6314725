import type { XastChild, XastElement, XastParent, XastRoot } from 'svgo';
import { ACTIVE_ELEMENTS, ALLOWED_ELEMENTS } from '../allowed.ts';
import { mayReference, renameReferences } from '../references.ts';
import { elements, type Pass, pass } from '../tree.ts';

/**
 * Resolves content that browsers do not render in its place: elements whose conditions fail,
 * branches of `<switch>` that are not taken, and unknown elements. Targets of a `<use>` inside it
 * move to a `<defs>`. Runs before sanitizing, which drops conditions and unknown elements. Source:
 * SVG 2, 5.7 and 5.10; Chromium 156 where it differs, see {@link isSupported}.
 *
 * `<switch><g requiredExtensions="http://a.org">…</g><path/></switch>` → `<g><path/></g>`
 */
export function resolveUnrendered(): Pass {
  return pass('iconloom-resolve-unrendered', (root) => {
    if (mayBeUnrendered(root)) resolveChildren(root, usedIds(root));
  });
}

/** Quick test for anything that this pass may change, which few icons have. */
function mayBeUnrendered(root: XastRoot): boolean {
  let [hasUnknown, hasUse] = [false, false];
  for (const element of elements(root)) {
    const { name, attributes, children } = element;
    if (name === 'switch') return true;
    if (attributes.requiredExtensions !== undefined || attributes.systemLanguage !== undefined) {
      return true;
    }
    hasUse ||= name === 'use';
    hasUnknown ||= isUnknown(element);
    if (children.length > 0 && CHILDLESS.test(name) && children.some(isGraphics)) return true;
  }
  // Unknown elements are only searched for what a `<use>` draws.
  return hasUnknown && hasUse;
}

type UsedIds = ReadonlySet<string>;

function usedIds(root: XastParent): UsedIds {
  const ids = new Set<string>();
  for (const { name, attributes } of elements(root)) {
    if (name !== 'use') continue;
    for (const link of ['href', 'xlink:href']) {
      const value = attributes[link];
      if (value === undefined || !mayReference(link, value)) continue;
      renameReferences(link, value, (id) => {
        ids.add(id);
        return undefined;
      });
    }
  }
  return ids;
}

function resolveChildren(parent: XastParent, used: UsedIds): void {
  parent.children = parent.children.flatMap((child): XastChild[] => {
    if (child.type !== 'element') return [child];
    if (parent.type !== 'root' && isConditional(child) && !isSupported(child)) {
      return defineUsed([child], used);
    }
    if (isUnknown(child)) {
      const definitions = defineUsed([child], used);
      // The sanitizing pass reports and drops it.
      return definitions.length > 0 ? definitions : [child];
    }
    if (CHILDLESS.test(child.name)) return [child, ...defineUsed(takeGraphics(child), used)];
    if (child.name === 'switch') return [...resolveSwitch(child, used), child];
    resolveChildren(child, used);
    return [child];
  });
}

/** Elements that render none of their children, which svgo drops. */
const CHILDLESS =
  /^(path|rect|circle|ellipse|line|polyline|polygon|image|use|stop|filter|(linear|radial)Gradient)$/;
const GRAPHICS_ELEMENT =
  /^(g|a|svg|symbol|use|image|path|rect|circle|ellipse|line|polyline|polygon|text)$/;

function takeGraphics(element: XastElement): XastElement[] {
  const graphics = element.children.filter(isGraphics);
  if (graphics.length > 0) {
    element.children = element.children.filter((child) => !graphics.includes(child as XastElement));
  }
  return graphics;
}

function isGraphics(child: XastChild): child is XastElement {
  return child.type === 'element' && GRAPHICS_ELEMENT.test(child.name);
}

/** Elements to which conditional attributes apply. Source: SVG 2, 5.8.2. */
const CONDITIONAL: ReadonlySet<string> = new Set([
  ...['a', 'g', 'svg', 'switch', 'symbol', 'use', 'image', 'mask', 'pattern', 'foreignObject'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['text', 'tspan', 'textPath'],
]);

function isConditional({ name }: XastElement): boolean {
  return CONDITIONAL.has(name);
}

/** Namespaces that browsers support in an SVG. Measured in Chromium 156. */
const EXTENSIONS: ReadonlySet<string> = new Set([
  ...['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML'],
]);

/** At least one language. Source: RFC 5646, 2.1. */
const LANGUAGE = /(?:^|,)\s*[a-z]{2,3}(?:-[a-z\d]{1,8})*\s*(?:,|$)/i;

/**
 * Checks if a browser has all extensions that an element needs; an attribute without any fails,
 * too. Browsers no longer read `requiredFeatures`.
 */
function isSupported({ attributes }: XastElement): boolean {
  const { requiredExtensions, systemLanguage } = attributes;
  if (systemLanguage !== undefined && !LANGUAGE.test(systemLanguage)) return false;
  if (requiredExtensions === undefined) return true;
  const needed = requiredExtensions.split(/\s+/).filter(Boolean);
  return needed.length > 0 && needed.every((each) => EXTENSIONS.has(each));
}

/**
 * Renders the first child that matches, of any kind; elements of other namespaces are skipped.
 * Children that depend on the user's language stay, up to the first child that always matches.
 *
 * @returns definitions that a `<use>` draws from the other children
 */
function resolveSwitch(element: XastElement, used: UsedIds): XastElement[] {
  const candidates: XastElement[] = [];
  const others: XastElement[] = [];
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const isResolved = candidates.at(-1)?.attributes.systemLanguage === undefined;
    const isSkipped = candidates.length > 0 && isResolved;
    if (isSkipped || child.name.includes(':') || !isSupported(child)) others.push(child);
    else candidates.push(child);
  }
  const dependsOnLanguage = candidates.some(
    ({ attributes }) => attributes.systemLanguage !== undefined,
  );
  if (!dependsOnLanguage) element.name = 'g';
  element.children = candidates;
  resolveChildren(element, used);
  return defineUsed(others, used);
}

/** Checks for elements that browsers never render; active ones are reported elsewhere. */
function isUnknown({ name }: XastElement): boolean {
  if (ALLOWED_ELEMENTS.has(name) || name === 'a') return false;
  return !ACTIVE_ELEMENTS.has(name.slice(name.indexOf(':') + 1));
}

/** Creates a `<defs>` with the targets of `<use>` in unrendered elements; empty without targets. */
function defineUsed(unrendered: readonly XastElement[], used: UsedIds): XastElement[] {
  const targets = unrendered.flatMap((element) => targetsIn(element, used));
  if (targets.length === 0) return [];
  return [{ type: 'element', name: 'defs', attributes: {}, children: targets }];
}

function targetsIn(element: XastElement, used: UsedIds): XastElement[] {
  const { id } = element.attributes;
  const canRender = !isUnknown(element) && (!isConditional(element) || isSupported(element));
  if (canRender && id !== undefined && used.has(id)) {
    const wrapper: XastElement = { ...element, children: [element] };
    resolveChildren(wrapper, used);
    return wrapper.children.filter((child) => child.type === 'element');
  }
  return element.children.flatMap((child) =>
    child.type === 'element' ? targetsIn(child, used) : [],
  );
}
