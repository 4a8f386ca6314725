/*
 * References in canonical values: `url(#id)` with the id percent-encoded, so that no character
 * is special in CSS or XML.
 */

/** Returns the id to write for a referenced id; `undefined` leaves it unchanged. */
export type RenameId = (id: string) => string | undefined;

/**
 * Id that a URL refers to, if its target is in the same document. White space and control
 * characters at the ends are ignored. Source: WHATWG URL, 4.4; CSS Values 4, 4.5.1.
 *
 * `#a%20b` → `a b`, `x.svg#a` → undefined
 */
export function parseFragment(address: string): string | undefined {
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

const loneSurrogate = () => /\p{Surrogate}/gu;
/** Characters that can be special in CSS, XML or URLs. */
const encodedCharacters = () => /[^\p{L}\p{M}\p{N}._-]/gu;

/** Encodes an id as a fragment, except letters, digits, `.`, `_` and `-`: `a b` → `#a%20b`. */
export function serializeFragment(id: string): string {
  const encoded = id
    .replace(loneSurrogate(), '\ufffd')
    .replace(encodedCharacters(), (character) => {
      const code = character.charCodeAt(0);
      // encodeURIComponent does not encode these.
      return /['()*!~]/.test(character) ? `%${code.toString(16)}` : encodeURIComponent(character);
    });
  return `#${encoded}`;
}

const REFERENCE = /url\(#([^)]*)\)/g;

/** Renames the ids in `url(#…)` of a canonical value. */
export function renameUrls(value: string, rename: RenameId): string {
  return value.replace(REFERENCE, (match, fragment: string) => {
    const id = rename(decodeFragment(fragment));
    return id === undefined ? match : `url(${serializeFragment(id)})`;
  });
}
