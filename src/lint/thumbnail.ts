import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { memoize } from '../core/memoize.ts';
import { viewBoxOf } from '../svg/view-box.ts';
import { type RgbaImage, renderPixels, standaloneSvg, withViewBox } from './coverage.ts';
import type { LintSource } from './types.ts';

/** A small square picture of a drawing, for comparisons. */
export interface Thumbnail {
  /**
   * `SIDE` × `SIDE` numbers from 0 to 255 for opacity, and, if the drawing is not all black, as
   * many for each of red, green and blue, premultiplied by it.
   */
  readonly values: Uint8Array;
}

/** Side in px: two for each px of an icon of 24, so that a move by a quarter px shows. */
export const SIDE = 48;
export const AREA: number = SIDE * SIDE;

/**
 * Renders a drawing in the center of a square on first use, and caches it.
 *
 * @returns `undefined` if it cannot be rendered, or paints nothing
 */
export const thumbnailOf: (source: LintSource) => Promise<Thumbnail | undefined> = memoize(
  async (source) => {
    const packed = await source.memoize(
      'thumbnail',
      async () => {
        const thumbnail = await renderThumbnail(source).catch(() => undefined);
        return thumbnail && deflateRawSync(thumbnail.values, { level: 1 }).toString('base64');
      },
      (value) => value === undefined || unpack(value) !== undefined,
    );
    return unpack(packed);
  },
);

/** Decompresses a cached thumbnail; `undefined` if it is invalid. */
function unpack(packed: unknown): Thumbnail | undefined {
  if (typeof packed !== 'string') return undefined;
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: AREA * 4 });
    const isComplete = bytes.length === AREA || bytes.length === AREA * 4;
    return isComplete ? { values: new Uint8Array(bytes) } : undefined;
  } catch {
    return undefined;
  }
}

async function renderThumbnail({ icon }: LintSource): Promise<Thumbnail | undefined> {
  // Text depends on the fonts of the viewer.
  if (icon.facts.needs.includes('text')) return undefined;
  const { x, y, width, height } = viewBoxOf(icon.facts.viewBox);
  const side = Math.max(width, height);
  const square = {
    x: x - (side - width) / 2,
    y: y - (side - height) / 2,
    width: side,
    height: side,
  };
  return toThumbnail(await renderPixels(withViewBox(standaloneSvg(icon), square), SIDE, true));
}

function toThumbnail({ values }: RgbaImage): Thumbnail | undefined {
  const planes = new Uint8Array(AREA * 4);
  let [isPainted, isColored] = [false, false];
  for (let at = 0; at < AREA; at++) {
    const alpha = values[at * 4 + 3] ?? 0;
    if (alpha === 0) continue;
    isPainted = true;
    planes[at] = alpha;
    for (let channel = 0; channel < 3; channel++) {
      const value = values[at * 4 + channel] ?? 0;
      if (value === 0) continue;
      isColored = true;
      planes[(channel + 1) * AREA + at] = value;
    }
  }
  if (!isPainted) return undefined;
  return { values: isColored ? planes : planes.slice(0, AREA) };
}
