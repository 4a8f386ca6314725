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
export async function loadSprite(url: string | URL, options: InlineOptions = {}): Promise<void> {
  if (typeof document === 'undefined') return;
  const { root = document } = options;
  const inRoot = requests.get(root) ?? new Map<string, Promise<void>>();
  requests.set(root, inRoot);
  const key = absolute(url);
  const request =
    inRoot.get(key) ?? fetchSprite(key).then((svg) => void inlineSprite(svg, { root }));
  inRoot.set(key, request);
  try {
    await request;
  } catch (error) {
    inRoot.delete(key);
    const reason = (error as Error).message;
    throw new Error(`iconloom [sprite-missing] ${key}: ${reason}`, { cause: error });
  }
}

function absolute(url: string | URL): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    return String(url);
  }
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
