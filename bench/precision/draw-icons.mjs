/** Draws icons and their sources in Chromium and counts the pixels that differ. */
import { createJiti } from 'jiti';

const { launchChromium } = await createJiti(import.meta.url).import(
  '../../test/browser/chromium.ts',
);

/** Longer sides of the pictures, in px. */
export const SIDES = [256, 512];
/** White and a color. */
const BACKGROUNDS = [
  [255, 255, 255],
  [45, 212, 191],
];
/** Changes of a channel that are counted, in levels. */
const LEVELS = [32, 64];
/** Icons that are sent to the page at once. */
const BATCH = 60;

/** @typedef {{ before: string, after: string, width: number, height: number }} Pair */
/** @typedef {{ shares: Record<32 | 64, number[]> }} Change largest share of pixels, by level and side */

/** Opens a page that draws. The caller closes it. */
export async function openDrawings() {
  const browser = await launchChromium();
  const page = await browser.newPage();
  return {
    page,
    close: () => browser.close(),
    /** @param {readonly Pair[]} pairs @returns {Promise<(Change | null)[]>} null if one is not drawn */
    async compare(pairs) {
      const changes = [];
      for (let start = 0; start < pairs.length; start += BATCH) {
        const batch = pairs.slice(start, start + BATCH);
        const options = { batch, sides: SIDES, backgrounds: BACKGROUNDS, levels: LEVELS };
        changes.push(...(await page.evaluate(compareInPage, options)));
      }
      return changes;
    },
  };
}

/** Runs in the page, so it refers to nothing outside. */
async function compareInPage({ batch, sides, backgrounds, levels }) {
  async function load(svg) {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    return image;
  }
  // Kept between calls, since a new canvas takes longer than a drawing.
  globalThis.contexts ??= [0, 1].map(() =>
    new OffscreenCanvas(1024, 1024).getContext('2d', { willReadFrequently: true }),
  );
  function draw(index, image, width, height) {
    const context = globalThis.contexts[index];
    context.clearRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  }
  /** Largest change of a channel of one pixel on a background. */
  function changeOf(a, b, at, background) {
    let largest = 0;
    for (let channel = 0; channel < 3; channel++) {
      const before = (a[at + channel] - background[channel]) * a[at + 3];
      const after = (b[at + channel] - background[channel]) * b[at + 3];
      largest = Math.max(largest, Math.abs(before - after) / 255);
    }
    return largest;
  }
  /** Shares of changed pixels by level, on the background where they are largest. */
  function sharesOf(a, b) {
    const counts = backgrounds.map(() => levels.map(() => 0));
    const [before, after] = [a, b].map(({ buffer }) => new Uint32Array(buffer));
    for (let pixel = 0; pixel < before.length; pixel++) {
      if (before[pixel] === after[pixel]) continue;
      for (const [index, background] of backgrounds.entries()) {
        const change = changeOf(a, b, pixel * 4, background);
        for (const [at, level] of levels.entries()) if (change > level) counts[index][at] += 1;
      }
    }
    return levels.map((_, at) => Math.max(...counts.map((each) => each[at])) / before.length);
  }
  const changes = [];
  for (const { before, after, width, height } of batch) {
    try {
      const images = await Promise.all([load(before), load(after)]);
      const shares = Object.fromEntries(levels.map((level) => [level, []]));
      for (const side of sides) {
        const scale = side / Math.max(width, height);
        const size = [width, height].map((length) => Math.max(1, Math.round(length * scale)));
        const [a, b] = images.map((image, index) => draw(index, image, ...size));
        for (const [at, share] of sharesOf(a, b).entries()) shares[levels[at]].push(share);
      }
      changes.push({ shares });
    } catch {
      changes.push(null);
    }
  }
  return changes;
}
