/**
 * All references to ids in SVG attributes, in the canonical spelling of the sanitizer: `href="#a"`,
 * `url(#a)` in any attribute (`style` too), and events of another element in `begin` and `end`.
 * References in `<style>` elements are in `style-sheet.ts`.
 */

import {
  parseFragment,
  type RenameId,
  renameUrls,
  serializeFragment,
} from '../svg/css/references.ts';

export type { RenameId as Rename };

/**
 * Quick test for references, without regular expressions on path data, which is most of an icon.
 */
export function mayReference(attribute: string, value: string): boolean {
  return value.includes('#') || attribute === 'begin' || attribute === 'end';
}

/** The value of an attribute with its references renamed. */
export function renameReferences(attribute: string, value: string, rename: RenameId): string {
  if (attribute === 'href' || attribute.endsWith(':href')) {
    const target = parseFragment(value);
    const id = target === undefined ? undefined : rename(target);
    return id === undefined ? value : serializeFragment(id);
  }
  if (attribute === 'begin' || attribute === 'end') return renameEvents(value, rename);
  return value.includes('#') ? renameUrls(value, rename) : value;
}

/**
 * Offsets, events of the element itself and of other elements; no keys, which belong to the page.
 */
const EVENT =
  /^\s*(?:((?:\\.|[^.\\;])+)\.)?((?:indefinite|begin|end|click|activate|focusin|focusout|mousedown|mouseup|mouseover|mousemove|mouseout|repeat(?:\(\d+\))?)?\s*(?:[+-]?\s*[\d:.]+(?:h|min|s|ms)?)?)\s*$/s;

/** The regular expressions take quadratic time, and valid values are shorter. */
const MAX_EVENT_LENGTH = 1000;

/**
 * Renames `a.click; b.end+1s`. A hyphen in an id is escaped there, since it may also mean minus. A
 * reference to an element outside the icon is removed: it would refer to an element of the page.
 */
function renameEvents(value: string, rename: RenameId): string {
  const events = value.split(';').flatMap((part) => {
    if (part.length > MAX_EVENT_LENGTH) return [];
    const [, id, event = ''] = isTime(part)
      ? [part, undefined, part.trim()]
      : (EVENT.exec(part) ?? []);
    if (event === '') return [];
    if (id === undefined) return [event];
    const renamed = rename(id.replace(/\\(.)/g, '$1').trim());
    return renamed === undefined ? [] : [`${renamed}.${event}`];
  });
  return events.length > 0 ? events.join(';') : 'indefinite';
}

function isTime(part: string): boolean {
  return /^\s*[+-]?\s*[\d:.]+(h|min|s|ms)?\s*$/.test(part);
}
