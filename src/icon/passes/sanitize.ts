import type { XastChild, XastElement, XastParent } from 'svgo';
import { diagnose, type TableCode } from '../../core/diagnostics.ts';
import type { ActiveContent } from '../../core/types.ts';
import { isFilterAttribute } from '../../svg/attributes.ts';
import { parseFragment, serializeFragment } from '../../svg/css/references.ts';
import type { ParsedValue } from '../../svg/css/values.ts';
import { ANIMATIONS } from '../../svg/elements.ts';
import { parseNumberList, withPlainSpaces } from '../../svg/numbers.ts';
import {
  ACTIVE_ELEMENTS,
  ALLOWED_ELEMENTS,
  hasValidParent,
  isActiveUrl,
  isAllowedAttribute,
  isAnimatable,
  TEXT_ELEMENTS,
} from '../allowed.ts';
import { cleanAttribute } from '../clean-attribute.ts';
import { cleanStyle } from '../clean-style.ts';
import { hasPositionalSelector } from '../css/positional-selectors.ts';
import { isDataUrl } from '../data-url.ts';
import type { EmbeddedImages } from '../embedded-images.ts';
import type { CssParser } from '../lazy-parts.ts';
import type { ReportProblem } from '../problem-log.ts';
import type { LocationHint } from '../source/locate.ts';
import { elements, ownText, type Pass, pass } from '../tree.ts';

/** Context for sanitizing one source. */
export interface SanitizeOptions {
  /** The file to name in diagnostics. */
  readonly file: string;
  readonly activeContent: ActiveContent;
  readonly images: EmbeddedImages;
  readonly css: CssParser | undefined;
  readonly report: ReportProblem;
}

/**
 * Keeps what draws and drops the rest: text for people (title, desc), comments, editors' data,
 * `data-*`, links, metadata of bitmaps. Reports active content as an error and an external
 * reference as a warning. Stops if the bitmaps have too many pixels, before anything renders them.
 *
 * `<a href="x"><path onclick="…" data-name="p"/></a>` → error `active-content`, `<g><path/></g>`
 */
export function sanitize({ file, activeContent, images, css, report }: SanitizeOptions): Pass {
  const code = activeContent === 'error' ? 'active-content' : 'active-content-removed';
  const reporter = (diagnosticCode: TableCode) => (found: string, hint: LocationHint) =>
    report(diagnose(diagnosticCode, { file, args: { found } }), hint);
  const reportActive = reporter(code);
  const reportOutside = reporter('outside-reference');
  const reportUnknown = reporter('not-allowed');
  const reportRemoved = (removed: Omit<ParsedValue, 'text'>, hint: LocationHint) => {
    const where = `in ${hint.attribute} on <${hint.element}>`;
    for (const found of removed.outside) reportOutside(`${shorten(found)} ${where}`, hint);
    for (const found of removed.unsupported) reportUnknown(`${shorten(found)} ${where}`, hint);
  };

  let hasSheet = false;

  function sanitizeChild(child: XastChild, parent: XastParent): boolean {
    if (child.type === 'text' || child.type === 'cdata') {
      return parent.type === 'element' && TEXT_ELEMENTS.has(parent.name);
    }
    if (child.type !== 'element') return false;
    const localName = child.name.slice(child.name.indexOf(':') + 1);
    // No browser knows such an extension, and so none draws it: Illustrator's copy for itself.
    if (localName === 'foreignObject' && child.attributes.requiredExtensions) return false;
    if (ACTIVE_ELEMENTS.has(localName)) {
      reportActive(`the element <${localName}>`, { element: localName });
      return false;
    }
    if (child.name !== 'a' && !ALLOWED_ELEMENTS.has(child.name)) return false;
    if (!hasValidParent(child.name, parent)) return false;
    if (isUnsafeAnimation(child)) return false;
    cleanAttributes(child);
    if (child.name === 'a') {
      const isInText = parent.type === 'element' && TEXT_ELEMENTS.has(parent.name);
      child.name = isInText ? 'tspan' : 'g';
    }
    return !(needsHref(child) && child.attributes.href === undefined);
  }

  /** An animation can set what may not be written: a link, a handler. */
  function isUnsafeAnimation({ name, attributes }: XastElement): boolean {
    if (!ANIMATIONS.has(name)) return false;
    const target = (attributes.attributeName ?? '').trim();
    const hint = {
      element: name,
      attribute: 'attributeName',
      value: attributes.attributeName ?? '',
    };
    if (/^on/i.test(target)) {
      reportActive(`the animation of ${target}`, hint);
      return true;
    }
    if (!/(^|:)href$/i.test(target)) {
      const isDropped = target !== '' && !isAnimatable(target);
      if (isDropped) reportUnknown(`the animation of ${target}`, hint);
      else attributes.attributeName = target;
      return isDropped;
    }
    for (const attribute of ['to', 'from', 'by', 'values']) {
      const all = attributes[attribute] ?? '';
      const valueHint = { element: name, attribute, value: all };
      for (const value of all.split(';').map((each) => each.trim())) {
        if (isActiveUrl(value)) reportActive(`the link ${shorten(value)} on <${name}>`, valueHint);
        else if (all !== '' && !value.startsWith('#'))
          reportOutside(`${shorten(value)} on <${name}>`, valueHint);
      }
    }
    return true;
  }

  function cleanAttributes(element: XastElement): void {
    const { attributes } = element;
    for (const name of Object.keys(attributes)) {
      const value = attributes[name] as string;
      if (isKnownClean(element.name, name, value)) continue;
      if (/^on/i.test(name)) {
        reportActive(`the handler ${name} on <${element.name}>`, {
          element: element.name,
          attribute: name,
        });
        delete attributes[name];
      } else if (!isAllowedAttribute(element.name, name)) {
        delete attributes[name];
      } else if (name === 'href') {
        cleanLink(element, value);
      } else {
        const clean = cleanValue(element, name, value);
        if (clean === undefined) delete attributes[name];
        else if (clean !== value) attributes[name] = clean;
        else rememberClean(element.name, name, value);
      }
    }
  }

  function cleanLink(element: XastElement, url: string): void {
    const target = parseFragment(url);
    delete element.attributes.href;
    if (target !== undefined && HREF_ELEMENTS.has(element.name)) {
      element.attributes.href = serializeFragment(target);
      return;
    }
    const hint = { element: element.name, attribute: 'href', value: url };
    const isImage = element.name === 'image' || element.name === 'feImage';
    // Browsers show pictures there, and run nothing of what is none.
    if (isImage && isDataUrl(url)) embed(element, url);
    else if (isActiveUrl(url)) reportActive(`the link ${shorten(url)} on <${element.name}>`, hint);
    // A link leads away; what is linked is drawn all the same.
    else if (element.name !== 'a') reportOutside(`${shorten(url)} on <${element.name}>`, hint);
  }

  function embed(element: XastElement, url: string): void {
    const embedded = images.embed(element, url);
    if (embedded !== undefined) element.attributes.href = embedded;
  }

  /** Value in its canonical spelling; `undefined` if nothing of it is allowed. */
  function cleanValue(element: XastElement, name: string, value: string): string | undefined {
    const hint = { element: element.name, attribute: name, value };
    if (name === 'style') {
      const { style, ...removed } = cleanStyle(value, { css, keepsImportance: hasSheet });
      reportRemoved(removed, hint);
      return style;
    }
    if (ANIMATED_VALUE.test(name) && ANIMATIONS.has(element.name)) {
      return cleanAnimated(element, value);
    }
    const { text, ...removed } = cleanAttribute(element.name, name, value, css);
    reportRemoved(removed, hint);
    return text;
  }

  /** Values of what an animation changes, one after another. */
  function cleanAnimated({ name, attributes }: XastElement, values: string): string | undefined {
    const target = (attributes.attributeName ?? '').trim();
    const isTransform = name === 'animateTransform' || name === 'animateMotion';
    const clean = values.split(';').map((each) => {
      const value = each.trim();
      if (value === '') return value;
      if (isTransform) return parseNumberList(value) ? withPlainSpaces(value) : undefined;
      return cleanAttribute(isFilterAttribute(target) ? 'fe' : '', target, value, css).text;
    });
    return clean.includes(undefined) ? undefined : clean.join(';');
  }

  return pass('iconloom-sanitize', (root) => {
    const sheets = [...elements(root)].filter(({ name }) => name === 'style');
    hasSheet = sheets.length > 0;
    const countsElements = sheets.some((sheet) => hasPositionalSelector(ownText(sheet)));
    const stack: XastParent[] = [root];
    for (let parent = stack.pop(); parent; parent = stack.pop()) {
      const current = parent;
      current.children = current.children.flatMap((child): XastChild[] => {
        if (sanitizeChild(child, current)) return [normalizeText(child)];
        return countsElements && child.type === 'element' ? [placeholder()] : [];
      });
      stack.push(...current.children.filter((child) => child.type === 'element'));
    }
  });
}

