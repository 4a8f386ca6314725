import type { VerifiedCache } from '../node/cache/verified-cache.ts';
import {
  type BrowserSession,
  type DrawResult,
  drawBatch,
  openBrowserSession,
} from './browser-session.ts';
import type { InstalledBrowser } from './browsers/driver.ts';
import { COMPARE_SIDE, compareImages, type Distance, isDifferent, LARGE_SIDE } from './compare.ts';
import { differenceImage } from './difference.ts';
import type { FileServer } from './file-server.ts';
import type { BackgroundImages } from './icon-renderer.ts';
import type { OpaqueImage } from './image.ts';
import {
  type Background,
  type BrowserResult,
  type IconDifference,
  type NotCompared,
  SYMBOL_USES,
  type SymbolUse,
  type VerifySubject,
} from './model.ts';
import type { SpriteText } from './sprite-text.ts';

/** Options of a run in one browser. */
export interface BrowserRunOptions {
  readonly icons: readonly VerifySubject[];
  readonly sprites: ReadonlyMap<string, SpriteText>;
  readonly server: FileServer;
  readonly cache: VerifiedCache | undefined;
  /** Called with the number of icons that were finished since the last call. */
  readonly onProgress: (count: number, file: string) => void;
}

/** Maximum number of icons on a page, and of bytes of their sources and symbols. */
const MAX_ICONS = 120;
const MAX_BYTES = 3_000_000;
/** Maximum number of icons on a page of large pictures. */
const MAX_LARGE_ICONS = 8;
/** Maximum number of differences with pictures, for each browser. */
const MAX_PICTURES = 300;

