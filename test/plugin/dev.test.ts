import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createLogger, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { darkPixels, INDEX, SLOW, serveApp, showing } from './dev.ts';
import { holdIcons } from './hold-icons.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const app = (main: string, files: Readonly<Record<string, string>> = {}) =>
  newApp({ 'index.html': INDEX, 'src/main.js': main, ...files });

/** A server that draws its pages itself. */
const pages: Plugin = {
  name: 'pages',
  configureServer({ middlewares, ssrLoadModule }) {
    middlewares.use((request, response, next) => {
      if (request.url !== '/') return next();
      response.setHeader('content-type', 'text/html');
      ssrLoadModule('/src/page.js').then(({ page }) => response.end(page()), next);
    });
  },
};

/** A server's answers to some URLs, which wait while the gate is closed. */
function gateAt(url: RegExp) {
  let waiting: (() => void)[] | undefined;
  const plugin: Plugin = {
    name: 'gate',
    configureServer({ middlewares }) {
      middlewares.use((request, _, next) => {
        if (waiting && url.test(request.url ?? '')) waiting.push(next);
        else next();
      });
    },
  };
  return {
    plugin,
    close() {
      waiting = [];
    },
    open() {
      for (const next of waiting ?? []) next();
      waiting = undefined;
    },
    reached: () => vi.waitFor(() => expect(waiting).not.toEqual([]), SLOW),
  };
}

/** Waits until an icon is drawn with so many pixels. */
async function seen(page: Page, name: string, pixels: number): Promise<void> {
  await vi.waitFor(async () => expect(await darkPixels(page, `#${name}`)).toBe(pixels), SLOW);
}

/** It lies over the page, and would be in the picture. */
async function hideOverlay(page: Page): Promise<void> {
  await page.addStyleTag({ content: 'vite-error-overlay { display: none }' });
}

const stampOf = (page: Page) => page.evaluate('stamp');

test('shows icons out of memory', async () => {
  const { page, errors } = await serveApp(app(showing('bookmark', 'nav-menu')), browser);
  await seen(page, 'bookmark', 4);
  await seen(page, 'nav-menu', 64);
  expect(errors).toEqual([]);
});

test('shows an edited icon without loading the page again', async () => {
  const root = app(showing('bookmark', 'camera'));
  const { page } = await serveApp(root, browser);
  await seen(page, 'bookmark', 4);
  const stamp = await stampOf(page);
  writeFileSync(join(root, 'icons/bookmark.svg'), square(10));
  await seen(page, 'bookmark', 100);
  await seen(page, 'camera', 16);
  expect(await stampOf(page)).toBe(stamp);
  writeFileSync(join(root, 'icons/bookmark.svg'), square(12));
  await seen(page, 'bookmark', 144);
  await page.reload();
  await seen(page, 'bookmark', 144);
});

test('shows what changed between the load of the names and their start', async () => {
  const root = app(showing('check'));
  const gate = gateAt(/served-icons/);
  const { page, url } = await serveApp(root, browser, {}, { plugins: [gate.plugin] });
  await seen(page, 'check', 36);
  gate.close();
  await page.reload({ waitUntil: 'commit' });
  await gate.reached();
  writeFileSync(join(root, 'icons/check.svg'), square(8));
  await vi.waitFor(async () => {
    const icon = await fetch(`${url}@iconloom/icons/check.svg`);
    expect(await icon.text()).toContain('h8v8');
  }, SLOW);
  gate.open();
  await seen(page, 'check', 64);
});

test('has browsers keep only what is asked for by its version of now', async () => {
  const root = app(showing('check'));
  const { page, url } = await serveApp(root, browser);
  const linkOf = (selector: string) =>
    page.evaluate(`document.querySelector('${selector}').href.baseVal.replace(/#.*/, '')`);
  const cachingOf = async (path: unknown) =>
    (await fetch(new URL(String(path), url))).headers.get('cache-control');
  const sprite = await linkOf('#check use');
  expect(await cachingOf(sprite)).toContain('immutable');
  writeFileSync(join(root, 'icons/check.svg'), square(8));
  await seen(page, 'check', 64);
  const icon = await linkOf('#check use');
  expect(await cachingOf(icon)).toContain('immutable');
  // An edit that is undone brings the version of before back, with the drawing of before.
  expect(await cachingOf(sprite)).toBe('no-cache');
  writeFileSync(join(root, 'icons/check.svg'), square(6));
  await seen(page, 'check', 36);
  expect(await cachingOf(sprite)).toContain('immutable');
  expect(await cachingOf(icon)).toBe('no-cache');
});

