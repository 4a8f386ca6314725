import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/serve.ts';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { type Dev, darkPixels, INDEX, SLOW, serveApp, showing } from './dev.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const app = (main: string, files: Readonly<Record<string, string>> = {}) =>
  newApp({ 'index.html': INDEX, 'src/main.js': main, ...files });

async function seen(page: Page, id: string, pixels: number): Promise<void> {
  await vi.waitFor(async () => expect(await darkPixels(page, `#${id}`)).toBe(pixels), SLOW);
}

const linkOf = (page: Page, id: string) =>
  page.evaluate(`document.querySelector('#${id} use').getAttribute('href')`);

/** Serves an app to the page of a back end, which has another origin. */
async function serveToBackEnd(
  root: string,
  options: PluginOptions = {},
  body = '',
  base = '/',
): Promise<Dev> {
  const files = new Map<string, { type: string; body: string }>();
  const backEnd = await serve(files);
  onTestFinished(() => backEnd.close());
  const dev = await serveApp(root, browser, options, {
    base,
    server: { cors: true, origin: 'http://localhost' },
    page: (url) => {
      files.set('/', {
        type: 'text/html',
        body: `<!doctype html><link rel="icon" href="data:,"><body>${body.replaceAll('{server}', url)}
<script type="module" src="${url}@vite/client"></script><script type="module" src="${url}src/main.js"></script>`,
      });
      return `${backEnd.origin}/`;
    },
  });
  return dev;
}

