import { page } from './page.ts';
import { hasSymbol } from './search-page.ts';
import { suggestion } from './suggest.ts';
import { tell } from './tell.ts';

/** Delay in ms before the page is searched: a sprite may be inlined or loaded after its icons. */
const PATIENCE = 3000;

/** Contents of a sprite, or the reason for a failure; `undefined` if it may not be fetched. */
type Found = Sprite | { readonly reason: string } | undefined;

interface Sprite {
  readonly ids: readonly string[];
  readonly text: string;
}

/** Start of an SVG. Not a parser, which trusted types would block; the ids of a sprite are enough. */
const SVG_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i;
const IDS = /\sid\s*=\s*["']([^"']*)["']/g;

const sprites = new Map<string, Promise<Found>>();

/** Reports, once and later, an href that does not lead to a symbol. */
export function checkSprite(href: string): void {
  const { told } = page();
  if (told.has(href)) return;
  told.add(href);
  if (href.startsWith('#')) setTimeout(checkPage, PATIENCE, href.slice(1));
  else {
    checkFile(href).catch((error: Error) => {
      tell('sprite-missing', { reason: `'${href}' does not lead to a sprite: ${error.message}.` });
    });
  }
}

function checkPage(id: string): void {
  if (!hasSymbol(document, id)) tell('not-inlined', { id });
}

async function checkFile(href: string): Promise<void> {
  const target = new URL(href, document.baseURI);
  const url = target.href.slice(0, target.href.length - target.hash.length);
  if (target.origin !== location.origin) return tell('cross-origin', { url });
  const id = href.slice(href.indexOf('#') + 1);
  const known = sprites.get(url);
  let found = await (known ?? look(url));
  // It may have been rebuilt since the first fetch.
  if (known && found && 'ids' in found && !found.ids.includes(id)) found = await look(url);
  if (!found) return;
  if ('reason' in found) tell('sprite-missing', { reason: found.reason });
  else if (!found.ids.includes(id)) {
    tell('symbol-missing', { url, id, suggestion: suggestion(id, found.ids) });
  }
}

function look(url: string): Promise<Found> {
  const looking = readOrReason(url);
  sprites.set(url, looking);
  return looking;
}

async function readOrReason(url: string): Promise<Found> {
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

async function read(url: string): Promise<Found> {
  const response = await fetch(url);
  if (!response.ok)
    return { reason: `The sprite ${url} cannot be loaded: HTTP status ${response.status}.` };
  const text = await response.text();
  if (!SVG_START.test(text)) {
    return { reason: `${url} is not an SVG but ${response.headers.get('content-type')}.` };
  }
  return { ids: [...text.matchAll(IDS)].map(([, id = '']) => id), text };
}

/** Text of the symbol that an href refers to, after a delay; '' if it cannot be read. */
export async function symbolAt(href: string): Promise<string> {
  const id = href.slice(href.indexOf('#') + 1);
  if (href.startsWith('#')) {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return document.getElementById(id)?.outerHTML ?? '';
  }
  const { href: url, origin } = new URL(href.slice(0, href.indexOf('#')), document.baseURI);
  const found = origin === location.origin ? await (sprites.get(url) ?? look(url)) : undefined;
  if (!found || 'reason' in found) return '';
  const symbols = found.text.match(/<symbol\b[\s\S]*?<\/symbol>/g) ?? [];
  return symbols.find((symbol) => symbol.includes(` id="${id}"`)) ?? '';
}
