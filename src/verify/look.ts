import type { VerifiedCache } from '../node/cache/verified.ts';
import type { FoundBrowser } from './browsers/driver.ts';
import { type Distance, distanceOf, isDifferent, LARGE_SIDE, SIDE } from './compare.ts';
import { differencePicture } from './difference.ts';
import type { Views } from './draw.ts';
import {
  type Background,
  type BrowserResult,
  type Difference,
  type NotCompared,
  type Subject,
  USES,
  type Use,
} from './model.ts';
import type { Picture } from './picture.ts';
import { type DrawResult, drawAll, openSession, type Session } from './session.ts';
import type { Site } from './site.ts';
import type { SpriteText } from './sprite-text.ts';

/** Options of a run in one browser. */
export interface LookOptions {
  readonly icons: readonly Subject[];
  readonly sprites: ReadonlyMap<string, SpriteText>;
  readonly site: Site;
  readonly cache: VerifiedCache | undefined;
  /** Called with the number of icons that were finished since the last call. */
  readonly onProgress: (count: number, file: string) => void;
}

/** Maximum number of icons on a page, and of bytes of their sources and symbols. */
const MOST_ICONS = 120;
const MOST_BYTES = 3_000_000;
/** Maximum number of icons on a page of large pictures. */
const MOST_LARGE = 8;
/** Maximum number of differences with pictures, for each browser. */
const MOST_SHOWN = 300;

