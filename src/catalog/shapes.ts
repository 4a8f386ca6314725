import type { CatalogData, CatalogIcon } from '../core/catalog.ts';
import { type Coverage, distance, type Likeness, likenessOf } from '../core/likeness.ts';
import { drawingOfSymbol } from '../core/symbol.ts';
import { coverageIn, pixelsOf } from './coverage.ts';
import { idle } from './idle.ts';
import { rasterize } from './raster.ts';
import type { Sprites } from './sprites.ts';

/** Index of icons by their appearance. */
export interface Shapes {
  /** Analyzes all icons in batches while the page is idle. */
  readonly learn: (onProgress: (done: number, total: number) => void) => Promise<void>;
  /** Names of the icons most similar to a picture, the best first. */
  readonly like: (picture: Coverage) => readonly string[];
  /** Sets new data; unchanged icons are not analyzed again. */
  readonly refresh: (data: CatalogData) => void;
}

/** Side of an icon on a sheet, in px. */
const TILE = 32;
/** Columns and rows of a sheet, whose icons are drawn together. */
const ACROSS = 12;
const DOWN = 8;
/** Maximum number of results. */
const MOST = 120;

export function openShapes(sprites: Sprites, first: CatalogData): Shapes {
  let data = first;
  const known = new Map<string, { readonly symbol: string; readonly likeness: Likeness }>();
  let learning: Promise<void> | undefined;

  async function learnAll(onProgress: (done: number, total: number) => void): Promise<void> {
    const wanted: Tile[] = [];
    for (const icon of data.icons) {
      const symbol = await sprites.symbolOf(icon);
      if (known.get(icon.id)?.symbol !== symbol) wanted.push({ icon, symbol });
    }
    for (let start = 0; start < wanted.length; start += ACROSS * DOWN) {
      await idle();
      await learnSheet(wanted.slice(start, start + ACROSS * DOWN));
      onProgress(Math.min(start + ACROSS * DOWN, wanted.length), wanted.length);
    }
  }

  async function learnSheet(tiles: readonly Tile[]): Promise<void> {
    const canvas = await rasterize(sheetOf(tiles), ACROSS * TILE, DOWN * TILE);
    const sheet = pixelsOf(canvas);
    for (const [index, { icon, symbol }] of tiles.entries()) {
      const [x, y] = placeOf(index);
      const coverage = coverageIn(sheet, x, y, TILE);
      known.set(icon.id, { symbol, likeness: likenessOf(coverage) });
    }
  }

  return {
    learn(onProgress) {
      learning ??= learnAll(onProgress).finally(() => {
        learning = undefined;
      });
      return learning;
    },
    like(picture) {
      const wanted = likenessOf(picture);
      return data.icons
        .flatMap(({ id, name }) => {
          const likeness = known.get(id)?.likeness;
          return likeness ? [{ name, far: distance(wanted, likeness) }] : [];
        })
        .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
        .slice(0, MOST)
        .map(({ name }) => name);
    },
    refresh(next) {
      data = next;
    },
  };
}

interface Tile {
  readonly icon: CatalogIcon;
  readonly symbol: string;
}

/** SVG of many icons side by side, in black. */
function sheetOf(tiles: readonly Tile[]): string {
  const drawings = tiles.map(({ icon, symbol }, index) => {
    const [x, y] = placeOf(index);
    const place = ` x="${x}" y="${y}" width="${TILE}" height="${TILE}"`;
    return drawingOfSymbol(symbol, icon.id, place);
  });
  const size = `width="${ACROSS * TILE}" height="${DOWN * TILE}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawings.join('')}</svg>`;
}

function placeOf(index: number): readonly [x: number, y: number] {
  return [(index % ACROSS) * TILE, Math.floor(index / ACROSS) * TILE];
}
