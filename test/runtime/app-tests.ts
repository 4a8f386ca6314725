import { readFileSync } from 'node:fs';
import { generateHydrationScript } from 'solid-js/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppSite, openAppSite } from './app-site.ts';
import { isRendered } from './built-apps.ts';
import type { App } from './bundle-app.ts';
import { SHOWN, shownIn } from './rendered.ts';

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** The machine may be busy. */
const SLOW = { timeout: 15_000 };

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

  describe.each(apps)('%s in the browser', (app) => {
    testLooks(app, site);
    testUse(app, site);
  });
  describe.each(apps.filter(isRendered))('%s rendered on the server', (app) => {
    testServer(app, site);
  });
  describe.each(apps)('%s while developing', (app) => testDeveloping(app, site));
}

function testLooks(app: App, site: () => AppSite): void {
  test('draws its icons in their sizes and colors', async () => {
    await site().open(app, {}, async ({ page, halves }) => {
      await expect.poll(() => halves('labelled'), SLOW).toEqual(['#000000', '#000000']);
      await expect.poll(() => halves('directional'), SLOW).toEqual(['#000000', '#ffffff']);
      await expect.poll(() => halves('colored'), SLOW).toEqual(['#0000ff', '#0000ff']);
      const box = await page.locator('svg#labelled, #labelled svg').boundingBox();
      expect([box?.width, box?.height]).toEqual([32, 32]);
    });
  });

  test('mirrors what points along the text where it runs from right to left', async () => {
    await site().open(app, {}, async ({ page, halves }) => {
      await page.evaluate("document.documentElement.dir = 'rtl'");
      await expect.poll(() => halves('directional'), SLOW).toEqual(['#ffffff', '#000000']);
      await expect.poll(() => halves('kept'), SLOW).toEqual(['#000000', '#ffffff']);
      const mirrored = page.locator('svg#flipped, #flipped svg');
      expect(await mirrored.evaluate((svg) => getComputedStyle(svg).transform)).toBe(
        'matrix(-1, 0, 0, 1, 0, 0)',
      );
    });
  });

  test('takes the colors of variables from light and dark mode', async () => {
    await site().open(app, {}, async ({ page, halves }) => {
      await expect.poll(() => halves('duo'), SLOW).toEqual(['#123456', '#00ff00']);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => halves('duo'), SLOW).toEqual(['#fedcba', '#00ff00']);
    });
  });

  test('shows only labelled icons to assistive technology, and axe finds nothing', async () => {
    await site().open(app, {}, async ({ page }) => {
      expect(await page.locator('main').ariaSnapshot()).toBe(
        '- main:\n  - img "A box"\n  - button "Change"',
      );
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  });
}

function testUse(app: App, site: () => AppSite): void {
  test('says nothing in the console under a strict policy', async () => {
    await site().open(app, { isStill: true }, async ({ page, messages }) => {
      expect(await page.locator('main').count()).toBe(1);
      expect(messages).toEqual([]);
    });
  });

  test('passes ref, events and attributes on, and follows its props', async () => {
    await site().open(app, {}, async ({ page, halves, messages }) => {
      const icon = page.locator('#changing');
      expect(await icon.getAttribute('data-mine')).toBe('yes');
      await icon.click();
      expect(await page.evaluate('reports')).toEqual(['ref svg', 'click']);
      await expect.poll(() => halves('changing'), SLOW).toEqual(['#000000', '#ffffff']);
      await page.click('#change');
      await expect.poll(() => halves('changing'), SLOW).toEqual(['#ff0000', '#ff0000']);
      const svg = page.locator('svg#changing, #changing svg');
      expect(await svg.getAttribute('class')).toBeFalsy();
      expect(await svg.getAttribute('aria-hidden')).toBeNull();
      expect(await svg.getAttribute('aria-label')).toBe('Now a box');
      expect((await svg.boundingBox())?.width).toBe(48);
      expect(messages).toEqual([]);
    });
  });

  test('leaves a hole for an unknown icon in production, without a word', async () => {
    const opening = { query: '?extras', isStill: true };
    await site().open(app, opening, async ({ page, messages }) => {
      for (const id of ['unknown', 'unbound']) {
        const svg = page.locator(`svg#${id}, #${id} svg`);
        expect((await svg.boundingBox())?.width).toBe(40);
        expect(await svg.locator('path').count()).toBe(0);
      }
      expect(messages).toEqual([]);
    });
  });

  if (app !== 'svelte.ts') return;
  test('lets attachments through', async () => {
    await site().open(app, {}, async ({ page }) => {
      expect(await page.locator('svg#decorative').getAttribute('data-attached')).toBe('yes');
    });
  });
}

function testServer(app: App, site: () => AppSite): void {
  test('writes style and class only where asked', async () => {
    expect(shownIn(await site().rendered(app))).toEqual(SHOWN);
  });

  test('is taken over as it is', async () => {
    const head = `${generateHydrationScript()}<script>addEventListener('DOMContentLoaded', () => { globalThis.first = document.querySelector('#changing') })</script>`;
    const opening = { policy: '', rendered: await site().rendered(app), head };
    await site().open(app, opening, async ({ page, messages, halves }) => {
      await expect.poll(() => page.evaluate('globalThis.reports'), SLOW).toEqual(['ref svg']);
      expect(await page.evaluate('first === document.querySelector("#changing")')).toBe(true);
      await page.click('#changing');
      await page.click('#change');
      expect(await page.evaluate('reports')).toEqual(['ref svg', 'click']);
      await expect.poll(() => halves('changing'), SLOW).toEqual(['#ff0000', '#ff0000']);
      expect(messages).toEqual([]);
    });
  });
}

function testDeveloping(app: App, site: () => AppSite): void {
  test('tells of an unknown icon and of a missing set, and shows a box with a cross', async () => {
    const opening = {
      condition: 'development',
      query: '?extras',
      policy: '',
      isStill: true,
    } as const;
    await site().open(app, opening, async ({ page, messages, halves }) => {
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
      await expect.poll(() => halves('directional'), SLOW).toEqual(['#000000', '#ffffff']);
      await page.click('#change');
      await expect.poll(() => halves('changing'), SLOW).toEqual(['#ff0000', '#ff0000']);
      expect(await page.evaluate('reports')).toEqual(['ref svg']);
    });
  });
}