test('shows an edited icon in an open shadow root', async () => {
  const root = app(`import { iconHref } from 'virtual:iconloom';
const host = document.createElement('p');
host.id = 'host';
host.attachShadow({ mode: 'open' }).innerHTML =
  '<svg width="24" height="24" style="display:block"><use href="' + iconHref('check') + '"></use></svg>';
document.body.append(host);`);
  const { page } = await serveApp(root, browser);
  await seen(page, 'host', 36);
  writeFileSync(join(root, 'icons/check.svg'), square(7));
  await seen(page, 'host', 49);
});

test('loads a page again that only a server drew', async () => {
  const root = newApp({
    'src/page.js': `import { iconHref } from 'virtual:iconloom';
export const page = () => '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/@vite/client"></script>' +
  '<svg id="check" width="24" height="24" style="display:block"><use href="' + iconHref('check') + '"></use></svg>';`,
  });
  const { page } = await serveApp(root, browser, {}, { appType: 'custom', plugins: [pages] });
  await seen(page, 'check', 36);
  writeFileSync(join(root, 'icons/check.svg'), square(8));
  await seen(page, 'check', 64);
});

test('shows what is put in later with a link of before', async () => {
  const root = app(`import { iconHref } from 'virtual:iconloom';
const href = iconHref('check');
globalThis.later = () => document.body.insertAdjacentHTML('beforeend',
  '<svg id="check" width="24" height="24" style="display:block"><use href="' + href + '"></use></svg>');`);
  const { page } = await serveApp(root, browser);
  const response = page.waitForResponse(/@iconloom\/icons\/camera.svg/);
  await page.evaluate(
    "document.body.insertAdjacentHTML('beforeend', '<svg><use href=\"/@iconloom/sprite.svg?v=0#camera\"></use></svg>')",
  );
  writeFileSync(join(root, 'icons/check.svg'), square(9));
  writeFileSync(join(root, 'icons/camera.svg'), square(9));
  await response;
  await page.evaluate('later()');
  await seen(page, 'check', 81);
});

test('shows a box for an unknown icon, says so, and shows the icon once it is there', async () => {
  const root = app(
    `const name = 'bookmrak';\n${showing('bookmark').replace("'bookmark'));", 'name));')}`,
  );
  const { page, errors } = await serveApp(root, browser);
  await vi.waitFor(
    () =>
      expect(errors.join()).toContain(
        "iconloom [unknown-icon] There is no icon 'bookmrak' in the set. Did you mean 'bookmark'?",
      ),
    SLOW,
  );
  expect(await darkPixels(page, '#bookmark')).toBeGreaterThan(20);
  writeFileSync(join(root, 'icons/bookmrak.svg'), square(11));
  await seen(page, 'bookmark', 121);
});

test('follows an icon that is renamed', async () => {
  const root = app(showing('camera', 'bookmark'));
  const { page, errors } = await serveApp(root, browser);
  await seen(page, 'camera', 16);
  renameSync(join(root, 'icons/camera.svg'), join(root, 'icons/photo.svg'));
  await vi.waitFor(() => expect(errors.join()).toContain("There is no icon 'camera'"), SLOW);
  await hideOverlay(page);
  await seen(page, 'bookmark', 4);
  expect(await darkPixels(page, '#camera')).not.toBe(16);
  renameSync(join(root, 'icons/photo.svg'), join(root, 'icons/camera.svg'));
  await seen(page, 'camera', 16);
});

