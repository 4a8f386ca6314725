/**
 * The final check of the output. It runs on every symbol, new or from a cache. The scanner shares
 * no code with the sanitizer except the lists of elements and attributes, and rejects anything that
 * it does not know.
 */

import { ALLOWED_ELEMENTS, isAllowedAttribute } from '../allowed.ts';
import { checkStyleSheet } from './check-style.ts';
import { checkValue, isScopedId, type SymbolScope } from './check-value.ts';

/** A symbol to check. */
export interface SymbolCheck {
  /** Id that it must have. */
  readonly id: string;
  /** viewBox that it must have. */
  readonly viewBox: string;
  /** True if it may draw text, which adds to the text of a page. */
  readonly allowsText: boolean;
}

/**
 * Checks that a symbol is well-formed XML 1.0, refers to nothing outside of itself, and holds only
 * elements, attributes and ids that a sprite may contain.
 *
 * @returns the first problem; `undefined` if there is none
 */
export function checkSymbol(
  symbol: string,
  { id, viewBox, allowsText }: SymbolCheck,
): string | undefined {
  const start = `<symbol id="${id}" viewBox="${viewBox}"`;
  if (!symbol.startsWith(start)) return 'it does not start as a <symbol> with its id and viewBox';
  // First, since it takes a tenth of the time.
  PLAIN.lastIndex = start.length;
  if (PLAIN.test(symbol)) return undefined;
  const prefix = `${id.replace(/[-.]/g, '_')}_`;
  return scan(symbol, start.length, { root: 'symbol', prefix, allowsText, depth: 0 });
}

/**
 * Matches symbols that contain only paths, as most do. The order of attributes is fixed, so that
 * none occurs twice.
 */
const PLAIN =
  /(?: fill="[\w#.-]*")?(?: stroke="[\w#.-]*")?(?: stroke-linecap="\w*")?(?: stroke-linejoin="\w*")?(?: stroke-width="[\w.]*")?(?:\/>|>(?:<path(?: fill="[\w#.-]*")? d="[\w .,+-]*"\/>)*<\/symbol>)$/y;

interface ScannedDocument {
  readonly root: 'symbol' | 'svg';
  /** Prefix of all ids; '' in a document of its own, where ids cannot collide. */
  readonly prefix: string;
  readonly allowsText: boolean;
  /** Images inside images. */
  readonly depth: number;
}

/** Levels of images in images that a scan follows. */
const MAX_IMAGE_DEPTH = 8;
/** Levels of elements: the limit on sources is lower. */
const MAX_ELEMENT_DEPTH = 10_000;

/**
 * Characters that need a closer check: invalid in XML 1.0, invisible, half of a surrogate pair, an
 * entity, template syntax.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
const UNUSUAL = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|&|\{\{/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
const FORBIDDEN = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/u;
/** Characters that XML allows, but a page does not; a text may contain them. */
const CONTROL_CHARACTERS = /[\x7f-\x9f]/;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos);)/;
const TAG = /<([A-Za-z]+)/y;
const CLOSING = /<\/([A-Za-z]+)>/y;
/** Path data and points, which is most of a symbol. */
const PATH = /^[\w\s.,+-]*$/;
const TEXT_ELEMENTS = /^(text|tspan|textPath)$/;

