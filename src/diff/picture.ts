import type { Icon } from '../core/types.ts';
import { prepareReference } from '../icon/verify/reference.ts';
import type { RenderedPicture } from '../icon/verify/render.ts';
import { renderPicture } from '../icon/verify/renderer.ts';
import type { PictureChange } from './model.ts';
import { standalone } from './own-ids.ts';
import { pngOf } from './png.ts';

/** Longer side of the pictures that are compared, in px. */
const SIDE = 128;
/** Difference of colors from which a pixel counts as changed, of 255. */
const SEEN = 32;
/** Colors of removed and added parts: distinct with every color vision, on light and dark. */
const GONE = [230, 97, 0] as const;
const NEW = [26, 133, 255] as const;
const KEPT = [128, 128, 128] as const;

interface PictureOptions {
  readonly side?: number;
  readonly color?: string;
}

/** Renders an icon in black on transparent; `undefined` when it cannot be rendered. */
export async function pictureOf(
  icon: Icon,
  options: PictureOptions = {},
): Promise<RenderedPicture | undefined> {
  return (await render(icon, options)).picture;
}

/** Rendered icon; `isKnown` when the renderer draws it as browsers do. */
interface Rendered {
  readonly picture: RenderedPicture | undefined;
  readonly isKnown: boolean;
}

async function render(
  icon: Icon,
  { side = SIDE, color = '#000' }: PictureOptions = {},
): Promise<Rendered> {
  const { width, height } = icon.facts;
  const size = ` width="${width}" height="${height}" color="${color}"`;
  const svg = standalone(icon, size).replace(/var\(--icon-\d+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
  const hasText = /<text\b/.test(svg);
  const reference = await prepareReference(svg);
  const isKnown = 'svg' in reference;
  const options = { side, isWide: width >= height, hasText };
  const drawn = renderPicture(isKnown ? reference.svg : svg, options);
  return { picture: await drawn.catch(() => undefined), isKnown };
}

/** Compares the pictures of two icons, each fitted into the same square. */
export async function changeOf(before: Icon, after: Icon): Promise<PictureChange> {
  const [a, b] = await Promise.all([render(before), render(after)]);
  if (!a.picture || !b.picture) return { share: undefined, png: undefined };
  const [was, is] = [squared(a.picture), squared(b.picture)];
  const { count, pixels } = layer(was, is);
  const share = count / (SIDE * SIDE);
  // The renderer may not show differences of what it cannot draw as browsers do.
  const isSure = share > 0 || (a.isKnown && b.isKnown);
  return { share: isSure ? share : undefined, png: pngOf(SIDE, SIDE, pixels) };
}

/** Centers the pixels of a picture in a square. */
function squared({ width, height, pixels }: RenderedPicture): Uint8Array {
  const square = new Uint8Array(SIDE * SIDE * 4);
  const [left, top] = [Math.floor((SIDE - width) / 2), Math.floor((SIDE - height) / 2)];
  for (let y = 0; y < Math.min(height, SIDE); y++) {
    const row = pixels.subarray(y * width * 4, (y * width + Math.min(width, SIDE)) * 4);
    square.set(row, ((y + Math.max(top, 0)) * SIDE + Math.max(left, 0)) * 4);
  }
  return square;
}

/** Counts the pixels that differ, and colors removed and added parts. */
function layer(was: Uint8Array, is: Uint8Array): { count: number; pixels: Uint8Array } {
  const pixels = new Uint8Array(was.length);
  let count = 0;
  for (let at = 0; at < was.length; at += 4) {
    const [alphaWas = 0, alphaIs = 0] = [was[at + 3], is[at + 3]];
    const distance = farthest(was, is, at);
    const isOther = distance >= SEEN;
    if (isOther) count += 1;
    const color = !isOther ? KEPT : alphaWas > alphaIs ? GONE : NEW;
    const cover = Math.max(alphaWas, alphaIs);
    pixels.set([...color, isOther ? Math.max(cover, 96) : Math.round(cover * 0.35)], at);
  }
  return { count, pixels };
}

/** Largest difference of opacity and of the colors on white and black, 0 to 255. */
function farthest(a: Uint8Array, b: Uint8Array, at: number): number {
  const [opacityA = 0, opacityB = 0] = [a[at + 3], b[at + 3]];
  let most = Math.abs(opacityA - opacityB);
  for (let channel = at; channel < at + 3; channel++) {
    const [x, y] = [(a[channel] ?? 0) * opacityA, (b[channel] ?? 0) * opacityB];
    most = Math.max(most, Math.abs(x - y) / 255);
  }
  return most;
}
