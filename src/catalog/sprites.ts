import type { CatalogData, CatalogIcon, CatalogSprite } from '../core/catalog.ts';
import { openSymbolHost } from './symbol-host.ts';
import { type SymbolTable, symbolsIn } from './symbols.ts';

/** Where the page takes icons from. */
export interface Sprites {
  /** What goes into `<use href>`. */
  readonly hrefOf: (icon: CatalogIcon) => string;
  /** The text of an icon's symbol. */
  readonly symbolOf: (icon: CatalogIcon) => Promise<string>;
  /** Takes up new data; what was loaded of sprites that changed is forgotten. */
  readonly refresh: (data: CatalogData) => void;
}

/**
 * Sprites beside the page are linked to, and their text is loaded when it is first asked for. In a
 * page that is one file, they stand in it as text; a symbol comes into the document when it is first
 * shown, since thousands of them take longer to parse than anyone wants to wait.
 */
export function openSprites(data: CatalogData, page: Document): Sprites {
  const embedded = new Map(
    [...page.querySelectorAll<HTMLScriptElement>('script[data-sprite]')].map((script) => [
      script.dataset.sprite ?? '',
      symbolsIn(script.textContent ?? ''),
    ]),
  );
  const host = openSymbolHost(page);
  let sprites = byName(data);
  const loaded = new Map<string, Promise<SymbolTable>>();

  async function tableOf(name: string): Promise<SymbolTable> {
    const known = embedded.get(name) ?? loaded.get(name);
    if (known) return known;
    const sprite = sprites.get(name);
    const table = load(sprite ? urlOf(sprite) : name);
    loaded.set(name, table);
    // So that it is tried again when it is next asked for.
    table.catch(() => loaded.delete(name));
    return table;
  }

  return {
    hrefOf(icon) {
      const table = embedded.get(icon.sprite);
      if (table) return host.show(icon.id, table.get(icon.id) ?? '');
      const sprite = sprites.get(icon.sprite);
      return `${sprite ? urlOf(sprite) : ''}#${icon.id}`;
    },
    async symbolOf(icon) {
      const symbol = (await tableOf(icon.sprite)).get(icon.id);
      if (symbol === undefined) throw new Error(`${icon.sprite} has no symbol ${icon.id}.`);
      return symbol;
    },
    refresh(next) {
      const before = sprites;
      sprites = byName(next);
      for (const [name, sprite] of before) {
        const after = sprites.get(name);
        if (!after || urlOf(after) !== urlOf(sprite)) loaded.delete(name);
      }
    },
  };
}

function byName({ sprites }: CatalogData): ReadonlyMap<string, CatalogSprite> {
  return new Map(sprites.map((sprite) => [sprite.name, sprite]));
}

/** A path is no URL: it may hold `#` and `%`. */
function urlOf({ file, url }: CatalogSprite): string {
  return url ?? file.split('/').map(encodeURIComponent).join('/');
}

async function load(url: string): Promise<SymbolTable> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded: the server says ${response.status}.`);
  return symbolsIn(await response.text());
}
