import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IconDifference, VerifyResult } from '../../src/verify/model.ts';
import { renderHtml } from '../../src/verify/report/html.ts';
import { launchChromium } from '../browser/chromium.ts';
import { cutPictures, overflowOf, ratiosOf, runAxe } from '../browser/report-visitor.ts';

const difference = (name: string, width: number, height: number): IconDifference => {
  const picture = { width, height, pixels: new Uint8Array(width * height * 4).fill(200) };
  return {
    icon: {
      ...{ name, id: name, file: `icons/${name}.svg`, sprite: 'sprite.svg', symbol: '' },
      ...{ source: new Uint8Array(), width, height, isRecolored: false },
    },
    ...{ use: 'external', background: 'white', share: 0.123, isBlank: false },
    pictures: { source: picture, sprite: picture, difference: picture },
  };
};
const RESULT: VerifyResult = {
  iconCount: 5,
  browsers: [
    {
      ...{ engine: 'chromium', name: 'Chromium', version: '156.0', seconds: 1.25 },
      ...{ equalCount: 2, cachedCount: 1, notCompared: [] },
      differences: [difference('square', 256, 256), difference('wide', 256, 32)],
    },
  ],
  diagnostics: [],
};

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent(renderHtml(RESULT));
});
afterAll(() => browser?.close());

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
])('the page has nothing that axe finds and cuts nothing, in %s at %i px', async (theme, width) => {
  await page.setViewportSize({ width, height: 900 });
  await page.check(`[name=theme][value=${theme}]`, { force: true });
  expect(await runAxe(page)).toEqual([]);
  expect(await cutPictures(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  for (const ratio of await ratiosOf(page, 'wide')) expect(ratio).toBeCloseTo(8, 0);
});

test('finding by name or sprite leaves what matches', async () => {
  await page.getByRole('searchbox').fill('WI');
  expect(await page.locator('.card:visible h3').allTextContents()).toEqual(['wide']);
  await page.getByRole('searchbox').fill('');
  await page.check('[name=use][value=inlined]', { force: true });
  expect(await page.locator('.card:visible').count()).toBe(0);
  expect(await page.locator('.found').textContent()).toBe('No icons match.');
});
