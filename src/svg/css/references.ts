/*
 * References in canonical values: `url(#id)` with the id percent-encoded, so that none of its
 * characters means anything to CSS or XML.
 */

/** Names the id to write for an id that is referred to; `undefined` leaves it. */
export type Rename = (id: string) => string | undefined;

/**
 * Id that an address refers to, if it leads into the document that holds it. White space and
 * controls at the ends do not count. Source: WHATWG URL, 4.4; CSS Values 4, 4.5.1.
 *
 * `#a%20b` → `a b`, `x.svg#a` → undefined
 */
export function fragmentOf(address: string): string | undefined {
  const target = address.replace(/^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]/g, '');
  return target.startsWith('#') ? decodeFragment(target.slice(1)) : undefined;
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What could mean something to CSS, to XML or to a URL. */
const SPECIAL = /[^\p{L}\p{M}\p{N}._-]/gu;

/** An id as a fragment, with all but letters, digits, `.`, `_` and `-` encoded: `a b` → `#a%20b`. */
export function fragmentFor(id: string): string {
  const encoded = id.replace(LONE_SURROGATE, '\ufffd').replace(SPECIAL, (character) => {
    const code = character.charCodeAt(0);
    // What encodeURIComponent leaves as it is.
    return /['()*!~]/.test(character) ? `%${code.toString(16)}` : encodeURIComponent(character);
  });
  return `#${encoded}`;
}

const REFERENCE = /url\(#([^)]*)\)/g;

/** A canonical value with the ids in its `url(#…)` renamed. */
export function renameUrls(value: string, rename: Rename): string {
  return value.replace(REFERENCE, (whole, fragment: string) => {
    const id = rename(decodeFragment(fragment));
    return id === undefined ? whole : `url(${fragmentFor(id)})`;
  });
}
