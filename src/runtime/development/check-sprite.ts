import { page } from './page.ts';
import { hasSymbol } from './search-page.ts';
import { suggestion } from './suggest.ts';
import { tell } from './tell.ts';

/** Ms until the page is looked through: a sprite that is inlined, or loaded, may come after its icons. */
const PATIENCE = 3000;

/** What a look at a sprite showed: its ids, or why there are none. */
type Found = { readonly ids: readonly string[] } | { readonly reason: string };

const sprites = new Map<string, Promise<Found>>();

/** Looks, once and later, whether an href leads to a symbol. */
export function checkSprite(href: string): void {
  const { told } = page();
  if (told.has(href)) return;
  told.add(href);
  if (href.startsWith('#')) setTimeout(checkPage, PATIENCE, href.slice(1));
  else {
    checkFile(href).catch((error: Error) => {
      tell('sprite-missing', { reason: `'${href}' leads to no sprite: ${error.message}.` });
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
  // It may have been built again since the first look.
  if (known && 'ids' in found && !found.ids.includes(id)) found = await look(url);
  if ('reason' in found) tell('sprite-missing', { reason: found.reason });
  else if (!found.ids.includes(id)) {
    tell('symbol-missing', { url, id, suggestion: suggestion(id, found.ids) });
  }
}

function look(url: string): Promise<Found> {
  const looking = read(url).catch((error: Error) => ({
    reason: `The sprite ${url} cannot be had: ${error.message}.`,
  }));
  sprites.set(url, looking);
  return looking;
}

async function read(url: string): Promise<Found> {
  const response = await fetch(url);
  if (!response.ok)
    return { reason: `The sprite ${url} is missing: the answer is ${response.status}.` };
  const parsed = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  if (parsed.documentElement.localName !== 'svg' || parsed.querySelector('parsererror')) {
    return { reason: `What lies at ${url} is no SVG but ${response.headers.get('content-type')}.` };
  }
  return { ids: [...parsed.querySelectorAll('[id]')].map((element) => element.id) };
}
