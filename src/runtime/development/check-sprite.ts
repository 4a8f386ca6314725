import { pageRecord } from './page.ts';
import { reportProblem } from './report-problem.ts';
import { hasSymbol } from './search-page.ts';
import { suggestion } from './suggest.ts';

/** Delay in ms before the page is searched: a sprite may be inlined or loaded after its icons. */
const CHECK_DELAY = 3000;

/** Contents of a sprite, or the reason for a failure; `undefined` if it may not be fetched. */
type SpriteLookup = FetchedSprite | { readonly reason: string } | undefined;

interface FetchedSprite {
  readonly ids: readonly string[];
  readonly text: string;
}

/** Start of an SVG. Not a parser, which trusted types would block; the ids of a sprite are enough. */
const SVG_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i;
const IDS = /\sid\s*=\s*["']([^"']*)["']/g;

const sprites = new Map<string, Promise<SpriteLookup>>();

/** Reports, once and later, an href that does not lead to a symbol. */
export function checkSprite(href: string): void {
  const { told } = pageRecord();
  if (told.has(href)) return;
  told.add(href);
  if (href.startsWith('#')) setTimeout(checkPage, CHECK_DELAY, href.slice(1));
  else {
    checkFile(href).catch((error: Error) => {
      reportProblem('sprite-missing', {
        reason: `'${href}' does not lead to a sprite: ${error.message}.`,
      });
    });
  }
}

function checkPage(id: string): void {
  if (!hasSymbol(document, id)) reportProblem('not-inlined', { id });
}

async function checkFile(href: string): Promise<void> {
  const target = new URL(href, document.baseURI);
  const url = target.href.slice(0, target.href.length - target.hash.length);
  if (target.origin !== location.origin) return reportProblem('cross-origin', { url });
  const id = href.slice(href.indexOf('#') + 1);
  const earlier = sprites.get(url);
  let sprite = await (earlier ?? lookUpSprite(url));
  // It may have been rebuilt since the first fetch.
  if (earlier && sprite && 'ids' in sprite && !sprite.ids.includes(id))
    sprite = await lookUpSprite(url);
  if (!sprite) return;
  if ('reason' in sprite) reportProblem('sprite-missing', { reason: sprite.reason });
  else if (!sprite.ids.includes(id)) {
    reportProblem('symbol-missing', { url, id, suggestion: suggestion(id, sprite.ids) });
  }
}

function lookUpSprite(url: string): Promise<SpriteLookup> {
  const lookup = readOrReason(url);
  sprites.set(url, lookup);
  return lookup;
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

/** Text of the symbol that an href refers to, after a delay; '' if it cannot be read. */
export async function symbolAt(href: string): Promise<string> {
  const id = href.slice(href.indexOf('#') + 1);
  if (href.startsWith('#')) {
    await new Promise((resolve) => setTimeout(resolve, CHECK_DELAY));
    return document.getElementById(id)?.outerHTML ?? '';
  }
  const { href: url, origin } = new URL(href.slice(0, href.indexOf('#')), document.baseURI);
  const sprite =
    origin === location.origin ? await (sprites.get(url) ?? lookUpSprite(url)) : undefined;
  if (!sprite || 'reason' in sprite) return '';
  const symbols = sprite.text.match(/<symbol\b[\s\S]*?<\/symbol>/g) ?? [];
  return symbols.find((symbol) => symbol.includes(` id="${id}"`)) ?? '';
}
