import { randomBytes } from 'node:crypto';
import { capture } from './browsers/capture.ts';
import type { BrowserDriver } from './browsers/driver.ts';
import { SIDE } from './compare.ts';
import type { Background, Subject, Use } from './model.ts';
import { boxOf, type Exhibit, imageOf, inlineSprite, policyOf, sheetOf, useOf } from './page.ts';
import { crop, decodeScreenshot, type Picture } from './picture.ts';
import type { Site } from './site.ts';
import { type SpriteText, sliceSprite } from './sprite-text.ts';

/** Pictures of an icon, by background. */
export type Views = Readonly<Record<Background, Picture>>;

/** Takes pictures of icons in a browser. */
export interface Studio {
  /** The sources as images; `undefined` if the browser cannot show it. */
  drawSources(subjects: readonly Subject[], side: number): Promise<readonly (Views | undefined)[]>;
  /** Symbols in use, all from one sprite file. */
  drawSymbols(
    subjects: readonly Subject[],
    use: Use,
    options: {
      readonly side: number;
      readonly sprite: SpriteText;
      readonly colors: readonly string[];
    },
  ): Promise<readonly Views[]>;
}

const SVG = 'image/svg+xml';
/** Time in ms after which a browser counts as hanging. */
const LIMIT = 20_000;

/** @param isQuick true if the browser draws everything that it has loaded before a screenshot */
export function openStudio(driver: BrowserDriver, site: Site, isQuick: boolean): Studio {
  async function shoot(
    exhibits: readonly Exhibit[],
    side: number,
    folder: string,
    sprite?: string,
  ): Promise<readonly Views[]> {
    const nonce = randomBytes(16).toString('base64');
    const { html, cells, ...viewport } = sheetOf(exhibits, {
      side,
      nonce,
      ...(sprite !== undefined && { sprite }),
    });
    const path = `${folder}/page.html`;
    site.files.set(path, {
      type: 'text/html; charset=utf-8',
      body: html,
      headers: policyOf(nonce),
    });
    const png = await capture(driver, `${site.origin}${path}`, {
      ...{ viewport, limit: LIMIT },
      // Icons that are not drawn yet differ, and are compared again in large pictures.
      untilStill: !isQuick || side !== SIDE,
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
    for (const [name, body] of bodies) site.files.set(`${folder}/${name}`, { type: SVG, body });
    try {
      return await task(folder);
    } finally {
      for (const path of [...site.files.keys()]) {
        if (path.startsWith(`${folder}/`)) site.files.delete(path);
      }
    }
  }

  return {
    drawSources(subjects, side) {
      const files = subjects.map(({ source }, index) => [`${index}.svg`, source] as const);
      return withFiles(files, async (folder) => {
        const exhibits = subjects.map((each, index) => imageOf(`${index}.svg`, boxOf(each, side)));
        const views = await shoot(exhibits, side, folder);
        const broken = new Set(
          JSON.parse(await driver.evaluate<string>('document.documentElement.dataset.broken')),
        );
        return views.map((each, index) => {
          const [first, last] = [index * 2, index * 2 + 1];
          return broken.has(first) || broken.has(last) ? undefined : each;
        });
      });
    },
    drawSymbols(subjects, use, { side, sprite, colors }) {
      const text = sliceSprite(
        sprite,
        subjects.map(({ id }) => id),
      );
      const isExternal = use === 'external';
      return withFiles([['sprite.svg', text]], (folder) => {
        const exhibits = subjects.map((each, index) => {
          const href = `${isExternal ? 'sprite.svg' : ''}#${each.id}`;
          return useOf(href, boxOf(each, side), colors[index] ?? '#000');
        });
        return shoot(exhibits, side, folder, isExternal ? undefined : inlineSprite(text));
      });
    },
  };
}
