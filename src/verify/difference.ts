import { isPixelDifferent } from './compare.ts';
import type { OpaqueImage } from './image.ts';

/** Color of pixels that differ. */
const MARK_COLOR = [214, 31, 38] as const;
/** Part of the source's contrast that is left behind the marks. */
const FADE = 0.22;

/** Picture of what differs: marked pixels over the faded source. */
export function differenceImage(source: OpaqueImage, sprite: OpaqueImage): OpaqueImage {
  const { width, height } = source;
  const pixels = new Uint8Array(source.pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const color = isPixelDifferent(source, sprite, x, y)
        ? MARK_COLOR
        : [0, 1, 2].map((channel) => 255 - (255 - (source.pixels[at + channel] as number)) * FADE);
      pixels.set(color, at);
    }
  }
  return { width, height, pixels };
}