/** Placeholder for an element that selectors count. */
function placeholder(): XastElement {
  return { type: 'element', name: 'defs', attributes: {}, children: [] };
}

/** Clean values by element and attribute, cached: sets repeat the same few. */
const cleanValues = new Map<string, Map<string, Set<string>>>();
/** Longest value worth caching, and limits of the cache. */
const CACHE_LIMITS = { length: 40, values: 500, names: 100 };

function isKnownClean(element: string, name: string, value: string): boolean {
  return (
    value.length <= CACHE_LIMITS.length && cleanValues.get(element)?.get(name)?.has(value) === true
  );
}

function rememberClean(element: string, name: string, value: string): void {
  // Their validity depends on the rest of the icon.
  const dependsOnContext = name === 'style' || ANIMATIONS.has(element);
  if (dependsOnContext || value.length > CACHE_LIMITS.length) return;
  const names = cleanValues.get(element) ?? new Map<string, Set<string>>();
  const values = names.get(name) ?? new Set();
  if (values.size < CACHE_LIMITS.values) values.add(value);
  if (names.size < CACHE_LIMITS.names) names.set(name, values);
  if (cleanValues.size < CACHE_LIMITS.names) cleanValues.set(element, names);
}

/**
 * Text as every reader takes it: in a page, what looks ahead for things to load takes CDATA for
 * markup, and a carriage return, which browsers draw as a space, is no character of a data URL.
 */
function normalizeText(child: XastChild): XastChild {
  if (child.type !== 'cdata' && child.type !== 'text') return child;
  return { type: 'text', value: child.value.replaceAll('\r', ' ') };
}

/** Values of animations. */
const ANIMATED_VALUE = /^(values|to|from|by)$/;

/** Elements whose `href` may refer to another element of the icon. */
const HREF_ELEMENTS: ReadonlySet<string> = new Set([
  ...['use', 'linearGradient', 'radialGradient', 'pattern', 'textPath', 'mpath', 'feImage'],
  ...ANIMATIONS,
]);

/** Elements that draw nothing without their `href`. */
function needsHref({ name }: XastElement): boolean {
  return name === 'use' || name === 'image';
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