/** @param from behind the attributes of the root that are known already */
function scan(text: string, from: number, document: ScannedDocument): string | undefined {
  const unusual = UNUSUAL.test(text) ? checkCharacters(text, document) : undefined;
  if (unusual !== undefined) return unusual;
  const { root, prefix, allowsText, depth } = document;
  const ids = new Set<string>();
  const referencedIds = new Set<string>();
  const scope: SymbolScope = { prefix, onReference: (id) => void referencedIds.add(id) };
  const open: string[] = [];
  let at = from;
  let name: string = root;
  for (;;) {
    // Attributes of `name`, and the end of its tag.
    let attributeNames = ' ';
    while (text[at] === ' ') {
      const equals = text.indexOf('=', at);
      const quote = text[equals + 1];
      const end = quote === '"' || quote === "'" ? text.indexOf(quote, equals + 2) : -1;
      if (equals === -1 || end === -1) return `it has an attribute without quotes on <${name}>`;
      const attribute = text.slice(at + 1, equals);
      const raw = text.slice(equals + 2, end);
      at = end + 1;
      // Most elements have few, so a text is the fastest set.
      if (attributeNames.includes(` ${attribute} `))
        return `it has ${attribute} twice on <${name}>`;
      attributeNames += `${attribute} `;
      if (root === 'symbol' && open.length === 0 && /^(id|viewBox)$/.test(attribute)) {
        return `it has ${attribute} twice on <symbol>`;
      }
      const value = raw.includes('&') ? decodeEntities(raw) : raw;
      if (attribute === 'id') {
        if (!isScopedId(value, prefix) || value === `${prefix}0`) {
          return `it has the id "${value}", which is not its own`;
        }
        if (ids.has(value)) return `it has the id "${value}" twice`;
        ids.add(value);
        continue;
      }
      // Only attributes from the table are allowed.
      if (!isAllowed(name, attribute)) return `it has ${attribute} on <${name}>`;
      if (attribute === 'd' || attribute === 'points') {
        if (PATH.test(raw)) continue;
      }
      if (raw.includes('<')) return `it has markup in ${attribute}`;
      const problem =
        attribute === 'href' && /^(image|feImage)$/.test(name) && value.startsWith('data:')
          ? checkImage(value, depth)
          : checkValue(name, attribute, value, scope);
      if (problem !== undefined) return problem;
    }
    if (text.startsWith('/>', at)) at += 2;
    else if (text.startsWith('>', at)) {
      at += 1;
      open.push(name);
      if (open.length > MAX_ELEMENT_DEPTH) return 'it is nested too deeply';
    } else return `it has invalid syntax in the tag of <${name}>`;

    // Text, and tags that close, up to the next one that opens.
    for (;;) {
      if (open.length === 0) {
        if (at !== text.length) return 'it has content after its end';
        return [...referencedIds].some((id) => !ids.has(id) && !isUnresolvedId(id, prefix))
          ? 'it refers to an id that it does not have'
          : undefined;
      }
      const next = text.indexOf('<', at);
      if (next === -1) return 'it is not closed';
      const parentName = open.at(-1) ?? '';
      if (next > at) {
        const problem = checkText(text.slice(at, next), parentName, { allowsText, scope });
        if (problem !== undefined) return problem;
        at = next;
      }
      CLOSING.lastIndex = at;
      const closing = CLOSING.exec(text);
      if (!closing) break;
      if (closing[1] !== open.pop()) return `it closes <${closing[1]}>, which is not open`;
      at = CLOSING.lastIndex;
    }

    TAG.lastIndex = at;
    const tag = TAG.exec(text)?.[1];
    if (tag === undefined) return 'it contains markup that is not an element';
    if (!ALLOWED_ELEMENTS.has(tag)) return `it contains <${tag}>`;
    if (TEXT_ELEMENTS.test(tag) && !allowsText) return 'its text is not in an image';
    // The content of <style> is parsed as CSS.
    if (open.at(-1) === 'style') return 'it contains an element in <style>';
    name = tag;
    at = TAG.lastIndex;
  }
}

/** Checks the document as a whole; called only if a quick test finds something unusual. */
function checkCharacters(text: string, { root, allowsText }: ScannedDocument): string | undefined {
  if (FORBIDDEN.test(text)) return 'it contains characters that XML forbids';
  if (ENTITY.test(text)) return 'it contains an unknown entity';
  // AngularJS and template languages would run the text between them.
  const canBeInPage = root === 'symbol' && !allowsText;
  if (canBeInPage && CONTROL_CHARACTERS.test(text)) return 'it contains control characters';
  return canBeInPage && text.includes('{{') ? 'it contains template syntax' : undefined;
}

/** Attributes that were allowed already, by element: no more than the tables allow. */
const allowedCache = new Map<string, Set<string>>();

function isAllowed(element: string, attribute: string): boolean {
  const cached = allowedCache.get(element);
  if (cached?.has(attribute)) return true;
  // A prefix stands for a namespace that no sprite declares; `xml` is always declared.
  const hasPrefix = attribute.includes(':') && attribute !== 'xml:space';
  if (hasPrefix || !isAllowedAttribute(element, attribute)) return false;
  if (cached) cached.add(attribute);
  else allowedCache.set(element, new Set([attribute]));
  return true;
}

interface TextContext {
  readonly allowsText: boolean;
  readonly scope: SymbolScope;
}

function checkText(
  raw: string,
  parentName: string,
  { allowsText, scope }: TextContext,
): string | undefined {
  if (raw.includes(']]>')) return 'it contains the end of a CDATA section';
  if (parentName === 'style') return checkStyleSheet(decodeEntities(raw), scope);
  if (allowsText && TEXT_ELEMENTS.test(parentName)) return undefined;
  return `it has text in <${parentName}>`;
}

/** Checks for the id that unresolved references get: no element has it. */
function isUnresolvedId(id: string, prefix: string): boolean {
  return prefix === '' ? /^(?:.*_)?0$/.test(id) : id === `${prefix}0`;
}

const BITMAP = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/\s]+={0,2}$/;
const SVG_DATA_URL = /^data:image\/svg\+xml(;base64)?,/;
const ROOT = '<svg xmlns="http://www.w3.org/2000/svg"';

function checkImage(url: string, depth: number): string | undefined {
  if (BITMAP.test(url)) return undefined;
  const [head, base64] = SVG_DATA_URL.exec(url) ?? [];
  if (head === undefined) return 'it contains an unsupported data URL';
  if (depth >= MAX_IMAGE_DEPTH) return 'it nests images too deeply';
  const svg = decodePayload(url.slice(head.length), base64 !== undefined);
  if (svg === undefined) return 'its image cannot be decoded';
  const start = svg.startsWith(ROOT) || svg.startsWith(ROOT.replaceAll('"', "'"));
  if (!start) return 'its image is not an SVG';
  const problem = scan(svg, ROOT.length, {
    root: 'svg',
    prefix: '',
    allowsText: true,
    depth: depth + 1,
  });
  return problem && `in its image, ${problem}`;
}

function decodePayload(encoded: string, isBase64: boolean): string | undefined {
  try {
    if (!isBase64) return decodeURIComponent(encoded);
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function decodeEntities(text: string): string {
  return text.replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity);
}
