import type { IconSet } from './icon-set.ts';
import { type InlineOptions, inlineSprite } from './inline.ts';

/** Requests by root and URL, so that each is sent once. */
const requests = new WeakMap<Document | ShadowRoot, Map<string, Promise<void>>>();

/**
 * Fetches a sprite that lies on another origin, where `<use>` cannot reach it, and puts it into the
 * page, once. The other origin must send `Access-Control-Allow-Origin`, and the page's policy must
 * let it be fetched: `connect-src`. On a server nothing happens.
 *
 * @throws (rejects) if the sprite cannot be had or is none; the next call tries again.
 */
export function loadSprite(url: string | URL, options: InlineOptions = {}): Promise<void> {
  if (typeof document === 'undefined') return Promise.resolve();
  const { root = document } = options;
  const key = new URL(url, document.baseURI).href;
  const inRoot = requests.get(root) ?? new Map<string, Promise<void>>();
  requests.set(root, inRoot);
  const known = inRoot.get(key);
  if (known) return known;
  const request = fetchSprite(key).then((svg) => inlineSprite(svg, { root }));
  const told = request.catch((error: Error) => {
    inRoot.delete(key);
    throw new Error(`iconloom [sprite-missing] ${key}: ${error.message}`, { cause: error });
  });
  inRoot.set(key, told);
  return told;
}

async function fetchSprite(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The answer is ${response.status}.`);
  return response.text();
}

/** The set with hrefs that point into the page, where `loadSprite` or `inlineSprite` put the symbols. */
export function localSet<Set extends IconSet>(set: Set): Set {
  return {
    ...set,
    iconHref(name: never) {
      const href = set.iconHref(name);
      return href.slice(href.indexOf('#'));
    },
  };
}
