import { readFileSync } from 'node:fs';
import { generateHydrationScript } from 'solid-js/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Halves, OpenPage } from './app-page.ts';
import { type AppSite, openAppSite } from './app-site.ts';
import { isRendered } from './built-apps.ts';
import type { App } from './bundle-app.ts';
import { SHOWN, shownIn } from './rendered.ts';

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** The machine may be busy. */
const SLOW = { timeout: 60_000 };

const BLACK: Halves = ['#000000', '#000000'];
const FORTH: Halves = ['#000000', '#ffffff'];
const BACK: Halves = ['#ffffff', '#000000'];
const RED: Halves = ['#ff0000', '#ff0000'];

/**
 * What holds for each of the apps: in the browser, rendered on a server, and while developing.
 *
 * @param react the `node_modules` that React is taken from, where it is not the repository's
 */
export function testApps(apps: readonly App[], react?: () => string): void {
  let opened: AppSite | undefined;
  beforeAll(async () => {
    opened = await openAppSite(apps, react?.());
  });
  afterAll(() => opened?.close());
  const site = () => opened as AppSite;

  describe.each(apps)('%s in the browser', (app) => testInBrowser(app, site));
  describe.each(apps.filter(isRendered))('%s rendered on the server', (app) => {
    testServer(app, site);
  });
  test.each(apps)(
    '%s, while developing, tells of what it cannot draw and shows a box with a cross',
    (app) => testDeveloping(app, site()),
  );
}

/** In one page for all, which each leaves as it was; the last changes it. */
function testInBrowser(app: App, site: () => AppSite): void {
  let open: OpenPage;
  beforeAll(async () => {
    open = await site().open(app, { query: '?extras', isStill: true });
  });

  test('says nothing in the console under a strict policy', () => {
    expect(open.messages).toEqual([]);
  });

  test('draws its icons in their sizes and colors', async () => {
    await expect
      .poll(() => open.looks('labelled', 'directional', 'colored'), SLOW)
      .toEqual({ labelled: BLACK, directional: FORTH, colored: ['#0000ff', '#0000ff'] });
    const box = await open.page.locator('svg#labelled, #labelled svg').boundingBox();
    expect([box?.width, box?.height]).toEqual([32, 32]);
  });

  test('leaves a hole for an unknown icon in production, without a word', async () => {
    for (const id of ['unknown', 'unbound']) {
      const svg = open.page.locator(`svg#${id}, #${id} svg`);
      expect((await svg.boundingBox())?.width).toBe(40);
      expect(await svg.locator('path').count()).toBe(0);
    }
    expect(open.messages).toEqual([]);
  });

  test('shows only labelled icons to assistive technology, and axe finds nothing', async () => {
    expect(await open.page.locator('main').ariaSnapshot()).toBe(
      '- main:\n  - img "A box"\n  - img "A titled box"\n  - img "Named"\n  - button "Change"',
    );
    await open.page.evaluate(AXE);
    const run = 'axe.run().then(({ violations }) => violations.map(({ id }) => id))';
    expect(await open.page.evaluate(run)).toEqual([]);
  });

  test('mirrors what points along the text where it runs from right to left', async () => {
    await open.page.evaluate("document.documentElement.dir = 'rtl'");
    await expect
      .poll(() => open.looks('directional', 'kept'), SLOW)
      .toEqual({ directional: BACK, kept: FORTH });
    const mirrored = open.page.locator('svg#flipped, #flipped svg');
    expect(await mirrored.evaluate((svg) => getComputedStyle(svg).transform)).toBe(
      'matrix(-1, 0, 0, 1, 0, 0)',
    );
    await open.page.evaluate("document.documentElement.dir = ''");
  });

  test('takes the colors of variables from light and dark mode', async () => {
    await expect.poll(() => open.halves('duo'), SLOW).toEqual(['#123456', '#00ff00']);
    await open.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => open.halves('duo'), SLOW).toEqual(['#fedcba', '#00ff00']);
    await open.page.emulateMedia({ colorScheme: 'light' });
  });

  if (app === 'svelte.ts') {
    test('lets attachments through', async () => {
      const icon = open.page.locator('svg#decorative');
      expect(await icon.getAttribute('data-attached')).toBe('yes');
    });
  }

  test('passes ref, events and attributes on, and follows its props', async () => {
    const icon = open.page.locator('#changing');
    expect(await icon.getAttribute('data-mine')).toBe('yes');
    await icon.click();
    expect(await open.page.evaluate('reports')).toEqual(['ref svg', 'click']);
    await expect.poll(() => open.halves('changing'), SLOW).toEqual(FORTH);
    await open.page.click('#change');
    await expect.poll(() => open.halves('changing'), SLOW).toEqual(RED);
    const svg = open.page.locator('svg#changing, #changing svg');
    expect(await svg.getAttribute('class')).toBeFalsy();
    expect(await svg.getAttribute('aria-hidden')).toBeNull();
    expect(await svg.getAttribute('aria-label')).toBe('Now a box');
    expect((await svg.boundingBox())?.width).toBe(48);
    expect(open.messages).toEqual([]);
  });
}

function testServer(app: App, site: () => AppSite): void {
  test('writes style and class only where asked', async () => {
    expect(shownIn(await site().rendered(app))).toEqual(SHOWN);
  });

  test('is taken over as it is', async () => {
    const head = `${generateHydrationScript()}<script>addEventListener('DOMContentLoaded', () => { globalThis.first = document.querySelector('#changing') })</script>`;
    const opening = { policy: '', rendered: await site().rendered(app), head };
    const { page, messages, halves } = await site().open(app, opening);
    await expect.poll(() => page.evaluate('globalThis.reports'), SLOW).toEqual(['ref svg']);
    expect(await page.evaluate('first === document.querySelector("#changing")')).toBe(true);
    await page.click('#changing');
    await page.click('#change');
    expect(await page.evaluate('reports')).toEqual(['ref svg', 'click']);
    await expect.poll(() => halves('changing'), SLOW).toEqual(RED);
    expect(messages).toEqual([]);
  });
}

async function testDeveloping(app: App, site: AppSite): Promise<void> {
  const how = { condition: 'development', query: '?extras', policy: '', isStill: true } as const;
  const { page, messages, halves } = await site.open(app, how);
  const told = messages.filter((message) => message.startsWith('iconloom'));
  expect(told).toEqual([
    expect.stringMatching(
      /^iconloom \[unknown-icon\] There is no icon 'bx'.* Did you mean 'box'\?\n {2}fix: /,
    ),
    expect.stringMatching(/^iconloom \[no-set\] .*\n {2}fix: /),
  ]);
  for (const id of ['unknown', 'unbound']) {
    const cross = page.locator(`svg#${id} path, #${id} svg path`);
    expect(await cross.evaluate((path: SVGPathElement) => path.getBBox().width)).toBe(18);
    const svg = page.locator(`svg#${id}, #${id} svg`);
    expect((await svg.boundingBox())?.width).toBe(40);
  }
  await expect.poll(() => halves('directional'), SLOW).toEqual(FORTH);
  await page.click('#change');
  await expect.poll(() => halves('changing'), SLOW).toEqual(RED);
  expect(await page.evaluate('reports')).toEqual(['ref svg']);
}
