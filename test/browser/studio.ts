import type { Page, Response } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { decodePng, type Picture } from './compare.ts';
import { boxAt, cutOut, type Place, placesOf } from './places.ts';
import { type ServedFile, serve } from './serve.ts';

/** Something to take a picture of. */
export interface Subject {
  /** Markup of one element that fills the box. */
  readonly html: string;
  /** Size of the box in whole CSS px. */
  readonly width: number;
  readonly height: number;
}

/** What the subjects of one page need besides themselves. */
export interface Scenery {
  /** Markup for the page's head. */
  readonly head?: string;
  /** Markup before the subjects. */
  readonly body?: string;
  /** Device pixels in a CSS px. Default: 1. */
  readonly scale?: number;
}

/** A browser and a server, to see what icons look like in pages. */
export interface Studio {
  /** What the pages may ask for, by path with the leading slash. */
  readonly files: Map<string, ServedFile>;
  /** Shows the subjects in one page, black on white, and returns a picture of each. */
  shoot(subjects: readonly Subject[], scenery?: Scenery): Promise<readonly Picture[]>;
  /** `textContent` of the body of a page. */
  textOf(html: string): Promise<string>;
  close(): Promise<void>;
}

const SIZE = { width: 1280, height: 600 };

export async function openStudio(): Promise<Studio> {
  const files = new Map<string, ServedFile>();
  const browser = await launchChromium();
  /** One for each scale: to open one takes longer than to take a picture. */
  const pages = new Map<number, Promise<Page>>();

  function pageAt(scale: number): Promise<Page> {
    const page = pages.get(scale) ?? browser.newPage({ deviceScaleFactor: scale });
    pages.set(scale, page);
    return page;
  }

  async function withPage<T>(
    html: string,
    { scale = 1, size = SIZE }: { readonly scale?: number; readonly size?: typeof SIZE },
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    const page = await pageAt(scale);
    await page.setViewportSize(size);
    // An origin of its own for each, so that the browser knows no file of the one before.
    const site = await serve(files);
    const missing: string[] = [];
    const note = (response: Response) => {
      if (!response.ok()) missing.push(`${response.status()} ${response.url()}`);
    };
    page.on('response', note);
    try {
      files.set('/page.html', { type: 'text/html; charset=utf-8', body: html });
      // Chromium's load event waits for the sprites of <use>, too.
      await page.goto(`${site.origin}/page.html`, { waitUntil: 'load' });
      // Two frames, so that animations that end at once have ended in images, too.
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      const result = await use(page);
      if (missing.length > 0) throw new Error(`The page lacks ${missing.join(', ')}`);
      return result;
    } finally {
      page.off('response', note);
      await page.goto('about:blank');
      await site.close();
    }
  }

  return {
    files,
    shoot(subjects, { head = '', body = '', scale = 1 } = {}) {
      const { places, ...size } = placesOf(subjects);
      const boxes = subjects.map(({ html }, index) => boxAt(places[index] as Place, html));
      const html = pageOf(`${STYLE}${head}`, `${body}${boxes.join('')}`);
      return withPage(html, { scale, size }, async (page) => {
        const sheet = decodePng(await page.screenshot());
        return cutOut(sheet, places, scale);
      });
    },
    textOf: (html) => withPage(html, {}, (page) => page.evaluate('document.body.textContent')),
    close: () => browser.close(),
  };
}

/** A file shown as a picture: what the drawing looks like to whoever opens it. */
export function imageOf(url: string, width: number, height: number): Subject {
  return { html: `<img src="${url}" width="${width}" height="${height}" alt="">`, width, height };
}

/** A symbol in use: `sprite.svg#name`, or `#name` of a sprite in the page. */
export function useOf(href: string, width: number, height: number): Subject {
  const html = `<svg width="${width}" height="${height}"><use href="${href}"/></svg>`;
  return { html, width, height };
}

/** A sprite to be put into a page: hidden, and not by `display: none`, which stops gradients. */
export function inlineSprite(sprite: string): string {
  return sprite.replace('<svg', '<svg width="0" height="0" style="position:absolute"');
}

/** A page with nothing around what is given, so that its text is that of the body alone. */
export function pageOf(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>Icons</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

const STYLE = `<style>
body { margin: 0; background: #fff; color: #000 }
.subject { position: absolute }
.subject > * { display: block }
</style>`;
