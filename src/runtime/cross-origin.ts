import type { IconSet } from './icon-set.ts';
import { type InlinedSprite, type InlineOptions, inlineSprite } from './inline.ts';
import { textHash } from './text-hash.ts';

/** Requests by root and URL, so that each is sent once. */
const requests = new WeakMap<Document | ShadowRoot, Map<string, Promise<InlinedSprite>>>();

/**
 * Fetches a sprite from another origin, which `<use>` cannot load, and inlines it into the page,
 * once. The other origin must send `Access-Control-Allow-Origin`, and the page's policy must
 * let it be fetched: `connect-src`. On a server nothing happens.
 *
 * @throws (rejects) if the sprite cannot be fetched or is not one; the next call tries again.
 */
export async function loadSprite(
  url: string | URL,
  options: InlineOptions = {},
): Promise<InlinedSprite> {
  if (typeof document === 'undefined') return inlineSprite('');
  const { root = document } = options;
  const rootRequests = requests.get(root) ?? new Map<string, Promise<InlinedSprite>>();
  requests.set(root, rootRequests);
  const key = toAbsoluteUrl(url);
  const load = async (): Promise<InlinedSprite> => {
    const { renamed, remove } = inlineSprite(await fetchSprite(key), options);
    return {
      renamed,
      remove() {
        rootRequests.delete(key);
        remove();
      },
    };
  };
  const request = rootRequests.get(key) ?? load();
  rootRequests.set(key, request);
  try {
    return await request;
  } catch (error) {
    rootRequests.delete(key);
    const reason = (error as Error).message;
    throw new Error(`iconloom [sprite-missing] ${key}: ${reason}`, { cause: error });
  }
}

function toAbsoluteUrl(url: string | URL): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    return String(url);
  }
}

async function fetchSprite(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP status ${response.status}.`);
  return response.text();
}

/**
 * Set whose hrefs point into the page, where `loadSprite` or `inlineSprite` put the symbols.
 *
 * @param renamed their result's `renamed`. Default: no symbol has another id.
 */
export function localSet<Set extends IconSet>(
  set: Set,
  renamed: InlinedSprite['renamed'] = {},
): Set {
  return {
    ...set,
    iconHref(name: never) {
      const href = set.iconHref(name);
      const id = href.slice(href.indexOf('#') + 1);
      return `#${Object.hasOwn(renamed, id) ? renamed[id] : id}`;
    },
  };
}

/**
 * Value of `<use href>` for a symbol of a sprite that may be on another origin: the sprite is then
 * inlined into the page with unique ids. Links from server-rendered HTML are updated.
 *
 * @param url address of the sprite
 * @param id of the symbol in it
 */
export function crossOriginHref(url: string, id: string): string {
  const link = `${url}#${id}`;
  if (typeof document === 'undefined' || new URL(url, document.baseURI).origin === self.origin) {
    return link;
  }
  const suffix = `__${textHash(url)}`;
  if (!loadedSprites.has(url)) {
    loadedSprites.add(url);
    loadSprite(url, { idFor: (each) => each + suffix }).then(() => {
      for (const use of document.querySelectorAll('use')) {
        const [from, to] = (use.getAttribute('href') ?? '').split('#');
        if (from === url) use.setAttribute('href', `#${to}${suffix}`);
      }
    });
  }
  return `#${id}${suffix}`;
}

/** Sprites that are inlined, or loading. */
const loadedSprites = new Set<string>();
