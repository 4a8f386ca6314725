import { symbolToSvg } from '../core/symbol.ts';
import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { coverageIn, pixelsOf } from './coverage.ts';
import { whenIdle } from './idle.ts';
import { rasterize } from './raster.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import {
  type Coverage,
  computeFeatureVector,
  type FeatureVector,
  visualDistance,
} from './visual-similarity.ts';

/** Index of icons by their appearance. */
export interface SimilarityIndex {
  /** Analyzes all icons in batches while the page is idle. */
  readonly analyze: (onProgress: (done: number, total: number) => void) => Promise<void>;
  /** Names of the icons most similar to a picture, the best first. */
  readonly findSimilar: (picture: Coverage) => readonly string[];
  /** Sets new data; unchanged icons are not analyzed again. */
  readonly refresh: (data: CatalogData) => void;
}

/** Side of an icon on a sheet, in px. */
const TILE = 32;
/** Columns and rows of a sheet, whose icons are drawn together. */
const COLUMNS = 12;
const ROWS = 8;
/** Maximum number of results. */
const MAX_RESULTS = 120;

export function createSimilarityIndex(
  sprites: SpriteLoader,
  initialData: CatalogData,
): SimilarityIndex {
  let data = initialData;
  const likenesses = new Map<
    string,
    { readonly symbol: string; readonly likeness: FeatureVector }
  >();
  let analysis: Promise<void> | undefined;

  async function analyzeAll(onProgress: (done: number, total: number) => void): Promise<void> {
    const pending: Tile[] = [];
    for (const icon of data.icons) {
      const symbol = await sprites.symbolOf(icon);
      if (likenesses.get(icon.id)?.symbol !== symbol) pending.push({ icon, symbol });
    }
    for (let start = 0; start < pending.length; start += COLUMNS * ROWS) {
      await whenIdle();
      await analyzeSheet(pending.slice(start, start + COLUMNS * ROWS));
      onProgress(Math.min(start + COLUMNS * ROWS, pending.length), pending.length);
    }
  }

  async function analyzeSheet(tiles: readonly Tile[]): Promise<void> {
    const canvas = await rasterize(renderSheet(tiles), COLUMNS * TILE, ROWS * TILE);
    const sheet = pixelsOf(canvas);
    for (const [index, { icon, symbol }] of tiles.entries()) {
      const [x, y] = tilePosition(index);
      const coverage = coverageIn(sheet, x, y, TILE);
      likenesses.set(icon.id, { symbol, likeness: computeFeatureVector(coverage) });
    }
  }

  return {
    analyze(onProgress) {
      analysis ??= analyzeAll(onProgress).finally(() => {
        analysis = undefined;
      });
      return analysis;
    },
    findSimilar(picture) {
      const target = computeFeatureVector(picture);
      return data.icons
        .flatMap(({ id, name }) => {
          const likeness = likenesses.get(id)?.likeness;
          return likeness ? [{ name, far: visualDistance(target, likeness) }] : [];
        })
        .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
        .slice(0, MAX_RESULTS)
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
function renderSheet(tiles: readonly Tile[]): string {
  const symbols = tiles.map(({ icon, symbol }, index) => {
    const [x, y] = tilePosition(index);
    const attributes = ` x="${x}" y="${y}" width="${TILE}" height="${TILE}"`;
    return symbolToSvg(symbol, icon.id, attributes);
  });
  const size = `width="${COLUMNS * TILE}" height="${ROWS * TILE}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${symbols.join('')}</svg>`;
}

function tilePosition(index: number): readonly [x: number, y: number] {
  return [(index % COLUMNS) * TILE, Math.floor(index / COLUMNS) * TILE];
}
