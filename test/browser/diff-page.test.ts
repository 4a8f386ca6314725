import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareSnapshots } from '../../src/diff/compare.ts';
import type { IconSnapshot } from '../../src/diff/model.ts';
import { renderHtml } from '../../src/diff/report/html.ts';
import { resolveBuildConfig } from '../../src/pipeline/context.ts';
import { loadIcons } from '../../src/pipeline/load-icons.ts';
import { square, type Tree, writeTree } from '../e2e/test-build.ts';
import { launchChromium } from './chromium.ts';
import { cutPictures, overflowOf, ratiosOf, runAxe } from './report-visitor.ts';

const GRADIENT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><linearGradient id="a"><stop stop-color="COLOR"/></linearGradient><path fill="url(#a)" d="M0 0h24v24H0z"/></svg>';

/** Icon of any proportions with a bar that is as long as given. */
const bar = (width: number, height: number, length: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="M0 0h${length}v${height}H0z"/></svg>`;
/** Names and proportions of icons that are no squares. */
const RATIOS = { strip: 4, banner: 10, tall: 0.25 } as const;
const bars = (length: number) => ({
  'icons/strip.svg': bar(96, 24, length),
  'icons/banner.svg': bar(240, 24, length),
  'icons/tall.svg': bar(24, 96, length),
});

async function sideOf(label: string, files: Tree): Promise<IconSnapshot> {
  const cwd = mkdtempSync(join(tmpdir(), 'iconloom-diff-page-'));
  try {
    writeTree(cwd, files);
    const { value, diagnostics } = await loadIcons(resolveBuildConfig({}, { cwd }));
    return { label, icons: value, diagnostics };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

describe('the page of changes', () => {
  let browser: Browser;
  let page: Page;
  let html: string;
  const problems: string[] = [];
  const choose = (name: string, value: string) =>
    page.check(`input[name=${name}][value="${value}"]`, { force: true });

  beforeAll(async () => {
    const before = await sideOf('v1', {
      ...bars(20),
      'icons/gone.svg': square(4),
      'icons/gone-wide.svg': bar(200, 20, 180),
      'icons/old-name.svg': square(8),
      'icons/paint.svg': GRADIENT.replace('COLOR', 'red'),
      'icons/said.svg': square(3),
      'icons/said.meta.json': '{"title":"Say"}',
    });
    const after = await sideOf('v2', {
      ...bars(12),
      'icons/come.svg': square(5),
      'icons/come-wide.svg': bar(300, 20, 280),
      'icons/new-name.svg': square(8),
      'icons/paint.svg': GRADIENT.replace('COLOR', 'lime'),
      'icons/said.svg': square(3),
      'icons/said.meta.json': '{"title":"Say it","aliases":["tell"]}',
    });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => problems.push(request.url().slice(0, 30)));
    html = renderHtml(await compareSnapshots(before, after));
    await page.setContent(html);
    problems.splice(0);
  });
  afterAll(() => browser.close());

  test.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ])('has nothing that axe finds, in %s at %i px', async (theme, width) => {
    await page.setViewportSize({ width, height: 900 });
    await choose('theme', theme);
    for (const view of ['swipe', 'onion', 'blink', 'side']) {
      await choose('view', view);
      expect(await runAxe(page)).toEqual([]);
    }
  });

  describe.each([1440, 1024, 390])('at %i px', (width) => {
    test.each(['32', '64', '128', '256'])('no picture is cut, at %s px', async (side) => {
      await page.setViewportSize({ width, height: 900 });
      await choose('side', side);
      for (const view of ['swipe', 'side']) {
        await choose('view', view);
        expect(await cutPictures(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      }
    });

    test('pictures keep their proportions', async () => {
      await page.setViewportSize({ width, height: 900 });
      await choose('side', '128');
      for (const [name, ratio] of Object.entries(RATIOS)) {
        const ratios = await ratiosOf(page, name);
        expect(ratios.length).toBeGreaterThanOrEqual(3);
        for (const each of ratios) expect(each / ratio).toBeCloseTo(1, 1);
      }
    });
  });

  test('a wide icon is wider than a square one', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await choose('side', '128');
    const widthOf = async (label: string) =>
      (await page.getByLabel(label, { exact: true }).first().boundingBox())?.width ?? 0;
    expect(await widthOf('strip before')).toBeGreaterThan(3 * (await widthOf('paint before')));
  });

  test('cards fill the window', async () => {
    await page.setViewportSize({ width: 1900, height: 900 });
    const right = await page.evaluate(
      "Math.max(...[...document.querySelectorAll('#changed .card')].map((card) => card.getBoundingClientRect().right))",
    );
    expect(right).toBeGreaterThan(1850);
  });

  test('groups are linked with their counts, and the title names both versions', async () => {
    const links = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(links).toEqual([
      ...['Removed 2', 'Renamed 1', 'Redrawn 4', 'Added 2', 'Metadata only 1', 'Aliases 1'],
      'Changelog',
    ]);
    expect(await page.title()).toBe('Icon changes: v1 → v2');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Icon changes: v1 → v2',
    );
  });

  test('sizes are in words', async () => {
    const facts = await page.locator('#changed .card[data-name=paint] > p').textContent();
    expect(facts).toMatch(/^\d+\.\d % of the picture changed · Size: \d+ B → \d+ B$/);
  });

  test('the background is that of the catalog', async () => {
    const ground = () =>
      page.evaluate(
        "getComputedStyle(document.querySelector('#changed .picture__ground')).backgroundColor",
      );
    await choose('theme', 'light');
    await choose('ground', 'dark');
    expect(await ground()).toBe('rgb(23, 23, 26)');
    await choose('ground', 'page');
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  test('finding leaves the cards that match, and hides empty groups', async () => {
    await page.getByRole('searchbox').fill('old-n');
    expect(await page.locator('.card[data-name]:visible h3').allTextContents()).toEqual([
      'old-name → new-name',
    ]);
    expect(await page.locator('#changed').isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('#changed').isVisible()).toBe(true);
  });

  test('people who want less motion are not offered to blink', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.getByText('Blink').isVisible()).toBe(false);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await page.getByText('Blink').isVisible()).toBe(true);
  });

  test('draws both sides, each with what is its own', async () => {
    const colorOf = (label: string) => page.getByLabel(label, { exact: true }).first();
    const png = async (label: string) => (await colorOf(label).screenshot()).toString('base64');
    const [before, after] = [await png('paint before'), await png('paint after')];
    expect(before).not.toBe(after);
    const fills = await page.$$eval('.sprite linearGradient', (all) => all.map(({ id }) => id));
    expect(new Set(fills).size).toBe(fills.length);
  });

  test('the slider shows more of what was, and keys move it', async () => {
    await choose('view', 'swipe');
    const slider = page.getByRole('slider', { name: /^paint/ });
    await slider.focus();
    await page.keyboard.press('Home');
    const clip = await page.evaluate(
      "getComputedStyle(document.querySelector('#changed [data-name=paint] .picture--before .picture__ground')).clipPath",
    );
    expect(clip).toBe('inset(0px 100% 0px 0px)');
  });

  test('shows everything without its script, as hosts of files may forbid it', async () => {
    const strict = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await strict.route('http://files.test/', (route) =>
      route.fulfill({
        ...{ contentType: 'text/html', body: html },
        headers: {
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        },
      }),
    );
    await strict.goto('http://files.test/');
    expect(await strict.getByLabel('paint before', { exact: true }).isVisible()).toBe(true);
    expect(await strict.getByRole('searchbox').count()).toBe(0);
    expect(await cutPictures(strict)).toEqual([]);
    await strict.close();
  });

  test('paper is light, and has all cards', async () => {
    await choose('theme', 'dark');
    await page.emulateMedia({ media: 'print' });
    const color = await page.evaluate('getComputedStyle(document.body).color');
    expect(color).toBe('rgb(28, 28, 30)');
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await cutPictures(page)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  });

  test('asks for nothing and says nothing', () => {
    expect(problems).toEqual([]);
  });
});
