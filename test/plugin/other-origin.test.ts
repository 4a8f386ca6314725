import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';
import { square } from '../e2e/test-build.ts';
import { type Bundler, buildApp, newApp } from './app.ts';
import { darkPixels, SLOW, showing } from './dev.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const CORS = { 'access-control-allow-origin': '*' };

async function site(): Promise<Site & { readonly files: Map<string, ServedFile> }> {
  const files = new Map<string, ServedFile>();
  const started = await serve(files);
  onTestFinished(() => started.close());
  return { ...started, files };
}

/** Builds an app for an origin and puts it there; returns the URL of its script. */
async function publish(root: string, bundler: Bundler, base: string, to: Map<string, ServedFile>) {
  const { pathname } = new URL(base);
  const app = await buildApp(bundler, root, {
    vite: { base, build: { rollupOptions: { input: join(root, 'src/main.js') } } },
    options: bundler === 'rollup' ? { base } : {},
    webpack: { output: { publicPath: base } },
    esbuild: { publicPath: base },
  });
  let script = '';
  for (const [path, body] of app.files) {
    const isScript = path.endsWith('.js');
    to.set(pathname + path, {
      type: isScript ? 'text/javascript' : 'image/svg+xml',
      headers: CORS,
      body,
    });
    if (isScript) script = base + path;
  }
  return { script, sprite: base + app.sprites[0] };
}

async function open(page: Page, url: string): Promise<string[]> {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.goto(url);
  return messages;
}

async function seen(page: Page, id: string, pixels: number): Promise<void> {
  await vi.waitFor(async () => expect(await darkPixels(page, `#${id}`)).toBe(pixels), SLOW);
}

const page = (...parts: readonly string[]): ServedFile => ({
  type: 'text/html',
  body: `<!doctype html><link rel="icon" href="data:,"><body>${parts.join('\n')}`,
});

const module = (src: string) => `<script type="module" src="${src}"></script>`;

test.each<Bundler>(['vite', 'webpack', 'rspack', 'esbuild', 'rollup'])(
  'icons of apps whose files lie on another origin are shown, each its own: %s',
  async (bundler) => {
    const [cdn, pages] = [await site(), await site()];
    const first = newApp({ 'src/main.js': showing('bookmark', 'nav-menu') });
    const second = newApp({
      'src/main.js': showing('bookmark').replaceAll("show('bookmark'", "show('other'"),
      'icons/bookmark.svg': square(10),
    });
    const a = await publish(first, bundler, `${cdn.origin}/a/`, cdn.files);
    const b = await publish(second, bundler, `${cdn.origin}/b/`, cdn.files);
    const drawn = `<svg id="drawn" width="24" height="24" style="display:block"><use href="${a.sprite}#nav-menu"></use></svg>`;
    pages.files.set('/', page(drawn, module(a.script), module(b.script)));
    const shown = await browser.newPage();
    onTestFinished(() => shown.close());
    const messages = await open(shown, `${pages.origin}/`);
    await seen(shown, 'bookmark', 4);
    await seen(shown, 'nav-menu', 64);
    await seen(shown, 'other', 100);
    // As the server of the app would have drawn it; Chromium reports the link until the script runs.
    await seen(shown, 'drawn', 64);
    expect(messages.filter((text) => !text.startsWith('Unsafe attempt'))).toEqual([]);
  },
);

test('on the origin of its files, the page links to the sprite', async () => {
  const cdn = await site();
  const root = newApp({ 'src/main.js': showing('bookmark') });
  const { script, sprite } = await publish(root, 'vite', `${cdn.origin}/a/`, cdn.files);
  cdn.files.set('/', page(module(script)));
  const shown = await browser.newPage();
  onTestFinished(() => shown.close());
  expect(await open(shown, `${cdn.origin}/`)).toEqual([]);
  await seen(shown, 'bookmark', 4);
  const link = await shown.evaluate("document.querySelector('use').getAttribute('href')");
  expect(link).toBe(`${sprite}#bookmark`);
});

test('a sprite that may not be read is reported', async () => {
  const [cdn, pages] = [await site(), await site()];
  const root = newApp({ 'src/main.js': showing('bookmark') });
  const { script, sprite } = await publish(root, 'vite', `${cdn.origin}/a/`, cdn.files);
  const path = new URL(sprite).pathname;
  cdn.files.set(path, { ...(cdn.files.get(path) as ServedFile), headers: {} });
  pages.files.set('/', page(module(script)));
  const shown = await browser.newPage();
  onTestFinished(() => shown.close());
  const messages = await open(shown, `${pages.origin}/`);
  await vi.waitFor(() => expect(messages.join()).toContain(`[sprite-missing] ${sprite}`), SLOW);
});
