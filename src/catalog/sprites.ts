import type { CatalogData, CatalogIcon, CatalogSprite } from '../core/catalog.ts';
import { openSymbolHost } from './symbol-host.ts';
import { type SymbolTable, symbolsIn } from './symbols.ts';

/** Where the page takes icons from. */
export interface Sprites {
  /**
   * What goes into `<use href>`; `undefined` while the sprite is still on its way. Whoever watches
   * `onLoad` is told when it has come.
   */
  readonly hrefOf: (icon: CatalogIcon) => string | undefined;
  /** The text of an icon's symbol. */
  readonly symbolOf: (icon: CatalogIcon) => Promise<string>;
  readonly onLoad: (look: () => void) => void;
  /**
   * Takes up new data.
   *
   * @param symbols texts of the symbols that look different, by name of icon. Default: all may, so
   * that sprites are loaded anew.
   */
  readonly refresh: (data: CatalogData, symbols?: Readonly<Record<string, string>>) => void;
}

/**
 * Sprites are loaded as text, or stand in the page as that. A symbol comes into the document when it is
 * first shown: to parse a sprite of thousands takes longer than anyone wants to wait, and browsers do
 * so again and again for `<use>` that leads to a file.
 */
export function openSprites(first: CatalogData, page: Document): Sprites {
  const host = openSymbolHost(page);
  const embedded = embeddedIn(page);
  const tables = new Map(embedded);
  const loading = new Map<string, Promise<SymbolTable>>();
  const watchers: (() => void)[] = [];
  let data = first;

  function load(name: string): Promise<SymbolTable> {
    const known = loading.get(name);
    if (known) return known;
    const sprite = data.sprites.find((each) => each.name === name);
    const promise = fetchSymbols(sprite ? urlOf(sprite) : name);
    loading.set(name, promise);
    promise.then(
      (table) => {
        // Another may have been asked for meanwhile.
        if (loading.get(name) !== promise) return;
        tables.set(name, table);
        for (const look of watchers) look();
      },
      // So that it is tried again when it is next asked for.
      () => loading.get(name) === promise && loading.delete(name),
    );
    return promise;
  }

  return {
    hrefOf({ sprite, id }) {
      const table = tables.get(sprite);
      if (!embedded.has(sprite)) load(sprite).catch(() => {});
      const symbol = table?.get(id);
      return symbol === undefined ? undefined : host.show(id, symbol);
    },
    async symbolOf({ sprite, id }) {
      const table = embedded.get(sprite) ?? (await load(sprite));
      const symbol = table.get(id);
      if (symbol === undefined) throw new Error(`The sprite ${sprite} has no symbol ${id}.`);
      return symbol;
    },
    onLoad: (look) => void watchers.push(look),
    refresh(next, symbols) {
      data = next;
      // What is shown stays until the new ones are there.
      if (!symbols) return loading.clear();
      for (const { name, id, sprite } of next.icons) {
        const symbol = Object.hasOwn(symbols, name) ? symbols[name] : undefined;
        if (symbol === undefined) continue;
        tables.get(sprite)?.set(id, symbol);
        // One that is on its way may be older than this.
        loading.get(sprite)?.then(
          (table) => table.set(id, symbol),
          () => {},
        );
      }
    },
  };
}

function embeddedIn(page: Document): ReadonlyMap<string, SymbolTable> {
  const scripts = page.querySelectorAll<HTMLScriptElement>('script[data-sprite]');
  return new Map(
    [...scripts].map((script) => [
      script.dataset.sprite ?? '',
      symbolsIn(script.textContent ?? ''),
    ]),
  );
}

/** A path is no URL: it may hold `#` and `%`. */
function urlOf({ file, url }: CatalogSprite): string {
  return url ?? file.split('/').map(encodeURIComponent).join('/');
}

async function fetchSymbols(url: string): Promise<SymbolTable> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded: the server says ${response.status}.`);
  return symbolsIn(await response.text());
}
