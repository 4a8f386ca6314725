import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { crop, decodePng, type Picture, wrongOnes } from '../browser/compare.ts';
import { SHOWN } from './examples.ts';

const AXE = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

/** The page of an example, open in Chromium. */
export interface OpenPage {
  readonly page: Page;
  /** What the console told as errors and warnings, and what could not be had. */
  readonly troubles: readonly string[];
  /** What axe finds, by its names of rules. */
  readonly violations: () => Promise<readonly string[]>;
  /** Icons that do not look like their drawings, with what is off. */
  readonly wrong: () => Promise<Readonly<Record<string, string>>>;
}

/** @param drawings absolute path of the folder with the example's drawings */
export async function openPage(browser: Browser, url: string, drawings: string): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  // The machine may be busy, and what is developed is built when it is asked for.
  page.setDefaultTimeout(120_000);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText;
    // Next.js cancels its request for a changed page when the file changes once more.
    const isCanceled = error === 'net::ERR_ABORTED' && request.resourceType() === 'fetch';
    if (!isCanceled) troubles.push(`${request.url()}: ${error}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return {
    page,
    troubles,
    async violations() {
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      return violations.map(({ id }) => id);
    },
    async wrong() {
      const shown: Picture[] = [];
      const drawn: Picture[] = [];
      for (const name of SHOWN) {
        shown.push(await pictureOf(page, name));
        const putBack = await showDrawing(page, name, join(drawings, `${name}.svg`));
        drawn.push(await pictureOf(page, name));
        await putBack();
      }
      return wrongOnes(SHOWN, drawn, shown);
    },
  };
}

async function pictureOf(page: Page, id: string): Promise<Picture> {
  const box = await page.locator(`#${id}`).boundingBox();
  if (!box) throw new Error(`The page shows no '${id}'.`);
  const [x, y] = [Math.round(box.x), Math.round(box.y)];
  const region = { x, y, width: Math.round(box.width), height: Math.round(box.height) };
  return crop(decodePng(await page.screenshot()), region);
}

/**
 * Puts the drawing, as an image of its own in the color of the text, in the place of the icon;
 * mirrored where the text runs from right to left, as all that does so here is directional.
 */
async function showDrawing(page: Page, id: string, file: string): Promise<() => Promise<void>> {
  await page.evaluate(PUT, { id, drawing: readFileSync(file, 'utf8') });
  return async () => {
    await page.evaluate(PUT_BACK, { id });
  };
}

// As text, since types of the DOM are known only to code that runs in browsers.
const inPage = (code: string) => code as unknown as (argument: object) => Promise<void>;

const PUT = inPage(`async ({ id, drawing }) => {
  const icon = document.getElementById(id);
  const style = getComputedStyle(icon);
  const colored = drawing.replace('<svg ', '<svg color="' + style.color + '" ');
  const image = new Image(48, 48);
  image.id = id;
  image.alt = '';
  image.src = 'data:image/svg+xml,' + encodeURIComponent(colored);
  if (style.direction === 'rtl') image.style.transform = 'scaleX(-1)';
  await image.decode();
  (globalThis.replaced ??= {})[id] = icon;
  icon.replaceWith(image);
}`);

const PUT_BACK = inPage(`async ({ id }) => {
  document.getElementById(id).replaceWith(globalThis.replaced[id]);
}`);