/** Compares icons in one browser. @throws {Error} when the browser cannot be started. */
export async function verifyInBrowser(
  browser: InstalledBrowser,
  options: BrowserRunOptions,
): Promise<BrowserResult> {
  const start = performance.now();
  const { icons, sprites, server, cache, onProgress } = options;
  const session = await openBrowserSession(browser, server);
  try {
    const { name, version } = session.driver;
    const context = [browser.engine, name, version, process.platform, process.arch];
    const keys = new Map<VerifySubject, string>();
    const keyOf = (icon: VerifySubject): string => {
      const key =
        keys.get(icon) ?? cache?.keyOf([...context, ...cacheKeyParts(icon, sprites)]) ?? '';
      keys.set(icon, key);
      return key;
    };
    const uncached = icons.filter((icon) => !cache?.has(keyOf(icon)));
    const cachedCount = icons.length - uncached.length;
    if (cachedCount > 0) onProgress(cachedCount, '');
    const differences: IconDifference[] = [];
    const notCompared: NotCompared[] = [];
    for (const batch of batchesOf(uncached)) {
      const comparison = await compareBatch(session, batch, sprites);
      const suspects = batch.filter((icon) => comparison.suspects.has(icon));
      const pictured = suspects.slice(0, Math.max(MAX_PICTURES - differences.length, 0));
      const confirmed = await recompareLarge(session, pictured, comparison, sprites);
      notCompared.push(...comparison.notCompared, ...confirmed.notCompared);
      differences.push(...confirmed.differences);
      for (const icon of suspects.slice(pictured.length)) {
        differences.push(...(comparison.suspects.get(icon) ?? []));
      }
      const failedNames = new Set([...differences, ...notCompared].map(({ icon }) => icon.name));
      for (const icon of batch) if (!failedNames.has(icon.name)) cache?.add(keyOf(icon));
      onProgress(batch.length, batch.at(-1)?.file ?? '');
    }
    const allFailedNames = new Set([...differences, ...notCompared].map(({ icon }) => icon.name));
    return {
      engine: browser.engine,
      name,
      version,
      differences,
      notCompared,
      cachedCount,
      equalCount: icons.length - allFailedNames.size,
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    await session.driver.close();
  }
}

/** Everything about an icon that decides its pictures. */
function cacheKeyParts(
  { symbol, source, width, height, isRecolored, sprite, id }: VerifySubject,
  sprites: ReadonlyMap<string, SpriteText>,
): readonly (string | Uint8Array)[] {
  const text = sprites.get(sprite);
  // Content beside a symbol can change how it looks.
  const surroundings = text && !text.isSeparable ? text.text : '';
  return [id, symbol, source, `${width} ${height} ${isRecolored}`, surroundings];
}

/** Groups icons of one sprite that fit onto a page. */
function batchesOf(icons: readonly VerifySubject[]): readonly (readonly VerifySubject[])[] {
  const batches: VerifySubject[][] = [];
  let bytes = 0;
  for (const icon of icons) {
    const last = batches.at(-1);
    const size = icon.source.length + icon.symbol.length;
    const isFull = last && (last.length >= MAX_ICONS || bytes + size > MAX_BYTES);
    if (last && !isFull && last[0]?.sprite === icon.sprite) {
      last.push(icon);
      bytes += size;
    } else {
      batches.push([icon]);
      bytes = size;
    }
  }
  return batches;
}

/** Result of comparing icons in small pictures. */
interface BatchComparison {
  readonly suspects: ReadonlyMap<VerifySubject, readonly IconDifference[]>;
  readonly notCompared: readonly NotCompared[];
}

async function compareBatch(
  session: BrowserSession,
  batch: readonly VerifySubject[],
  sprites: ReadonlyMap<string, SpriteText>,
): Promise<BatchComparison> {
  return compareImagesOf(await drawBatch(session, batch, sprites, COMPARE_SIDE), {
    side: COMPARE_SIDE,
    hasPictures: false,
  });
}

/** Compares icons once more in large pictures: smoothing that differs in small ones does not there. */
async function recompareLarge(
  session: BrowserSession,
  suspects: readonly VerifySubject[],
  first: BatchComparison,
  sprites: ReadonlyMap<string, SpriteText>,
): Promise<{ differences: readonly IconDifference[]; notCompared: readonly NotCompared[] }> {
  const differences: IconDifference[] = [];
  const notCompared: NotCompared[] = [];
  for (let start = 0; start < suspects.length; start += MAX_LARGE_ICONS) {
    const group = suspects.slice(start, start + MAX_LARGE_ICONS);
    const comparison = compareImagesOf(await drawBatch(session, group, sprites, LARGE_SIDE), {
      side: LARGE_SIDE,
      hasPictures: true,
    });
    notCompared.push(...comparison.notCompared);
    for (const [icon, iconDifferences] of comparison.suspects) {
      const uses = new Set(first.suspects.get(icon)?.map(({ use }) => use));
      differences.push(...iconDifferences.filter(({ use }) => uses.has(use)));
    }
  }
  return { differences, notCompared };
}

interface BrowserCompareOptions {
  /** Longer side of the pictures, in px. */
  readonly side: number;
  /** Set if the differences are to have pictures. */
  readonly hasPictures: boolean;
}

function compareImagesOf(
  results: DrawResult,
  { side, hasPictures }: BrowserCompareOptions,
): BatchComparison {
  const suspects = new Map<VerifySubject, readonly IconDifference[]>();
  const notCompared: NotCompared[] = [];
  for (const [icon, result] of results) {
    if ('reason' in result) {
      notCompared.push({ icon, reason: result.reason, isFailure: true });
    } else if (!result.source) {
      notCompared.push({ icon, reason: 'the browser cannot show its source as an image' });
    } else {
      const { source, symbol } = result;
      const iconDifferences = SYMBOL_USES.flatMap(
        (use) =>
          findDifference(icon, use, { source, symbol: symbol[use], side, hasPictures }) ?? [],
      );
      if (iconDifferences.length > 0) suspects.set(icon, iconDifferences);
      else if (isBlank(source)) {
        notCompared.push({ icon, reason: 'the browser draws nothing of its source' });
      }
    }
  }
  return { suspects, notCompared };
}

function findDifference(
  icon: VerifySubject,
  use: SymbolUse,
  {
    source,
    symbol,
    side,
    hasPictures,
  }: BrowserCompareOptions & {
    readonly source: BackgroundImages;
    readonly symbol: BackgroundImages;
  },
): IconDifference | undefined {
  let worst: (Distance & { readonly background: Background }) | undefined;
  for (const background of Object.keys(source) as Background[]) {
    const distance = compareImages(source[background], symbol[background]);
    if (!isDifferent(distance, side)) continue;
    if (!worst || distance.share > worst.share) worst = { ...distance, background };
  }
  if (!worst) return undefined;
  const { background, share } = worst;
  const [sourceImage, spriteImage] = [source[background], symbol[background]];
  const pictures = {
    source: sourceImage,
    sprite: spriteImage,
    difference: differenceImage(sourceImage, spriteImage),
  };
  return {
    icon,
    use,
    background,
    share,
    isBlank: isBlank(symbol) && !isBlank(source),
    ...(hasPictures && { pictures }),
  };
}

/** True if nothing is drawn: each picture has one color. */
function isBlank(views: BackgroundImages): boolean {
  return Object.values(views).every(({ pixels }: OpaqueImage) => {
    const first = Buffer.from(pixels.subarray(0, 4)).readUInt32LE();
    const all = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
    return all.every((pixel) => pixel === first);
  });
}
