import { pageRecord } from './page.ts';
import { reportProblem } from './report-problem.ts';
import { hasSymbol } from './search-page.ts';
import { SpriteFiles } from './sprite-files.ts';
import { suggestion } from './suggest.ts';

/** Delay in ms before the page is searched: a sprite may be inlined or loaded after its icons. */
const CHECK_DELAY = 3000;

const sprites = /* @__PURE__ */ new SpriteFiles();

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
  const isKnown = sprites.has(url);
  let sprite = await sprites.get(url);
  // It may have been rebuilt since the first fetch.
  if (isKnown && sprite && 'ids' in sprite && !sprite.ids.includes(id)) {
    sprite = await sprites.fetchAgain(url);
  }
  if (!sprite) return;
  if ('reason' in sprite) reportProblem('sprite-missing', { reason: sprite.reason });
  else if (!sprite.ids.includes(id)) {
    reportProblem('symbol-missing', { url, id, suggestion: suggestion(id, sprite.ids) });
  }
}

/** Text of the symbol that an href refers to, after a delay; '' if it cannot be read. */
export async function symbolAt(href: string): Promise<string> {
  const id = href.slice(href.indexOf('#') + 1);
  if (href.startsWith('#')) {
    await new Promise((resolve) => setTimeout(resolve, CHECK_DELAY));
    return document.getElementById(id)?.outerHTML ?? '';
  }
  const { href: url, origin } = new URL(href.slice(0, href.indexOf('#')), document.baseURI);
  const sprite = origin === location.origin ? await sprites.get(url) : undefined;
  if (!sprite || 'reason' in sprite) return '';
  const symbols = sprite.text.match(/<symbol\b[\s\S]*?<\/symbol>/g) ?? [];
  return symbols.find((symbol) => symbol.includes(` id="${id}"`)) ?? '';
}
