import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { generateHydrationScript } from 'solid-js/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';
import { appPage, PAGE_CSS, withPage } from './app-page.ts';
import { type AppSet, buildAppSet } from './app-set.ts';
import { type App, bundleClient, renderOnServer } from './bundle-app.ts';

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const RTL_CSS = readFileSync(new URL('../../dist/runtime/rtl.css', import.meta.url), 'utf8');

const files = new Map<string, ServedFile>();
let browser: Browser;
let context: BrowserContext;
let site: Site;
let set: AppSet;

beforeAll(async () => {
  [browser, site, set] = await Promise.all([
    launchChromium(),
    serve(files),
    buildAppSet('/static'),
  ]);
  context = await browser.newContext({ colorScheme: 'light' });
  files.set('/static/sprite.svg', { type: 'image/svg+xml', body: set.sprite });
  files.set('/icon.svg', { type: 'image/svg+xml', body: set.sprite });
  files.set('/rtl.css', { type: 'text/css', body: RTL_CSS });
  files.set('/page.css', PAGE_CSS);
  files.set('/', appPage());
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  set?.remove();
});

const APPS: readonly App[] = ['react.tsx', 'vue.ts', 'svelte.ts', 'solid.jsx', 'element.ts'];

describe.each(APPS)('%s in the browser', (app) => {
  beforeAll(async () => {
    const body = await bundleClient(app, set.icons, 'production');
    files.set('/app.js', { type: 'text/javascript', body });
  });

  test('says nothing in the console under a strict policy', async () => {
    await withPage(context, `${site.origin}/`, async ({ page, messages }) => {
      expect(await page.locator('main').count()).toBe(1);
      expect(messages).toEqual([]);
    });
  });

  test('draws its icons in their sizes and colors', async () => {
    await withPage(context, `${site.origin}/`, async ({ page, halves }) => {
      await expect.poll(() => halves('labelled')).toEqual(['#000000', '#000000']);
      await expect.poll(() => halves('directional')).toEqual(['#000000', '#ffffff']);
      await expect.poll(() => halves('colored')).toEqual(['#0000ff', '#0000ff']);
      const box = await page.locator('svg#labelled, #labelled svg').boundingBox();
      expect([box?.width, box?.height]).toEqual([32, 32]);
    });
  });

  test('mirrors what points along the text where it runs from right to left', async () => {
    await withPage(context, `${site.origin}/`, async ({ page, halves }) => {
      await page.evaluate("document.documentElement.dir = 'rtl'");
      await expect.poll(() => halves('directional')).toEqual(['#ffffff', '#000000']);
      await expect.poll(() => halves('kept')).toEqual(['#000000', '#ffffff']);
      const mirrored = page.locator('svg#flipped, #flipped svg');
      expect(await mirrored.evaluate((svg) => getComputedStyle(svg).transform)).toBe(
        'matrix(-1, 0, 0, 1, 0, 0)',
      );
    });
  });

  test('takes the colors of variables from light and dark mode', async () => {
    await withPage(context, `${site.origin}/`, async ({ page, halves }) => {
      await expect.poll(() => halves('duo')).toEqual(['#123456', '#00ff00']);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => halves('duo')).toEqual(['#fedcba', '#00ff00']);
    });
  });

  test('passes ref, events and attributes on, and follows its props', async () => {
    await withPage(context, `${site.origin}/`, async ({ page, halves, messages }) => {
      const icon = page.locator('#changing');
      expect(await icon.getAttribute('data-mine')).toBe('yes');
      await icon.click();
      expect(await page.evaluate('reports')).toEqual(['ref svg', 'click']);
      await expect.poll(() => halves('changing')).toEqual(['#000000', '#ffffff']);
      await page.click('#change');
      await expect.poll(() => halves('changing')).toEqual(['#ff0000', '#ff0000']);
      const svg = page.locator('svg#changing, #changing svg');
      expect(await svg.getAttribute('class')).toBeFalsy();
      expect(await svg.getAttribute('aria-hidden')).toBeNull();
      expect(await svg.getAttribute('aria-label')).toBe('Now a box');
      expect((await svg.boundingBox())?.width).toBe(48);
      expect(messages).toEqual([]);
    });
  });

  test('shows only labelled icons to assistive technology, and axe finds nothing', async () => {
    await withPage(context, `${site.origin}/`, async ({ page }) => {
      expect(await page.locator('main').ariaSnapshot()).toBe(
        '- main:\n  - img "A box"\n  - button "Change"',
      );
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  });

  test('leaves a hole for an unknown icon in production, without a word', async () => {
    await withPage(context, `${site.origin}/?extras`, async ({ page, messages }) => {
      for (const id of ['unknown', 'unbound']) {
        const svg = page.locator(`svg#${id}, #${id} svg`);
        expect((await svg.boundingBox())?.width).toBe(40);
        expect(await svg.locator('path').count()).toBe(0);
      }
      expect(messages).toEqual([]);
    });
  });
});

test('attachments of Svelte come through', async () => {
  const body = await bundleClient('svelte.ts', set.icons, 'production');
  files.set('/app.js', { type: 'text/javascript', body });
  await withPage(context, `${site.origin}/`, async ({ page }) => {
    expect(await page.locator('svg#decorative').getAttribute('data-attached')).toBe('yes');
  });
});

describe.each(APPS)('%s while developing', (app) => {
  beforeAll(async () => {
    const body = await bundleClient(app, set.icons, 'development');
    files.set('/app.js', { type: 'text/javascript', body });
  });

  test('tells of an unknown icon and of a missing set, and shows a box with a cross', async () => {
    files.set('/free', appPage({ policy: '' }));
    await withPage(context, `${site.origin}/free?extras`, async ({ page, messages, halves }) => {
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
      await expect.poll(() => halves('directional')).toEqual(['#000000', '#ffffff']);
      await page.click('#change');
      await expect.poll(() => halves('changing')).toEqual(['#ff0000', '#ff0000']);
      expect(await page.evaluate('reports')).toEqual(['ref svg']);
    });
  });
});

describe.each(APPS.filter((app) => app !== 'element.ts'))('%s rendered on the server', (app) => {
  test('is taken over as it is', async () => {
    const body = await bundleClient(app, set.icons, 'production');
    files.set('/app.js', { type: 'text/javascript', body });
    const rendered = await renderOnServer(app, set.icons);
    const head = `${generateHydrationScript()}<script>addEventListener('DOMContentLoaded', () => { globalThis.first = document.querySelector('#changing') })</script>`;
    files.set('/hydrated', appPage({ policy: '', rendered, head }));
    await withPage(context, `${site.origin}/hydrated`, async ({ page, messages, halves }) => {
      expect(await page.evaluate('first === document.querySelector("#changing")')).toBe(true);
      await page.click('#changing');
      await page.click('#change');
      expect(await page.evaluate('reports')).toEqual(['ref svg', 'click']);
      await expect.poll(() => halves('changing')).toEqual(['#ff0000', '#ff0000']);
      expect(messages).toEqual([]);
    });
  });
});