/** Compares icons in one browser. @throws {Error} when the browser cannot be started. */
export async function lookIn(found: FoundBrowser, options: LookOptions): Promise<BrowserResult> {
  const start = performance.now();
  const { icons, sprites, site, cache, onProgress } = options;
  const session = await openSession(found, site);
  try {
    const { name, version } = session.driver;
    const context = [found.engine, name, version, process.platform, process.arch];
    const keys = new Map<Subject, string>();
    const keyOf = (icon: Subject): string => {
      const key = keys.get(icon) ?? cache?.keyOf([...context, ...partsOf(icon, sprites)]) ?? '';
      keys.set(icon, key);
      return key;
    };
    const open = icons.filter((icon) => !cache?.has(keyOf(icon)));
    const cachedCount = icons.length - open.length;
    if (cachedCount > 0) onProgress(cachedCount, '');
    const differences: Difference[] = [];
    const notCompared: NotCompared[] = [];
    for (const batch of batchesOf(open)) {
      const seen = await compareBatch(session, batch, sprites);
      const suspects = batch.filter((icon) => seen.suspects.has(icon));
      const shown = suspects.slice(0, Math.max(MOST_SHOWN - differences.length, 0));
      const confirmed = await confirm(session, shown, seen, sprites);
      notCompared.push(...seen.notCompared, ...confirmed.notCompared);
      differences.push(...confirmed.differences);
      for (const icon of suspects.slice(shown.length)) {
        differences.push(...(seen.suspects.get(icon) ?? []));
      }
      const isOut = new Set([...differences, ...notCompared].map(({ icon }) => icon.name));
      for (const icon of batch) if (!isOut.has(icon.name)) cache?.add(keyOf(icon));
      onProgress(batch.length, batch.at(-1)?.file ?? '');
    }
    const out = new Set([...differences, ...notCompared].map(({ icon }) => icon.name));
    return {
      ...{ engine: found.engine, name, version, differences, notCompared, cachedCount },
      equalCount: icons.length - out.size,
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    await session.driver.close();
  }
}

/** Everything about an icon that decides its pictures. */
function partsOf(
  { symbol, source, width, height, isRecolored, sprite, id }: Subject,
  sprites: ReadonlyMap<string, SpriteText>,
): readonly (string | Uint8Array)[] {
  const text = sprites.get(sprite);
  // Content beside a symbol can change how it looks.
  const beside = text && !text.isSeparable ? text.text : '';
  return [id, symbol, source, `${width} ${height} ${isRecolored}`, beside];
}

/** Groups icons of one sprite that fit onto a page. */
function batchesOf(icons: readonly Subject[]): readonly (readonly Subject[])[] {
  const batches: Subject[][] = [];
  let bytes = 0;
  for (const icon of icons) {
    const last = batches.at(-1);
    const size = icon.source.length + icon.symbol.length;
    const isFull = last && (last.length >= MOST_ICONS || bytes + size > MOST_BYTES);
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
interface Seen {
  readonly suspects: ReadonlyMap<Subject, readonly Difference[]>;
  readonly notCompared: readonly NotCompared[];
}

async function compareBatch(
  session: Session,
  batch: readonly Subject[],
  sprites: ReadonlyMap<string, SpriteText>,
): Promise<Seen> {
  return compareDrawn(await drawAll(session, batch, sprites, SIDE), SIDE, false);
}

/** Compares icons once more in large pictures: smoothing that differs in small ones does not there. */
async function confirm(
  session: Session,
  suspects: readonly Subject[],
  first: Seen,
  sprites: ReadonlyMap<string, SpriteText>,
): Promise<{ differences: readonly Difference[]; notCompared: readonly NotCompared[] }> {
  const differences: Difference[] = [];
  const notCompared: NotCompared[] = [];
  for (let start = 0; start < suspects.length; start += MOST_LARGE) {
    const group = suspects.slice(start, start + MOST_LARGE);
    const seen = compareDrawn(await drawAll(session, group, sprites, LARGE_SIDE), LARGE_SIDE, true);
    notCompared.push(...seen.notCompared);
    for (const [icon, found] of seen.suspects) {
      const uses = new Set(first.suspects.get(icon)?.map(({ use }) => use));
      differences.push(...found.filter(({ use }) => uses.has(use)));
    }
  }
  return { differences, notCompared };
}

function compareDrawn(drawn: DrawResult, side: number, hasPictures: boolean): Seen {
  const suspects = new Map<Subject, readonly Difference[]>();
  const notCompared: NotCompared[] = [];
  for (const [icon, result] of drawn) {
    if ('reason' in result) {
      notCompared.push({ icon, reason: result.reason, isFailure: true });
    } else if (!result.source) {
      notCompared.push({ icon, reason: 'the browser cannot show its source as an image' });
    } else {
      const { source, symbol } = result;
      const found = USES.flatMap(
        (use) => differenceOf(icon, use, { source, symbol: symbol[use], side, hasPictures }) ?? [],
      );
      if (found.length > 0) suspects.set(icon, found);
      else if (isBlank(source)) {
        notCompared.push({ icon, reason: 'the browser draws nothing of its source' });
      }
    }
  }
  return { suspects, notCompared };
}

function differenceOf(
  icon: Subject,
  use: Use,
  {
    source,
    symbol,
    side,
    hasPictures,
  }: {
    readonly source: Views;
    readonly symbol: Views;
    readonly side: number;
    readonly hasPictures: boolean;
  },
): Difference | undefined {
  let worst: (Distance & { readonly background: Background }) | undefined;
  for (const background of Object.keys(source) as Background[]) {
    const distance = distanceOf(source[background], symbol[background]);
    if (!isDifferent(distance, side)) continue;
    if (!worst || distance.share > worst.share) worst = { ...distance, background };
  }
  if (!worst) return undefined;
  const { background, share } = worst;
  const [was, is] = [source[background], symbol[background]];
  const pictures = { source: was, sprite: is, difference: differencePicture(was, is) };
  return {
    ...{ icon, use, background, share, isBlank: isBlank(symbol) && !isBlank(source) },
    ...(hasPictures && { pictures }),
  };
}

/** True if nothing is drawn: each picture has one color. */
function isBlank(views: Views): boolean {
  return Object.values(views).every(({ pixels }: Picture) => {
    const first = Buffer.from(pixels.subarray(0, 4)).readUInt32LE();
    const all = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
    return all.every((pixel) => pixel === first);
  });
}
