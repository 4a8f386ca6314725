import { randomBytes } from 'node:crypto';
import { capture } from './browsers/capture.ts';
import type { BrowserDriver } from './browsers/driver.ts';
import { COMPARE_SIDE } from './compare.ts';
import type { FileServer } from './file-server.ts';
import { crop, decodeScreenshot, type OpaqueImage } from './image.ts';
import type { Background, SymbolUse, VerifySubject } from './model.ts';
import {
  imageItem,
  inlineSprite,
  itemSize,
  type PageItem,
  pagePolicy,
  renderPage,
  symbolItem,
} from './page.ts';
import { type SpriteText, sliceSprite } from './sprite-text.ts';

/** Pictures of an icon, by background. */
export type BackgroundImages = Readonly<Record<Background, OpaqueImage>>;

/** Takes pictures of icons in a browser. */
export interface IconRenderer {
  /** Pictures of the sources; `undefined` for one that the browser cannot show. */
  drawSources(
    icons: readonly VerifySubject[],
    side: number,
  ): Promise<readonly (BackgroundImages | undefined)[]>;
  /** Symbols in use, all from one sprite file. */
  drawSymbols(
    icons: readonly VerifySubject[],
    use: SymbolUse,
    options: {
      readonly side: number;
      readonly sprite: SpriteText;
      readonly colors: readonly string[];
    },
  ): Promise<readonly BackgroundImages[]>;
}

const SVG = 'image/svg+xml';
/** Time in ms after which a browser counts as hanging. */
const PAGE_TIMEOUT = 20_000;

export interface IconRendererOptions {
  /** True if the browser draws everything that it has loaded before a screenshot. */
  readonly paintsBeforeScreenshot: boolean;
}

export function createIconRenderer(
  driver: BrowserDriver,
  server: FileServer,
  { paintsBeforeScreenshot }: IconRendererOptions,
): IconRenderer {
  async function captureSheet(
    items: readonly PageItem[],
    side: number,
    folder: string,
    sprite?: string,
  ): Promise<readonly BackgroundImages[]> {
    const nonce = randomBytes(16).toString('base64');
    const { html, cells, ...viewport } = renderPage(items, {
      side,
      nonce,
      ...(sprite !== undefined && { sprite }),
    });
    const path = `${folder}/page.html`;
    server.files.set(path, {
      type: 'text/html; charset=utf-8',
      body: html,
      headers: pagePolicy(nonce),
    });
    const png = await capture(driver, `${server.origin}${path}`, {
      viewport,
      limit: PAGE_TIMEOUT,
      // Icons that are not drawn yet differ, and are compared again in large pictures.
      untilStable: !paintsBeforeScreenshot || side !== COMPARE_SIDE,
    });
    const picture = decodeScreenshot(png);
    if (picture.width < viewport.width || picture.height < viewport.height) {
      throw new Error(`${driver.name} shows ${picture.width} × ${picture.height} px of the page`);
    }
    return cells.map(({ white, color }) => ({
      white: crop(picture, white),
      color: crop(picture, color),
    }));
  }

  /** Serves files for one page, in a folder of their own, so that no browser takes them for others. */
  async function withFiles<T>(
    bodies: readonly (readonly [name: string, body: string | Uint8Array])[],
    task: (folder: string) => Promise<T>,
  ): Promise<T> {
    const folder = `/${randomBytes(8).toString('hex')}`;
    for (const [name, body] of bodies) server.files.set(`${folder}/${name}`, { type: SVG, body });
    try {
      return await task(folder);
    } finally {
      for (const path of [...server.files.keys()]) {
        if (path.startsWith(`${folder}/`)) server.files.delete(path);
      }
    }
  }

  return {
    drawSources(icons, side) {
      const files = icons.map(({ source }, index) => [`${index}.svg`, source] as const);
      return withFiles(files, async (folder) => {
        const items = icons.map((each, index) => imageItem(`${index}.svg`, itemSize(each, side)));
        const images = await captureSheet(items, side, folder);
        const broken = new Set(
          JSON.parse(await driver.evaluate<string>('document.documentElement.dataset.broken')),
        );
        return images.map((each, index) => {
          const [first, last] = [index * 2, index * 2 + 1];
          return broken.has(first) || broken.has(last) ? undefined : each;
        });
      });
    },
    drawSymbols(icons, use, { side, sprite, colors }) {
      const text = sliceSprite(
        sprite,
        icons.map(({ id }) => id),
      );
      const isExternal = use === 'external';
      return withFiles([['sprite.svg', text]], (folder) => {
        const items = icons.map((each, index) => {
          const href = `${isExternal ? 'sprite.svg' : ''}#${each.id}`;
          return symbolItem(href, itemSize(each, side), colors[index] ?? '#000');
        });
        return captureSheet(items, side, folder, isExternal ? undefined : inlineSprite(text));
      });
    },
  };
}