test('writes the types anew when an icon comes or goes', async () => {
  const root = app(showing('camera'));
  await serveApp(root, browser);
  const types = () => readFileSync(join(root, 'src/iconloom.d.ts'), 'utf8');
  expect(types()).toContain('"camera": true;');
  writeFileSync(join(root, 'icons/new-one.svg'), square(3));
  await vi.waitFor(() => expect(types()).toContain('newOne: "new-one"'), SLOW);
  rmSync(join(root, 'icons/new-one.svg'));
  await vi.waitFor(() => expect(types()).not.toContain('new-one'), SLOW);
});

const overlayOf = (page: Page) =>
  page.evaluate(
    "document.querySelector('vite-error-overlay')?.shadowRoot.querySelector('.message').textContent ?? ''",
  ) as Promise<string>;

test('shows a bad icon in the overlay with its fix, keeps the last good one, and clears it', async () => {
  const root = app(showing('bookmark'));
  const { page } = await serveApp(root, browser);
  await seen(page, 'bookmark', 4);
  writeFileSync(join(root, 'icons/bookmark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><path');
  await vi.waitFor(async () => {
    const text = await overlayOf(page);
    expect(text).toContain('[plugin:iconloom]');
    expect(text).toContain('parse-error');
    expect(text).toContain('fix: ');
  }, SLOW);
  await hideOverlay(page);
  await seen(page, 'bookmark', 4);
  writeFileSync(join(root, 'icons/bookmark.svg'), square(5));
  await seen(page, 'bookmark', 25);
  await vi.waitFor(async () => expect(await overlayOf(page)).toBe(''), SLOW);
});

test('shows a bad icon in the overlay of a page that was there before the first build', async () => {
  const held = holdIcons();
  const root = app('', { 'icons/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path' });
  const { page } = await serveApp(root, browser);
  expect(await overlayOf(page)).toBe('');
  held.release();
  await vi.waitFor(async () => expect(await overlayOf(page)).toContain('parse-error'), SLOW);
});

test('shows an unknown icon of the code in the overlay, with its place, until it is there', async () => {
  const root = app(showing('bookmark', 'checc'));
  const { page } = await serveApp(root, browser);
  await vi.waitFor(async () => {
    const text = await overlayOf(page);
    expect(text).toContain("icon-unknown: There is no icon 'checc'. Did you mean 'check'?");
  }, SLOW);
  const file = await page.evaluate(
    "document.querySelector('vite-error-overlay').shadowRoot.querySelector('.file').textContent",
  );
  expect(file).toContain('src/main.js:7:');
  writeFileSync(join(root, 'icons/checc.svg'), square(5));
  await vi.waitFor(async () => expect(await overlayOf(page)).toBe(''), SLOW);
  await seen(page, 'checc', 25);
});

test('logs a deprecated icon of the code once, also after edits that move its line', async () => {
  const code = showing('bookmark', 'camera');
  const root = app(code, {
    'icons/camera.meta.json': '{"deprecated": {"note": "Nothing replaces it."}}',
  });
  const warnings: string[] = [];
  const customLogger = createLogger('silent');
  customLogger.warn = (text) => void warnings.push(text);
  const { page, errors } = await serveApp(root, browser, {}, { customLogger });
  await seen(page, 'camera', 16);
  await vi.waitFor(() => expect(warnings).toHaveLength(1), SLOW);
  expect(warnings[0]).toContain(
    "src/main.js:7:25 warning icon-deprecated  The icon 'camera' is deprecated. Nothing replaces it.",
  );
  const moved = `\n${code}`.replace(
    "show('bookmark'",
    "show('check', iconHref('check'));\nshow('bookmark'",
  );
  writeFileSync(join(root, 'src/main.js'), moved);
  await seen(page, 'check', 36);
  expect(await page.locator('vite-error-overlay').count()).toBe(0);
  // An unknown name is reported after all warnings of the same module.
  writeFileSync(join(root, 'src/main.js'), moved.replaceAll("'check'", "'checc'"));
  await page.locator('vite-error-overlay').waitFor(SLOW);
  expect(warnings).toHaveLength(1);
  expect(errors.filter((text) => !text.includes('checc'))).toEqual([]);
});
