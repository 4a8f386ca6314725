import { countDifferentPixels, type DifferenceThreshold } from './pixels.ts';
import { type RenderOptions, tryRender } from './render.ts';

/** Two sources that should look alike, and how to render both. */
export interface SourcePair extends Omit<RenderOptions, 'side'> {
  readonly before: string;
  readonly after: string;
  /** Longer sides of the pictures, in px. */
  readonly sides: readonly number[];
  /** True if the sides are the largest ones, see `compare-zoomed.ts`. Default: false. */
  readonly isZoomed?: boolean;
}

/** Share of pixels that differ at each side, 0 to 1; or which of the two cannot be rendered. */
export type Comparison = readonly number[] | RenderFailure;

/** The source that cannot be rendered, and the reason. */
export interface RenderFailure {
  readonly failed: 'before' | 'after';
  readonly problem: RenderProblem;
}

/** Renderer rejects the source, crashes on it, takes too long for it, or cannot be started. */
export type RenderProblem = 'invalid' | 'crash' | 'slow' | 'unavailable';

/**
 * Stages of a comparison. Most pairs are equal at the requested side; the others are compared in
 * larger pictures. An edge that moves by a quarter of a pixel changes whole pixels at four times
 * the side, a third of the contrast on average; differences in sampling change a twelfth there as
 * everywhere, and a seventh at corners.
 */
const STAGES: readonly Stage[] = [
  { scale: 1, flatSide: 3, mean: 0.07 },
  { scale: 2, flatSide: 3, mean: 0.12 },
  { scale: 4, flatSide: 3, mean: 0.2 },
];

interface Stage extends DifferenceThreshold {
  /** Factor of the requested side. */
  readonly scale: number;
}

/** The stage that decides. */
export const FINAL_STAGE: Stage = STAGES.at(-1) as Stage;

/** Options of one comparison. */
export interface CompareSourcesOptions {
  /** Renders on this thread, see {@link renderInThisProcess}. Default: false. */
  readonly isSync?: boolean;
  /** Called before each source is rendered. */
  readonly onRender?: (which: 'before' | 'after') => void;
}

/** Compares two sources in this process. */
export async function compareInThisProcess(
  pair: SourcePair,
  { isSync = false, onRender = () => {} }: CompareSourcesOptions = {},
): Promise<Comparison> {
  if (pair.isZoomed) {
    const { compareZoomed } = await import('./compare-zoomed.ts');
    return compareZoomed(pair, onRender, isSync);
  }
  const { before, after, sides, isZoomed: _, ...shape } = pair;
  const mismatchRatios: number[] = [];
  for (const side of sides) {
    let mismatchRatio = 0;
    for (const stage of STAGES) {
      const options = { ...shape, side: side * stage.scale };
      onRender('before');
      const beforePicture = await tryRender(before, options, isSync);
      if (!beforePicture) return { failed: 'before', problem: 'invalid' };
      onRender('after');
      const afterPicture = await tryRender(after, options, isSync);
      if (!afterPicture) return { failed: 'after', problem: 'invalid' };
      mismatchRatio =
        countDifferentPixels(beforePicture, afterPicture, stage) /
        (beforePicture.width * beforePicture.height);
      if (mismatchRatio === 0) break;
    }
    mismatchRatios.push(mismatchRatio);
  }
  return mismatchRatios;
}
