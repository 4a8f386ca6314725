import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedFile, serve } from '../browser/serve.ts';
import { square } from '../e2e/test-build.ts';
import { type Bundler, buildApp, newApp } from './app.ts';
import { darkPixels } from './dev.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Code that shows icons with elements alone, each in an `<svg>` of an id; `show()` draws again. */
const showing = (icons: Readonly<Record<string, string>>): string => `
import 'virtual:iconloom/inline';
import { iconHref } from 'virtual:iconloom';
const element = (name, attributes) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const show = (id, href) => {
  const svg = element('svg', { id, width: 24, height: 24, style: 'display:block' });
  svg.append(element('use', { href }));
  document.body.append(svg);
};
globalThis.show = () => {
${Object.entries(icons)
  .map(([id, name]) => `  show('${id}', iconHref('${name}'));`)
  .join('\n')}
};
globalThis.show();
`;

/** Opens a page with the scripts of apps that were built apart; what else the console says is an error. */
async function openApps(
  apps: readonly { readonly root: string; readonly options?: PluginOptions }[],
  bundler: Bundler = 'vite',
  policy = '',
  expected: readonly unknown[] = [],
): Promise<Page> {
  const files = new Map<string, ServedFile>();
  const scripts: string[] = [];
  for (const [index, { root, options = {} }] of apps.entries()) {
    const vite = {
      base: `/${index}/`,
      build: { rollupOptions: { input: join(root, 'src/main.js') } },
    };
    const app = await buildApp(bundler, root, { options, vite });
    for (const [path, body] of app.files) {
      const isScript = path.endsWith('.js');
      files.set(`/${index}/${path}`, {
        type: isScript ? 'text/javascript' : 'image/svg+xml',
        body,
      });
      if (isScript) scripts.push(`<script type="module" src="/${index}/${path}"></script>`);
    }
  }
  const headers = { 'content-security-policy': policy };
  const body = `<!doctype html><link rel="icon" href="data:,"><body>${scripts.join('')}`;
  files.set('/', { type: 'text/html', body, headers });
  const site = await serve(files);
  onTestFinished(() => site.close());
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
  expect(messages).toEqual(expected);
  return page;
}

describe('the custom element', () => {
  const showingTags = (tags: string, define = 'defineIconElement()'): string => `
import { defineIconElement } from 'iconloom/element';
${define};
document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(tags)});`;

  test('shows the icons of two apps, and with tags of their own those of the same name', async () => {
    const first = newApp({
      'src/main.js': showingTags(
        '<iconloom-icon id="a" name="bookmark" size="24" style="display:block;width:24px;line-height:0"></iconloom-icon>',
      ),
    });
    const second = newApp({
      'icons/bookmark.svg': square(10),
      'icons/only.svg': square(12),
      'src/main.js': showingTags(
        '<iconloom-icon id="b" name="only" size="24" style="display:block;width:24px;line-height:0"></iconloom-icon><shop-icon id="c" name="bookmark" size="24" style="display:block;width:24px;line-height:0"></shop-icon>',
        "defineIconElement(); defineIconElement(undefined, 'shop-icon')",
      ),
    });
    const warning = expect.stringContaining(
      "[two-sets] Two apps define <iconloom-icon> with an icon 'bookmark'; that of the first is shown.",
    );
    const page = await openApps([{ root: first }, { root: second }], 'vite', '', [warning]);
    const shown: Record<string, number> = {};
    for (const id of ['a', 'b', 'c']) shown[id] = await darkPixels(page, `#${id}`);
    expect(shown).toEqual({ a: 4, b: 144, c: 100 });
  });
});

describe('virtual:iconloom/inline', () => {
  test.each<Bundler>(['vite', 'rolldown', 'webpack', 'esbuild'])(
    'in the page of two apps, each shows its own icons: %s',
    async (bundler) => {
      const first = newApp({ 'src/main.js': showing({ a: 'bookmark', b: 'check' }) });
      const second = newApp({
        'src/main.js': showing({ c: 'bookmark', d: 'camera', e: 'check' }),
        'icons/bookmark.svg': square(10),
      });
      const page = await openApps([{ root: first }, { root: second }], bundler);
      const shown: Record<string, number> = {};
      for (const id of ['a', 'b', 'c', 'd', 'e']) shown[id] = await darkPixels(page, `#${id}`);
      expect(shown).toEqual({ a: 4, b: 36, c: 100, d: 16, e: 36 });
    },
  );

  test('in the page of two apps with prefixes, aliases and critical icons stay right', async () => {
    const first = newApp({ 'src/main.js': showing({ a: 'hamburger' }) });
    const second = newApp({
      'src/main.js': showing({ b: 'hamburger' }),
      'icons/nav/menu.svg': square(10),
    });
    const options = { prefix: 'i-' };
    const page = await openApps([
      { root: first, options },
      { root: second, options },
    ]);
    expect([await darkPixels(page, '#a'), await darkPixels(page, '#b')]).toEqual([64, 100]);
  });

  test('starts under trusted types, and shows again in another body', async () => {
    const root = newApp({ 'src/main.js': showing({ a: 'bookmark' }) });
    const policy =
      "default-src 'self'; img-src 'self' data:; style-src-attr 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";
    const page = await openApps([{ root }], 'vite', policy);
    expect(await darkPixels(page, '#a')).toBe(4);
    await page.evaluate(
      "document.body.replaceWith(document.createElement('body')); globalThis.show()",
    );
    expect(await darkPixels(page, '#a')).toBe(4);
  });
});
