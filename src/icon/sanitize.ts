import type { XastChild, XastElement, XastParent } from 'svgo';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { ActiveContent } from '../core/types.ts';
import {
  ACTIVE_ELEMENTS,
  DRAWING_ELEMENTS,
  isActiveUrl,
  isAllowedAttribute,
  isAnimatable,
  isAnimation,
  isInPlace,
  TEXT_ELEMENTS,
} from './allowed.ts';
import { isAllowedProperty } from './css-allowed.ts';
import {
  isSafe,
  parseDeclaration,
  splitDeclarations,
  type Unsafe,
  unescapeCss,
  unsafeParts,
  withoutComments,
} from './css-values.ts';
import { type EmbeddedImages, isDrawingLink } from './embedded-images.ts';
import { holdsElement, type Pass, pass } from './tree.ts';
import { isDrawnDeclaration, isKnownValue, NAMES_FONTS, pathData } from './words.ts';

/**
 * Keeps what draws and drops the rest: text for people (title, desc), comments, editors' data,
 * `data-*`, links, what bitmaps tell. Active content is an error, a reference to the outside a
 * warning. Images are cleaned by what is given for them.
 *
 * `<a href="x"><path onclick="…" data-name="p"/></a>` → error `active-content`, `<g><path/></g>`
 */
export function sanitize(
  file: string,
  activeContent: ActiveContent,
  images: EmbeddedImages,
  report: (diagnostic: Diagnostic) => void,
): Pass {
  const code = activeContent === 'error' ? 'active-content' : 'active-content-removed';
  const active = (found: string) => report(diagnose(code, { file, args: { found } }));
  const outside = (found: string) =>
    report(diagnose('outside-reference', { file, args: { found } }));
  const unknown = (found: string) => report(diagnose('not-allowed', { file, args: { found } }));
  const tell = (unsafe: Unsafe, where: string) => {
    for (const found of unsafe.outside) outside(`${shorten(found)} ${where}`);
    for (const found of unsafe.unknown) unknown(`${shorten(found)} ${where}`);
  };

  let hasSheet = false;

  function keeps(child: XastChild, parent: XastParent): boolean {
    if (child.type === 'text' || child.type === 'cdata') {
      return parent.type === 'element' && TEXT_ELEMENTS.has(parent.name);
    }
    if (child.type !== 'element') return false;
    const local = child.name.slice(child.name.indexOf(':') + 1);
    // No browser knows such an extension, and so none draws it: Illustrator's copy for itself.
    if (local === 'foreignObject' && child.attributes.requiredExtensions) return false;
    if (ACTIVE_ELEMENTS.has(local)) {
      active(`the element <${local}>`);
      return false;
    }
    if (child.name !== 'a' && !DRAWING_ELEMENTS.has(child.name)) return false;
    if (!isInPlace(child.name, parent)) return false;
    if (steers(child)) return false;
    cleanAttributes(child);
    if (child.name === 'a') {
      const isInText = parent.type === 'element' && TEXT_ELEMENTS.has(parent.name);
      child.name = isInText ? 'tspan' : 'g';
    }
    return !(drawsItsLink(child) && child.attributes.href === undefined);
  }

  /** An animation can set what may not be written: a link, a handler. */
  function steers({ name, attributes }: XastElement): boolean {
    if (!isAnimation(name)) return false;
    const target = (attributes.attributeName ?? '').trim();
    if (/^on/i.test(target)) active(`the animation of ${target}`);
    else if (!/(^|:)href$/i.test(target)) {
      if (target === '' || isAnimatable(target)) return false;
      unknown(`the animation of ${target}`);
      return true;
    }
    const values = ['to', 'from', 'by', 'values'].flatMap(
      (key) => attributes[key]?.split(';') ?? [],
    );
    for (const value of values.map((each) => each.trim())) {
      if (isActiveUrl(value)) active(`the link ${shorten(value)} on <${name}>`);
      else if (!value.startsWith('#')) outside(`${shorten(value)} on <${name}>`);
    }
    return true;
  }

  function cleanAttributes(element: XastElement): void {
    const { attributes } = element;
    for (const name of Object.keys(attributes)) {
      const value = attributes[name] as string;
      if (isKnownGood(element.name, name, value)) continue;
      if (/^on/i.test(name)) {
        active(`the handler ${name} on <${element.name}>`);
        delete attributes[name];
      } else if (!isAllowedAttribute(element.name, name)) {
        delete attributes[name];
      } else if (name === 'href') {
        cleanLink(element, value);
      } else {
        cleanUrls(element, name, value);
        if (attributes[name] === value) rememberGood(element.name, name, value);
      }
    }
  }

  function cleanLink(element: XastElement, url: string): void {
    // A link leads away; what is linked is drawn all the same.
    const isLink = element.name === 'a';
    if (url.trim().startsWith('#') && !isLink) return;
    const isPicture = element.name === 'image' || element.name === 'feImage';
    delete element.attributes.href;
    if (isPicture && isDrawingLink(url)) embed(element, url);
    else if (isActiveUrl(url)) active(`the link ${shorten(url)} on <${element.name}>`);
    else if (isPicture && /^\s*data:/i.test(url)) embed(element, url);
    else if (!isLink) outside(`${shorten(url)} on <${element.name}>`);
  }

  function embed(element: XastElement, url: string): void {
    const embedded = images.embed(element, url);
    if (embedded !== undefined) element.attributes.href = embedded;
  }

  function cleanUrls(element: XastElement, name: string, value: string): void {
    if (NAMES.test(name)) return;
    if (PATH_DATA.test(name)) {
      element.attributes[name] = pathData(value);
      return;
    }
    const where = `in ${name} on <${element.name}>`;
    if (name === 'style') {
      element.attributes.style = splitDeclarations(withoutComments(value))
        .map((declaration) => cleanDeclaration(declaration, where))
        .filter(Boolean)
        .join(';');
      return;
    }
    const plain = withoutComments(value);
    if (plain !== value) element.attributes[name] = plain;
    const unsafe = unsafeParts(plain);
    if (isSafe(unsafe)) {
      if (!isDrawn(element, name, plain)) delete element.attributes[name];
      return;
    }
    tell(unsafe, where);
    if (PAINT.test(name) && unsafe.outside.length > 0) element.attributes[name] = fallbackOf(plain);
    else delete element.attributes[name];
  }

  function cleanDeclaration(declaration: string, where: string): string {
    const [written, value] = parseDeclaration(declaration);
    const property = unescapeCss(written);
    if (!isAllowedProperty(property)) return '';
    const unsafe = unsafeParts(value);
    if (isSafe(unsafe)) return isDrawnDeclaration(property, value, hasSheet) ? declaration : '';
    tell(unsafe, where);
    return PAINT.test(property) && unsafe.outside.length > 0
      ? `${property}:${fallbackOf(value)}`
      : '';
  }

  return pass('iconloom-sanitize', (root) => {
    hasSheet = holdsElement(root, 'style');
    const ahead: XastParent[] = [root];
    for (let parent = ahead.pop(); parent; parent = ahead.pop()) {
      const current = parent;
      current.children = current.children.filter((child) => keeps(child, current)).map(asText);
      ahead.push(...current.children.filter((child) => child.type === 'element'));
    }
  });
}

