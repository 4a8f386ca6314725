/** Checks the references in values of a finished symbol. */

import { checkDeclaration, checkDeclarations } from './check-declarations.ts';

/** Ids of the symbol that contains a value. */
export interface SymbolScope {
  /** Prefix of ids and classes; '' in a document of its own. */
  readonly prefix: string;
  /** Called with each id that is referred to. */
  readonly onReference: (id: string) => void;
}

/** Checks if an id belongs to the symbol, or is the one for unresolved references. */
export function isScopedId(id: string, prefix: string): boolean {
  return prefix === '' ? isPlainId(id) : id.startsWith(prefix) && isLetters(id, prefix.length);
}

/** Checks if an id is one of a document of its own: anything that needs no escape. */
function isPlainId(id: string): boolean {
  return ASCII_ID.test(id) || /^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u.test(id);
}

/** Most ids. Compiling classes of Unicode takes a notable part of a small build. */
const ASCII_ID = /^\w[\w.-]*$/;

function isLetters(id: string, from: number): boolean {
  return /^(?:[a-z]+|[01])$/.test(id.slice(from));
}

/** Path data, numbers and colors, which make up most of a symbol, contain none of these. */
const SUSPICIOUS = /[\\(:@{<]|\/\*/;
const LINKS =
  /^(?:use|textPath|mpath|linearGradient|radialGradient|pattern|filter|feImage|set)$|^animate/;

/**
 * Finds a reason why a value is not allowed in a sprite; `undefined` if it is. Expects decoded
 * entities.
 */
export function checkValue(
  element: string,
  attribute: string,
  value: string,
  scope: SymbolScope,
): string | undefined {
  if (attribute === 'href') return checkLink(element, value, scope);
  if (attribute === 'class') return checkClasses(value, scope);
  if (attribute === 'begin' || attribute === 'end') return checkEvents(value, scope);
  if (attribute === 'attributeName') return checkAnimated(value);
  if (!SUSPICIOUS.test(value)) return undefined;
  return checkCss(value, scope, attribute) ?? checkNames(attribute, value, scope);
}

/** Values of animations; `attributeName` names the property. */
const ANIMATED_VALUE = /^(?:from|to|by|values)$/;

function checkNames(attribute: string, value: string, { prefix }: SymbolScope): string | undefined {
  const isScoped = (name: string) => isScopedId(name, prefix);
  const css = unescapeCss(value);
  if (attribute === 'style') return checkDeclarations(css, isScoped);
  return ANIMATED_VALUE.test(attribute) ? undefined : checkDeclaration(attribute, css, isScoped);
}

function checkLink(element: string, value: string, scope: SymbolScope): string | undefined {
  const id = value.slice(1);
  if (value[0] !== '#' || !LINKS.test(element) || !isScopedId(id, scope.prefix)) {
    return `<${element}> refers to an external resource`;
  }
  scope.onReference(id);
  return undefined;
}

function checkClasses(value: string, { prefix }: SymbolScope): string | undefined {
  const isForeign = value.split(/\s+/).some((name) => name !== '' && !isScopedId(name, prefix));
  return isForeign ? `it has the class "${value}", which is not its own` : undefined;
}

const EVENT = /^(?:([^.\s]+)\.(?=[a-z]))?[a-z]*(?:\(\d+\))?\s*(?:[+-]?\s*[\d:.]+(?:h|min|s|ms)?)?$/;

function checkEvents(value: string, scope: SymbolScope): string | undefined {
  for (const part of value.split(';')) {
    const [event, id] = EVENT.exec(part.trim()) ?? [];
    if (event === undefined || (id !== undefined && !isScopedId(id, scope.prefix))) {
      return `it waits for the event "${part.trim()}"`;
    }
    if (id !== undefined) scope.onReference(id);
  }
  return undefined;
}

/** Attributes that an animation must not change after they were checked: names, links and code. */
const NOT_ANIMATABLE =
  /:|^(?:on|cursor|id$|class$|style$|href$|begin$|end$|dur$|attribute|src$|xmlns)/i;

function checkAnimated(name: string): string | undefined {
  return NOT_ANIMATABLE.test(name) ? `it animates ${name}` : undefined;
}

/**
 * CSS that requests a resource. It is searched with escapes decoded and comments removed. Sources:
 * CSS Syntax 3, 4.3.7; CSS Values 4, 4.5; CSS Images 4.
 */
const FETCHES =
  /(?:url|src|image|image-set|cross-fade|element|attr|url-prefix|expression|paint)\(|@import|@charset|@namespace|@font-face|-moz-binding|(?<![-\w])behavior\s*:|:\/\/|\b(?:javascript|vbscript|data|https?)\s*:/i;
const FRAGMENT_URL = /url\(#([^()'"\s\\]*)\)/g;

/** Checks any CSS text for requests and for `url(#…)` that lead outside the symbol. */
export function checkCss(css: string, scope: SymbolScope, where: string): string | undefined {
  let foreign: string | undefined;
  const rest = css.replace(FRAGMENT_URL, (whole, id: string) => {
    if (!isScopedId(id, scope.prefix)) foreign ??= id;
    scope.onReference(id);
    return whole.length === css.length ? '' : ' ';
  });
  if (foreign !== undefined) return `${where} refers to "#${foreign}"`;
  if (rest === '') return undefined;
  const plain = unescapeCss(rest);
  if (FETCHES.test(plain) || FETCHES.test(rest)) return `${where} refers to an external resource`;
  return undefined;
}

/** CSS with escapes written out and comments left out. */
export function unescapeCss(css: string): string {
  if (!css.includes('\\') && !css.includes('/*')) return css;
  return css
    .replace(
      /\\(?:([\da-f]{1,6})\s?|(\n|\r\n?|\f)|(.))/gi,
      (_, hex?: string, line?: string, char = '') =>
        hex === undefined
          ? line === undefined
            ? char
            : ''
          : characterOf(Number.parseInt(hex, 16)),
    )
    .replace(/\/\*.*?\*\//gs, '');
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