describe('in the page of a back end', () => {
  test.each(['/', '/build/'])('shows icons, edited ones too, below %s', async (base) => {
    const root = app(showing('bookmark', 'nav-menu'));
    const { page, errors } = await serveToBackEnd(root, {}, '', base);
    await seen(page, 'bookmark', 4);
    await seen(page, 'nav-menu', 64);
    const stamp = await page.evaluate('stamp');
    writeFileSync(join(root, 'icons/bookmark.svg'), square(10));
    await seen(page, 'bookmark', 100);
    writeFileSync(join(root, 'icons/bookmark.svg'), square(11));
    await seen(page, 'bookmark', 121);
    expect(await page.evaluate('stamp')).toBe(stamp);
    expect(errors).toEqual([]);
  });

  test('shows a box for an unknown icon, and the icon once it is there', async () => {
    const root = app(showing('camera').replaceAll("'camera'", "'camara'"));
    const { page, errors } = await serveToBackEnd(root);
    await vi.waitFor(async () => {
      expect(await darkPixels(page, '#camara')).toBeGreaterThan(20);
      expect(errors.join()).toContain("There is no icon 'camara' in the set.");
    }, SLOW);
    renameSync(join(root, 'icons/camera.svg'), join(root, 'icons/camara.svg'));
    await seen(page, 'camara', 16);
    renameSync(join(root, 'icons/camara.svg'), join(root, 'icons/camera.svg'));
    await vi.waitFor(async () => expect(await darkPixels(page, '#camara')).not.toBe(16), SLOW);
  });

  test('shows what the back end drew with links to the server', async () => {
    const root = app("import 'virtual:iconloom'");
    const svg = (id: string, href: string) =>
      `<svg id="${id}" width="24" height="24" style="display:block"><use href="${href}"></use></svg>`;
    const { page } = await serveToBackEnd(
      root,
      {},
      svg('a', '{server}@iconloom/sprite.svg#check') + svg('b', '/@iconloom/sprite.svg#camera'),
    );
    await seen(page, 'a', 36);
    await seen(page, 'b', 16);
    writeFileSync(join(root, 'icons/check.svg'), square(7));
    await seen(page, 'a', 49);
  });

  test('shows icons of components and of the custom element, beside ids that are taken', async () => {
    const root = app(`import { iconHtml } from 'iconloom/html';
import { defineIconElement } from 'iconloom/element';
defineIconElement();
document.body.insertAdjacentHTML('beforeend',
  iconHtml('bookmark', { size: 24, id: 'a', style: 'display:block' }) +
  '<iconloom-icon id="b" name="hamburger" size="24" style="display:block;width:24px;line-height:0"></iconloom-icon>' +
  '<i id="bookmark"></i>');`);
    const { page, errors } = await serveToBackEnd(root);
    await seen(page, 'a', 4);
    await seen(page, 'b', 64);
    expect(String(await linkOf(page, 'a'))).toMatch(/^#bookmark__\w+$/);
    writeFileSync(join(root, 'icons/nav/menu.svg'), square(9));
    await seen(page, 'b', 81);
    expect(errors).toEqual([]);
  });

  test('puts the whole sprite into the page with ids of builds if the app asks for it', async () => {
    const root = app(`import { iconHref } from 'virtual:iconloom';
globalThis.early = iconHref('camera');
document.body.insertAdjacentHTML('beforeend',
  '<svg id="early" width="24" height="24" style="display:block"><use href="' + globalThis.early + '"></use></svg>');
await import('virtual:iconloom/inline');
${showing('bookmark').replace(/^import.*\n/, '')}`);
    const { page } = await serveToBackEnd(root, { prefix: 'i-' });
    await seen(page, 'bookmark', 4);
    await seen(page, 'early', 16);
    expect([await linkOf(page, 'bookmark'), await linkOf(page, 'early')]).toEqual([
      '#i-bookmark',
      '#i-camera',
    ]);
    writeFileSync(join(root, 'icons/camera.svg'), square(5));
    await seen(page, 'early', 25);
  });
});

describe('virtual:iconloom/inline', () => {
  const INLINE = "import 'virtual:iconloom/inline';\n";

  test('puts the symbols into the page, with ids as in builds', async () => {
    const root = app(INLINE + showing('bookmark', 'hamburger'));
    const { page, errors } = await serveApp(root, browser, { prefix: 'i-' });
    await seen(page, 'bookmark', 4);
    await seen(page, 'hamburger', 64);
    expect(await linkOf(page, 'hamburger')).toBe('#i-nav-menu');
    expect(await page.evaluate("document.getElementById('i-camera').localName")).toBe('symbol');
    expect(errors).toEqual([]);
  });

  test('follows edits, renames and links that code writes itself', async () => {
    const root = app(
      `${INLINE}for (const name of ['camera', 'photo']) document.body.insertAdjacentHTML('beforeend',
  '<svg id="own-' + name + '" width="24" height="24" style="display:block"><use href="#' + name + '"></use></svg>');
globalThis.stamp = Math.random();`,
    );
    const { page } = await serveApp(root, browser);
    await seen(page, 'own-camera', 16);
    await seen(page, 'own-photo', 0);
    const stamp = await page.evaluate('stamp');
    writeFileSync(join(root, 'icons/camera.svg'), square(7));
    await seen(page, 'own-camera', 49);
    renameSync(join(root, 'icons/camera.svg'), join(root, 'icons/photo.svg'));
    await seen(page, 'own-photo', 49);
    await vi.waitFor(async () => expect(await darkPixels(page, '#own-camera')).not.toBe(49), SLOW);
    expect(await page.evaluate('stamp')).toBe(stamp);
  });

  test('writes sprites for shadow roots that hold only the icons asked for, each once', async () => {
    const root = app(`import { spriteFor } from 'virtual:iconloom/inline';
import { inlineSprite } from 'iconloom/inline';
const host = document.createElement('p');
host.id = 'host';
const root = host.attachShadow({ mode: 'open' });
root.innerHTML = '<svg width="24" height="24" style="display:block"><use href="#nav-menu"></use></svg>';
document.body.append(host);
globalThis.inline = () => inlineSprite(spriteFor(['hamburger', 'nav-menu', 'check']), { root });
globalThis.inline();
globalThis.spriteFor = spriteFor;`);
    const { page, errors } = await serveApp(root, browser);
    await seen(page, 'host', 64);
    const ids = (text: unknown) =>
      [...String(text).matchAll(/<symbol id="([^"]+)"/g)].map((m) => m[1]);
    expect(
      ids(await page.evaluate("spriteFor(new Set(['hamburger', 'nav-menu', 'check']))")),
    ).toEqual(['nav-menu', 'check']);
    expect(await page.evaluate('spriteFor([])')).toBe('');
    writeFileSync(join(root, 'icons/check.svg'), square(7));
    await vi.waitFor(
      async () => expect(await page.evaluate("spriteFor(['check'])")).toContain('h7v7'),
      SLOW,
    );
    expect(errors).toEqual([]);
    expect(await page.evaluate("spriteFor(['chek'])")).toBe('');
    await vi.waitFor(() => expect(errors.join()).toContain("Did you mean 'check'?"), SLOW);
  });

  test('in another page of the app, which does not ask for it, icons show too', async () => {
    const root = app(INLINE, {
      'other.html': INDEX.replace('main.js', 'other.js'),
      'src/other.js': showing('bookmark'),
    });
    const { page, url, errors } = await serveApp(root, browser, { prefix: 'i-' });
    await page.waitForFunction("document.getElementById('i-camera')");
    await page.goto(`${url}other.html`);
    await seen(page, 'bookmark', 4);
    expect(await linkOf(page, 'bookmark')).toBe('#i-bookmark');
    expect(errors).toEqual([]);
  });

  test('on a server, links are those of the page, and sprites are as they are now', async () => {
    const root = newApp({
      'src/page.js': `import { iconHref } from 'virtual:iconloom';
import { spriteFor } from 'virtual:iconloom/inline';
export const page = () => spriteFor(['check', 'check']) + iconHref('check');`,
    });
    const { server } = await serveApp(root, browser, {}, { page: () => 'about:blank' });
    const render = async () => (await server.ssrLoadModule('/src/page.js')).page() as string;
    expect(await render()).toMatch(
      /^<svg [^>]*data-iconloom=""><symbol id="check"[^>]*>.*h6v6.*<\/symbol><\/svg>#check$/,
    );
    const held = await server.ssrLoadModule('/src/page.js');
    writeFileSync(join(root, 'icons/check.svg'), square(7));
    await vi.waitFor(() => expect(held.page()).toContain('h7v7'), SLOW);
  });
});
