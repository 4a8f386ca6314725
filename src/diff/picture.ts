import type { Icon } from '../core/types.ts';
import { FIXED_COLORS } from '../design/colors.ts';
import { prepareReference } from '../icon/verify/reference.ts';
import type { RenderedPicture } from '../icon/verify/render.ts';
import { renderPicture } from '../icon/verify/renderer.ts';
import type { PictureChange } from './model.ts';
import { encodePng } from './png.ts';
import { standaloneSvg } from './standalone-svg.ts';

/** Longer side of the compared pictures of square icons, in px. */
const SIDE = 128;
/** Maximum factor by which pictures of wide and tall icons are larger. */
const MAX_SCALE = 4;
/** Difference of colors from which a pixel counts as changed, of 255. */
const PIXEL_THRESHOLD = 32;
const REMOVED_COLOR = channelsOf(FIXED_COLORS['removed-mark']);
const ADDED_COLOR = channelsOf(FIXED_COLORS['added-mark']);
const UNCHANGED_COLOR = [128, 128, 128] as const;

interface PictureOptions {
  readonly side?: number;
  readonly color?: string;
}

/** Renders an icon in black on transparent; `undefined` when it cannot be rendered. */
export async function renderIcon(
  icon: Icon,
  options: PictureOptions = {},
): Promise<RenderedPicture | undefined> {
  return (await render(icon, options)).picture;
}

/** Rendered icon; `isFaithful` if the renderer draws it as browsers do. */
interface Rendered {
  readonly picture: RenderedPicture | undefined;
  readonly isFaithful: boolean;
}

async function render(
  icon: Icon,
  { side = SIDE, color = '#000' }: PictureOptions = {},
): Promise<Rendered> {
  const { width, height } = icon.facts;
  const size = ` width="${width}" height="${height}" color="${color}"`;
  const svg = standaloneSvg(icon, size).replace(/var\(--icon-\d+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
  const hasText = /<text\b/.test(svg);
  const reference = await prepareReference(svg);
  const isFaithful = 'svg' in reference;
  const options = { side, isWide: width >= height, hasText };
  const rendered = renderPicture(isFaithful ? reference.svg : svg, options);
  return { picture: await rendered.catch(() => undefined), isFaithful };
}

/**
 * Compares the pictures of two icons, each fitted into the same square. The picture of the difference
 * leaves out the parts of the square that both leave blank because of their proportions.
 */
export async function comparePictures(before: Icon, after: Icon): Promise<PictureChange> {
  const side = comparedSide(before, after);
  const [a, b] = await Promise.all([render(before, { side }), render(after, { side })]);
  if (!a.picture || !b.picture) return { share: undefined, png: undefined };
  const width = Math.min(side, Math.max(a.picture.width, b.picture.width));
  const height = Math.min(side, Math.max(a.picture.height, b.picture.height));
  const { count, pixels } = diffPixels(
    fitFrame(a.picture, width, height),
    fitFrame(b.picture, width, height),
  );
  const share = count / (side * side);
  // The renderer may not show differences of what it cannot draw as browsers do.
  const isConclusive = share > 0 || (a.isFaithful && b.isFaithful);
  return { share: isConclusive ? share : undefined, png: encodePng(width, height, pixels) };
}

/** Longer side of both pictures in px, so that the shorter side of a wide or tall icon has details. */
function comparedSide(before: Icon, after: Icon): number {
  const elongation = ({ facts: { width, height } }: Icon) =>
    Math.max(width, height) / Math.min(width, height);
  return Math.round(SIDE * Math.min(MAX_SCALE, elongation(before), elongation(after)));
}

/** Centers the pixels of a picture in a frame. */
function fitFrame(
  { width, height, pixels }: RenderedPicture,
  frameWidth: number,
  frameHeight: number,
): Uint8Array {
  const frame = new Uint8Array(frameWidth * frameHeight * 4);
  const left = Math.max(Math.floor((frameWidth - width) / 2), 0);
  const top = Math.max(Math.floor((frameHeight - height) / 2), 0);
  for (let y = 0; y < Math.min(height, frameHeight); y++) {
    const row = pixels.subarray(y * width * 4, (y * width + Math.min(width, frameWidth)) * 4);
    frame.set(row, ((y + top) * frameWidth + left) * 4);
  }
  return frame;
}

/** Counts the pixels that differ, and colors removed and added parts. */
function diffPixels(
  beforePixels: Uint8Array,
  afterPixels: Uint8Array,
): { count: number; pixels: Uint8Array } {
  const pixels = new Uint8Array(beforePixels.length);
  let count = 0;
  for (let at = 0; at < beforePixels.length; at += 4) {
    const [alphaBefore = 0, alphaAfter = 0] = [beforePixels[at + 3], afterPixels[at + 3]];
    const distance = maxChannelDifference(beforePixels, afterPixels, at);
    const isDifferent = distance >= PIXEL_THRESHOLD;
    if (isDifferent) count += 1;
    const color = !isDifferent
      ? UNCHANGED_COLOR
      : alphaBefore > alphaAfter
        ? REMOVED_COLOR
        : ADDED_COLOR;
    const cover = Math.max(alphaBefore, alphaAfter);
    pixels.set([...color, isDifferent ? Math.max(cover, 96) : Math.round(cover * 0.35)], at);
  }
  return { count, pixels };
}

/** Largest difference of opacity and of the colors on white and black, 0 to 255. */
function maxChannelDifference(a: Uint8Array, b: Uint8Array, at: number): number {
  const [opacityA = 0, opacityB = 0] = [a[at + 3], b[at + 3]];
  let max = Math.abs(opacityA - opacityB);
  for (let channel = at; channel < at + 3; channel++) {
    const [x, y] = [(a[channel] ?? 0) * opacityA, (b[channel] ?? 0) * opacityB];
    max = Math.max(max, Math.abs(x - y) / 255);
  }
  return max;
}

/** Red, green and blue of `#rrggbb`. */
function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
