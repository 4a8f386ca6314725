import { countDifferent, type VisibleDifference } from './pixels.ts';
import { type Picture, type RenderOptions, renderHere } from './render.ts';

/** Two sources that should look alike, and how to render both. */
export interface Pair extends Omit<RenderOptions, 'side'> {
  readonly before: string;
  readonly after: string;
  /** Longer sides of the pictures, in px. */
  readonly sides: readonly number[];
}

/** Share of pixels that differ at each side, 0 to 1; or which of the two cannot be rendered. */
export type Comparison = readonly number[] | RenderFailure;

/** Why there is nothing to compare. */
export interface RenderFailure {
  readonly failed: 'before' | 'after';
  readonly problem: RenderProblem;
}

/** The renderer refuses it, is ended by it, takes too long over it, or cannot be started. */
export type RenderProblem = 'invalid' | 'crash' | 'slow' | 'unavailable';

/** Most pairs are found equal by this, at the side asked for. */
const SCREEN: VisibleDifference = { flatSide: 3, mean: 16 };
/**
 * The others are decided by this, at twice the side: an edge that moves by a quarter of a pixel
 * changes half of each pixel there, 42 levels on average; samples that fall otherwise change a
 * quarter at most.
 */
export const DETAIL: VisibleDifference = { flatSide: 5, mean: 38 };
export const DETAIL_SCALE = 2;

/** What a comparison is told while it goes on. */
export interface CompareOptions {
  /** As for {@link renderHere}. Default: false. */
  readonly blocks?: boolean;
  /** Called before each source is rendered. */
  readonly onRender?: (which: 'before' | 'after') => void;
}

/** Compares two sources in this process. */
export async function compareHere(
  { before, after, sides, ...shape }: Pair,
  { blocks = false, onRender = () => {} }: CompareOptions = {},
): Promise<Comparison> {
  const ratios: number[] = [];
  for (const side of sides) {
    let ratio = 0;
    for (const [scale, visible] of [[1, SCREEN] as const, [DETAIL_SCALE, DETAIL] as const]) {
      const options = { ...shape, side: side * scale };
      onRender('before');
      const was = await tryRender(before, options, blocks);
      if (!was) return { failed: 'before', problem: 'invalid' };
      onRender('after');
      const is = await tryRender(after, options, blocks);
      if (!is) return { failed: 'after', problem: 'invalid' };
      ratio = countDifferent(was, is, visible) / (was.width * was.height);
      if (ratio === 0) break;
    }
    ratios.push(ratio);
  }
  return ratios;
}

function tryRender(
  svg: string,
  options: RenderOptions,
  blocks: boolean,
): Promise<Picture | undefined> {
  return renderHere(svg, options, blocks).catch(() => undefined);
}