/** Values by element and attribute that were met and stay as they are: sets repeat the same few. */
const good = new Map<string, Set<string>>();
/** Longest value that is likely to be met again, and most that are remembered of each attribute. */
const REMEMBERED = { length: 40, values: 500, attributes: 1000 };

function isKnownGood(element: string, name: string, value: string): boolean {
  return value.length <= REMEMBERED.length && good.get(`${element} ${name}`)?.has(value) === true;
}

function rememberGood(element: string, name: string, value: string): void {
  // What a declaration is worth depends on the rest of the drawing.
  if (name === 'style' || value.length > REMEMBERED.length) return;
  const key = `${element} ${name}`;
  const values = good.get(key) ?? new Set();
  if (values.size < REMEMBERED.values) values.add(value);
  if (good.size < REMEMBERED.attributes) good.set(key, values);
}

/** In a page, what looks ahead for things to load takes CDATA for markup. */
function asText(child: XastChild): XastChild {
  return child.type === 'cdata' ? { type: 'text', value: child.value } : child;
}

/** Paint that a browser cannot find is none, or what stands behind it; all else is as if not said. */
const PAINT = /^(fill|stroke)$/;

/** `url(x.svg#a) red` → `red` */
function fallbackOf(value: string): string {
  const fallback = /^\s*url\([^()]*\)\s*([\w#][\s\S]*)$/i.exec(value)?.[1]?.trim() ?? 'none';
  return isSafe(unsafeParts(fallback)) ? fallback : 'none';
}

/** Attributes of names and times, in which brackets mean nothing to CSS. */
const NAMES = /^(id|class|result|in2?|begin|end|attributeName|media)$/;

const PATH_DATA = /^(d|path)$/;
/** Source: RFC 5646, with two or three letters for the language. */
const LANGUAGES = /^\s*[a-z]{2,3}(-[a-z\d]{2,8})*(\s*,\s*[a-z]{2,3}(-[a-z\d]{2,8})*)*\s*$/i;
/** Values of animations may be path data. */
const ANIMATED_VALUE = /^(values|to|from|by)$/;

/** Whether a value says how to draw, rather than something in the words of its author. */
function isDrawn({ name }: XastElement, attribute: string, value: string): boolean {
  if (NAMES_FONTS.test(attribute)) return true;
  if (attribute === 'systemLanguage') return LANGUAGES.test(value);
  if (isKnownValue(value)) return true;
  return (
    isAnimation(name) &&
    ANIMATED_VALUE.test(attribute) &&
    value.split(';').every((each) => pathData(each) === each)
  );
}

/** Elements that draw nothing without their `href`. */
function drawsItsLink({ name }: XastElement): boolean {
  return name === 'use' || name === 'image';
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
