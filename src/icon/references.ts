/**
 * Every way in which an SVG attribute refers to an id: `href="#a"`, `url(#a)` in any attribute
 * (`style` too), lists of ids in `aria-*`, and events of another element in `begin` and `end`.
 * References in `<style>` elements are in `style-sheet.ts`.
 */

import { unescapeCss } from './css-values.ts';

/** Says the id to write for an id that is referred to, or `undefined` to leave it. */
export type Rename = (id: string) => string | undefined;

/** Attributes that hold a list of ids. Source: WAI-ARIA 1.2, "ID reference list". */
const ID_LISTS: ReadonlySet<string> = new Set([
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
]);

const URL_REFERENCE =
  /url\(\s*(?:"#((?:\\.|[^"\\])*)"|'#((?:\\.|[^'\\])*)'|#((?:\\.|[^)\\])*?))\s*\)/gi;

/** Spares the patterns on path data and the like, which is most of a drawing. */
export function mayRefer(attribute: string, value: string): boolean {
  return (
    value.includes('#') ||
    attribute === 'begin' ||
    attribute === 'end' ||
    attribute.startsWith('aria-')
  );
}

/** The value of an attribute with its references renamed. */
export function renameReferences(attribute: string, value: string, rename: Rename): string {
  if (attribute === 'href' || attribute.endsWith(':href')) {
    const target = value.trim();
    const id = target.startsWith('#') ? rename(decodeFragment(target.slice(1))) : undefined;
    return id === undefined ? value : `#${id}`;
  }
  if (ID_LISTS.has(attribute)) {
    return value
      .trim()
      .split(/\s+/)
      .map((id) => rename(id) ?? id)
      .join(' ');
  }
  if (attribute === 'begin' || attribute === 'end') return renameEvents(value, rename);
  return value.includes('#') ? renameUrls(value, rename) : value;
}

/** Any text of CSS values with the ids in its `url(#…)` renamed. */
export function renameUrls(text: string, rename: Rename): string {
  return text.replace(URL_REFERENCE, (whole, double?: string, single?: string, bare?: string) => {
    const id = rename(decodeFragment(unescapeCss(double ?? single ?? bare ?? '')));
    return id === undefined ? whole : `url(#${id})`;
  });
}

/** `a.click; b.end+1s`. A hyphen in an id is escaped there, since it may also mean minus. */
function renameEvents(value: string, rename: Rename): string {
  return value
    .split(';')
    .map((part) => {
      const [, id, rest] = /^\s*((?:\\.|[^.\\])+)(\.[a-z].*)$/is.exec(part) ?? [];
      const renamed = id === undefined ? undefined : rename(id.replace(/\\(.)/g, '$1').trim());
      return renamed === undefined ? part.trim() : `${renamed}${rest?.trimEnd()}`;
    })
    .join(';');
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
