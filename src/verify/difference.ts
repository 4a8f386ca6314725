import { isApart } from './compare.ts';
import type { Picture } from './picture.ts';

/** Color of pixels that differ. */
const MARK = [214, 31, 38] as const;
/** Part of the source's contrast that is left behind the marks. */
const FADED = 0.22;

/** Picture of what differs: marked pixels over the faded source. */
export function differencePicture(source: Picture, sprite: Picture): Picture {
  const { width, height } = source;
  const pixels = new Uint8Array(source.pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const color = isApart(source, sprite, x, y)
        ? MARK
        : [0, 1, 2].map((channel) => 255 - (255 - (source.pixels[at + channel] as number)) * FADED);
      pixels.set(color, at);
    }
  }
  return { width, height, pixels };
}
