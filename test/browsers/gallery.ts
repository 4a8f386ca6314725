import { decodePng, type Picture } from '../browser/compare.ts';
import { boxAt, cutOut, PAGE_WIDTH, type Place, placesOf } from '../browser/places.ts';
import { type ServedFile, serve } from '../browser/serve.ts';
import { pageOf, type Scenery, type Subject } from '../browser/studio.ts';
import type { Engine } from './engines.ts';

/** A server whose pages any engine can look at. */
export interface Gallery {
  /** What the pages may ask for, by path with the leading slash. */
  readonly files: Map<string, ServedFile>;
  /** Shows the subjects in one page, black on white, and returns a picture of each. */
  shoot(
    engine: Engine,
    subjects: readonly Subject[],
    scenery?: Scenery,
  ): Promise<readonly Picture[]>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const files = new Map<string, ServedFile>();
  const site = await serve(files);
  let pages = 0;
  return {
    files,
    async shoot(engine, subjects, { head = '', body = '', scale = 1 } = {}) {
      const { places, height } = placesOf(subjects);
      const boxes = subjects.map(({ html }, index) => boxAt(places[index] as Place, html));
      const html = pageOf(`${STYLE}${head}`, `${body}${boxes.join('')}${WATCH}`);
      const path = `/page-${++pages}.html`;
      files.set(path, { type: 'text/html; charset=utf-8', body: html });
      try {
        const shot = { width: PAGE_WIDTH, height, scale };
        const sheet = decodePng(await engine.capture(`${site.origin}${path}`, shot));
        if (sheet.width < PAGE_WIDTH * scale || sheet.height < height * scale) {
          throw new Error(`${engine.name} shows ${sheet.width} × ${sheet.height} px of the page.`);
        }
        return cutOut(sheet, places, scale);
      } finally {
        files.delete(path);
      }
    },
    close: () => site.close(),
  };
}

const STYLE = `<style>
html { overflow: hidden }
body { margin: 0; background: #fff; color: #000 }
.subject { position: absolute }
.subject > * { display: block }
</style>`;

/**
 * Says that the page is ready: images are decoded, and what `<use>` refers to has a size, which it
 * has as soon as its file has come. A drawing that never gets one is waited for in vain, so not long.
 */
const WATCH = `<script>
addEventListener('load', async () => {
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  const waiting = new Set(document.querySelectorAll('use'));
  const hasCome = (use) => { const { width, height } = use.getBBox(); return width + height > 0; };
  for (let end = Date.now() + 2000; waiting.size > 0 && Date.now() < end; ) {
    const before = waiting.size;
    for (const use of waiting) if (hasCome(use)) waiting.delete(use);
    if (waiting.size < before) end = Date.now() + 2000;
    if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  document.documentElement.dataset.ready = '';
});
</script>`;
