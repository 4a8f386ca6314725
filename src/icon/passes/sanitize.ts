import type { XastChild, XastElement, XastParent, XastRoot } from 'svgo';
import { ANIMATIONS } from '../../svg/elements.ts';
import { ACTIVE_ELEMENTS, ALLOWED_ELEMENTS, hasValidParent, TEXT_ELEMENTS } from '../allowed.ts';
import { hasPositionalSelector } from '../css/positional-selectors.ts';
import type { EmbeddedImages } from '../embedded-images.ts';
import type { CssParser } from '../lazy-parts.ts';
import { elements, ownText, type Pass, pass } from '../tree.ts';
import { AttributeCleaner } from './attribute-cleaner.ts';
import {
  createRemovedContentReport,
  type RemovedContentOptions,
  type RemovedContentReport,
} from './sanitize-report.ts';
import { isUnsafeAnimation } from './unsafe-animations.ts';

/** Context for sanitizing one source. */
export interface SanitizeOptions extends RemovedContentOptions {
  readonly images: EmbeddedImages;
  readonly css: CssParser | undefined;
}

/**
 * Keeps content that affects rendering and drops the rest: text for people (title, desc), comments,
 * editors' data, `data-*`, links, metadata of bitmaps. Reports active content as an error and an
 * external reference as a warning. Throws if the bitmaps have too many pixels, before anything
 * renders them.
 *
 * `<a href="x"><path onclick="…" data-name="p"/></a>` → error `active-content`, `<g><path/></g>`
 */
export function sanitize(options: SanitizeOptions): Pass {
  const report = createRemovedContentReport(options);
  return pass('iconloom-sanitize', (root) => {
    const sheets = [...elements(root)].filter(({ name }) => name === 'style');
    const attributes = new AttributeCleaner({
      css: options.css,
      images: options.images,
      report,
      hasStyleSheet: sheets.length > 0,
    });
    sanitizeTree(root, {
      attributes,
      report,
      countsElements: sheets.some((sheet) => hasPositionalSelector(ownText(sheet))),
    });
  });
}

interface TreeContext {
  readonly attributes: AttributeCleaner;
  readonly report: RemovedContentReport;
  /** True if a style sheet has selectors that count elements. */
  readonly countsElements: boolean;
}

function sanitizeTree(root: XastRoot, context: TreeContext): void {
  const stack: XastParent[] = [root];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    const children: XastChild[] = [];
    for (const child of parent.children) {
      if (sanitizeChild(child, parent, context)) {
        children.push(normalizeText(child));
        if (child.type === 'element') stack.push(child);
      } else if (context.countsElements && child.type === 'element') {
        children.push(placeholder());
      }
    }
    parent.children = children;
  }
}

/** Cleans a node; `false` if it must be removed. */
function sanitizeChild(child: XastChild, parent: XastParent, context: TreeContext): boolean {
  const isInText = parent.type === 'element' && TEXT_ELEMENTS.has(parent.name);
  if (child.type === 'text' || child.type === 'cdata') return isInText;
  if (child.type !== 'element' || !isAllowedElement(child, parent, context.report)) return false;
  if (ANIMATIONS.has(child.name) && isUnsafeAnimation(child, context.report)) return false;
  context.attributes.clean(child);
  if (child.name === 'a') child.name = isInText ? 'tspan' : 'g';
  return !(needsHref(child) && child.attributes.href === undefined);
}

function isAllowedElement(
  { name, attributes }: XastElement,
  parent: XastParent,
  report: RemovedContentReport,
): boolean {
  const localName = name.slice(name.indexOf(':') + 1);
  // Private data of Illustrator: no browser supports the extension, so none renders it.
  if (localName === 'foreignObject' && attributes.requiredExtensions) return false;
  if (ACTIVE_ELEMENTS.has(localName)) {
    report.active(`the element <${localName}>`, { element: localName });
    return false;
  }
  return (name === 'a' || ALLOWED_ELEMENTS.has(name)) && hasValidParent(name, parent);
}

/** Placeholder for an element that selectors count. */
function placeholder(): XastElement {
  return { type: 'element', name: 'defs', attributes: {}, children: [] };
}

/**
 * Writes text so that every reader reads the same: preload scanners of browsers read CDATA as
 * markup, and data URLs cannot contain carriage returns, which browsers render as spaces.
 */
function normalizeText(child: XastChild): XastChild {
  if (child.type !== 'cdata' && child.type !== 'text') return child;
  return { type: 'text', value: child.value.replaceAll('\r', ' ') };
}

/** Checks for an element that draws nothing without its `href`. */
function needsHref({ name }: XastElement): boolean {
  return name === 'use' || name === 'image';
}
