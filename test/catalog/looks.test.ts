import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type Site, serve } from '../browser/serve.ts';
import { folderCatalog, largeSet } from './site.ts';
import { type Visitor, visit, WINDOW } from './visitor.ts';

/** By hand: walls that do not close, a roof that sticks out, a door. */
const HOUSE: readonly (readonly (readonly [x: number, y: number])[])[] = [
  [
    [0.1, 0.52],
    [0.5, 0.12],
    [0.91, 0.5],
  ],
  [
    [0.22, 0.45],
    [0.2, 0.88],
    [0.8, 0.86],
    [0.79, 0.44],
  ],
  [
    [0.4, 0.86],
    [0.41, 0.6],
    [0.6, 0.61],
    [0.6, 0.85],
  ],
];

let browser: Browser;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  // Each tenth, since all take their time to be drawn.
  const some = largeSet().filter(({ name }, at) => at % 10 === 0 || /^(home|star)$/.test(name));
  [browser, site] = await Promise.all([launchChromium(), serve(folderCatalog(some))]);
  visitor = await visit(await browser.newPage({ viewport: WINDOW }), `${site.origin}/`);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('search', () => {
  test('by a rough sketch finds the house', async () => {
    const { page, first } = visitor;
    await page.getByRole('button', { name: 'Search by sketch' }).click();
    await page.getByText('Or drop or paste').waitFor();
    const box = await page.locator('.pad').boundingBox();
    if (!box) throw new Error('no pad');
    const at = ([x, y]: readonly [number, number]) =>
      [box.x + x * box.width, box.y + y * box.height] as const;
    for (const stroke of HOUSE) {
      await page.mouse.move(...at(stroke[0] ?? [0, 0]));
      await page.mouse.down();
      for (const point of stroke) await page.mouse.move(...at(point), { steps: 5 });
      await page.mouse.up();
    }
    await page
      .locator('.results__count', { hasText: 'most similar to your sketch first' })
      .waitFor();
    expect(await first(10)).toContain('home');
  });

  test('by a picture finds the icon that it shows', async () => {
    const { page } = visitor;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><rect width="200" height="120" fill="#fff"/><g transform="translate(60 20)scale(3)" fill="none" stroke="#123" stroke-width="2"><path d="M12 17.75l-6.172 3.245l1.179 -6.873l-5 -4.867l6.9 -1l3.086 -6.253l3.086 6.253l6.9 1l-5 4.867l1.179 6.873l-6.158 -3.245"/></g></svg>`;
    await page.getByRole('button', { name: 'Search by sketch' }).click();
    await page
      .locator('#catalog--picture')
      .setInputFiles({ name: 'star.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
    await page
      .locator('.results__count', { hasText: 'most similar to your picture first' })
      .waitFor();
    expect(await visitor.first(5)).toContain('star');
  });
});

test('nothing went wrong in the page, and its policy forbade nothing', () => {
  expect(visitor.complaints).toEqual([]);
});
