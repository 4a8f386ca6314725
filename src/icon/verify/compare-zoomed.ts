import { hasVisibleChange, type Pixels } from './pixels.ts';
import { type RenderedPicture, type RenderOptions, tryRender } from './render.ts';

/**
 * Largest mean change of 3 × 3 pixels, as a share of the local contrast: an edge that moves by three
 * quarters of a pixel.
 */
const MAX_MEAN = 0.25;

/**
 * Largest share of pixels that may change by more than so many levels of a color channel. With these
 * limits, 11 of 11,933 icons of three public sets change in Chromium by more than 64 levels in more
 * than 0.5 % of the pixels, at 256 px or at 512 px; `bench/precision.mjs` counts them. The lower level
 * is for shifted edges that no single pixel shows, since the renderer has few levels of antialiasing.
 */
const LIMITS = [
  { levels: 16, share: 0.02 },
  { levels: 32, share: 0.004 },
];

/** Two sources, and how to render both; see `SourcePair`. */
interface ZoomedPair extends Omit<RenderOptions, 'side'> {
  readonly before: string;
  readonly after: string;
  readonly sides: readonly number[];
}

/** Share of pixels that differ at each side, or the source that cannot be rendered. */
type ZoomedComparison =
  | readonly number[]
  | { readonly failed: 'before' | 'after'; readonly problem: 'invalid' };

/**
 * Compares two sources at sides that are the largest ones, in this process. Each side is rendered
 * once; the last sides are skipped if a first one differs.
 *
 * @param isSync renders on this thread
 */
export async function compareZoomed(
  { before, after, sides, ...shape }: ZoomedPair,
  onRender: (which: 'before' | 'after') => void,
  isSync: boolean,
): Promise<ZoomedComparison> {
  const mismatchRatios: number[] = [];
  for (const side of sides) {
    const options = { side, isWide: shape.isWide, hasText: shape.hasText };
    onRender('before');
    const beforePicture = await renderReference(before, options, isSync);
    if (!beforePicture) return { failed: 'before', problem: 'invalid' };
    onRender('after');
    const afterPicture = await tryRender(after, options, isSync);
    if (!afterPicture) return { failed: 'after', problem: 'invalid' };
    mismatchRatios.push(visibleShare(beforePicture, afterPicture));
    if (mismatchRatios.at(-1) !== 0) break;
  }
  return mismatchRatios;
}

/** Share of pixels that differ visibly, 0 to 1. */
function visibleShare(before: Pixels, after: Pixels): number {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return 1;
  const histogram = changeHistogram(before, after);
  for (const { levels, share } of LIMITS) {
    const changed = countAbove(histogram, levels) / (width * height);
    if (changed > share) return changed;
  }
  return hasVisibleChange(before, after, MAX_MEAN) ? 1 : 0;
}

/** Number of changed pixels by their largest change of a channel, on white or on black. */
function changeHistogram({ pixels: a }: Pixels, { pixels: b }: Pixels): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < a.length; at += 4) {
    // Premultiplied over white is color + 255 - alpha.
    const alpha = (a[at + 3] as number) - (b[at + 3] as number);
    let largest = 0;
    for (let channel = at; channel < at + 3; channel++) {
      const color = (a[channel] as number) - (b[channel] as number);
      largest = Math.max(largest, Math.abs(color), Math.abs(color - alpha));
    }
    if (largest > 0) histogram[largest] = (histogram[largest] as number) + 1;
  }
  return histogram;
}

function countAbove(histogram: Uint32Array, levels: number): number {
  return histogram.subarray(levels + 1).reduce((sum, count) => sum + count, 0);
}

/** Total size of the references that are kept, in bytes. */
const MAX_KEPT_BYTES = 16_000_000;

const references = new Map<string, RenderedPicture>();
let keptBytes = 0;

/** Renders a reference, or takes the picture from the last comparison with it. */
async function renderReference(
  svg: string,
  options: RenderOptions,
  isSync: boolean,
): Promise<RenderedPicture | undefined> {
  const key = `${options.side} ${options.isWide} ${options.hasText} ${svg}`;
  const kept = references.get(key);
  if (kept) return kept;
  const picture = await tryRender(svg, options, isSync);
  if (!picture) return undefined;
  references.set(key, picture);
  keptBytes += picture.pixels.length;
  for (const [oldest, { pixels }] of references) {
    if (keptBytes <= MAX_KEPT_BYTES || oldest === key) break;
    references.delete(oldest);
    keptBytes -= pixels.length;
  }
  return picture;
}
