import type { CatalogData, CatalogIcon, CatalogSprite } from '../emit/catalog-format.ts';
import { createSymbolHost } from './symbol-host.ts';
import { parseSymbols, type SymbolTable } from './symbols.ts';

/** Loader of the sprites and their symbols. */
export interface SpriteLoader {
  /**
   * Value of `<use href>`; `undefined` while the sprite is loading, which `onLoad` reports as
   * finished.
   */
  readonly hrefOf: (icon: CatalogIcon) => string | undefined;
  /** The text of an icon's symbol. */
  readonly symbolOf: (icon: CatalogIcon) => Promise<string>;
  readonly onLoad: (listener: () => void) => void;
  /**
   * Sets new data.
   *
   * @param symbols texts of changed symbols by icon name. Default: any may have changed, so that
   * sprites are loaded again.
   */
  readonly refresh: (data: CatalogData, symbols?: Readonly<Record<string, string>>) => void;
}

/**
 * Loads sprites as text, or reads them from the page. A symbol is added to the document when it is
 * first shown: parsing thousands of symbols takes too long, and browsers repeat it for `<use>` that
 * refers to a file.
 */
export function createSpriteLoader(initialData: CatalogData, page: Document): SpriteLoader {
  const host = createSymbolHost(page);
  const embedded = embeddedSprites(page);
  const tables = new Map(embedded);
  const loading = new Map<string, Promise<SymbolTable>>();
  const watchers: (() => void)[] = [];
  let data = initialData;

  function load(name: string): Promise<SymbolTable> {
    const started = loading.get(name);
    if (started) return started;
    const sprite = data.sprites.find((each) => each.name === name);
    const promise = fetchSymbols(sprite ? urlOf(sprite) : name);
    loading.set(name, promise);
    promise.then(
      (table) => {
        // A newer request may have started meanwhile.
        if (loading.get(name) !== promise) return;
        tables.set(name, table);
        for (const listener of watchers) listener();
      },
      // So that the next request tries again.
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
    onLoad: (listener) => void watchers.push(listener),
    refresh(next, symbols) {
      data = next;
      // Symbols that are shown stay until the new sprites have loaded.
      if (!symbols) return loading.clear();
      for (const { name, id, sprite } of next.icons) {
        const symbol = Object.hasOwn(symbols, name) ? symbols[name] : undefined;
        if (symbol === undefined) continue;
        tables.get(sprite)?.set(id, symbol);
        // A sprite that is loading may be older than this symbol.
        loading.get(sprite)?.then(
          (table) => table.set(id, symbol),
          () => {},
        );
      }
    },
  };
}

function embeddedSprites(page: Document): ReadonlyMap<string, SymbolTable> {
  const scripts = page.querySelectorAll<HTMLScriptElement>('script[data-sprite]');
  return new Map(
    [...scripts].map((script) => [
      script.dataset.sprite ?? '',
      parseSymbols(script.textContent ?? ''),
    ]),
  );
}

/** URL of a sprite. Its path is encoded, since it may contain `#` and `%`. */
function urlOf({ file, url }: CatalogSprite): string {
  return url ?? file.split('/').map(encodeURIComponent).join('/');
}

async function fetchSymbols(url: string): Promise<SymbolTable> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`${url} cannot be loaded: the server responded with ${response.status}.`);
  return parseSymbols(await response.text());
}
