/** Contents of a sprite, or the reason for a failure; `undefined` if it may not be fetched. */
export type SpriteLookup = FetchedSprite | { readonly reason: string } | undefined;

interface FetchedSprite {
  readonly ids: readonly string[];
  readonly text: string;
}

/** Start of an SVG. Not a parser, which trusted types would block; the ids of a sprite are enough. */
const SVG_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i;
const IDS = /\sid\s*=\s*["']([^"']*)["']/g;

/** Maximum number of cached sprites: a page has a few, but each rebuild may have another URL. */
const MAX_SPRITES = 20;

/** Sprites that the page links to, each fetched once. */
export class SpriteFiles {
  private readonly lookups = new Map<string, Promise<SpriteLookup>>();

  has(url: string): boolean {
    return this.lookups.has(url);
  }

  get(url: string): Promise<SpriteLookup> {
    return this.lookups.get(url) ?? this.fetchAgain(url);
  }

  fetchAgain(url: string): Promise<SpriteLookup> {
    const lookup = readOrReason(url);
    this.lookups.delete(url);
    this.lookups.set(url, lookup);
    const [oldest] = this.lookups.keys();
    if (oldest !== undefined && this.lookups.size > MAX_SPRITES) this.lookups.delete(oldest);
    return lookup;
  }
}

async function readOrReason(url: string): Promise<SpriteLookup> {
  let isForbidden = false;
  // A policy may allow a sprite in `<use>`, but not in fetch().
  const listen = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    if (blockedURI === url) isForbidden = true;
  };
  document.addEventListener('securitypolicyviolation', listen);
  try {
    return await read(url);
  } catch (error) {
    // The event is sent after the fetch has failed.
    await new Promise((resolve) => setTimeout(resolve));
    const reason = `The sprite ${url} cannot be loaded: ${(error as Error).message}.`;
    return isForbidden ? undefined : { reason };
  } finally {
    document.removeEventListener('securitypolicyviolation', listen);
  }
}

async function read(url: string): Promise<SpriteLookup> {
  const response = await fetch(url);
  if (!response.ok)
    return { reason: `The sprite ${url} cannot be loaded: HTTP status ${response.status}.` };
  const text = await response.text();
  if (!SVG_START.test(text)) {
    return { reason: `${url} is not an SVG but ${response.headers.get('content-type')}.` };
  }
  return { ids: [...text.matchAll(IDS)].map(([, id = '']) => id), text };
}
