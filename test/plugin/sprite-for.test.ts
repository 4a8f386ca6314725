import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedFile, serve } from '../browser/serve.ts';
import { writeTree } from '../e2e/test-build.ts';
import { BUNDLERS, buildApp, newApp } from './app.ts';
import { darkPixels } from './dev.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const idsIn = (text: string) => [...text.matchAll(/<symbol id=\\?"([\w-]+)/g)].map(([, id]) => id);

describe.each(BUNDLERS)('spriteFor with %s', (bundler) => {
  test('keeps the icons of its list, and those alone', async () => {
    const root = newApp({
      'src/main.js': `import { spriteFor } from 'virtual:iconloom/inline';
const names = ['bookmark'];
console.log(spriteFor(names), spriteFor(new Set(['hamburger'])));`,
    });
    const { code, sprites } = await buildApp(bundler, root);
    expect(idsIn(code).sort()).toEqual(['bookmark', 'nav-menu']);
    expect(sprites).toEqual([]);
  });

  test('keeps all icons for a list that is made at run time, and says where', async () => {
    const root = newApp({
      'src/main.js': `import { spriteFor } from 'virtual:iconloom/inline';
console.log(spriteFor(globalThis.names));`,
    });
    const { code, told } = await buildApp(bundler, root);
    expect(idsIn(code).sort()).toEqual(['bookmark', 'camera', 'check', 'nav-menu']);
    expect(told).toContain('src/main.js:2:13  spriteFor(globalThis.names)');
  });

  test('keeps no other icons where the sprite is only put into the page, later', async () => {
    const root = newApp({
      'src/main.js': `import { iconHref } from 'virtual:iconloom';
console.log(iconHref('check'));
import('virtual:iconloom/inline');`,
    });
    const { code } = await buildApp(bundler, root);
    expect(idsIn(code)).toEqual(['check']);
  });
});

test('a name of a list that no icon has is an error with its place', async () => {
  const root = newApp({
    'src/main.js': `import { spriteFor } from 'virtual:iconloom/inline';
console.log(spriteFor(['check', 'camara']));`,
  });
  await expect(buildApp('vite', root)).rejects.toThrow(
    /src\/main\.js:2:33[\s\S]*There is no icon 'camara'\. Did you mean 'camera'\?/,
  );
});

test('React streams a page with its icons in it, which scripts take up', async () => {
  const root = newApp({
    'icons/two.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>@media (min-width:1px){.a{fill:#000}}</style><path class="a" style="mix-blend-mode:multiply" d="M0 0h12v12H0z"/></svg>',
    'src/app.js': `import { createElement, Suspense, use } from 'react';
import { Icon } from 'iconloom/react';
const show = (id, name) => createElement(Icon, { key: id, id, name, size: 24, style: { display: 'block' } });
const later = new Promise((resolve) => setTimeout(resolve));
const Later = () => (use(later), show('c', 'hamburger'));
export const App = () => [show('a', 'check'), show('b', 'two'),
  createElement(Suspense, { key: 's', fallback: 'later' }, createElement(Later))];`,
    'src/main.js': `import 'virtual:iconloom/inline';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app.js';
hydrateRoot(document.getElementById('root'), createElement(App), {
  onRecoverableError: (error) => { globalThis.failed = String(error); },
});
globalThis.isHydrated = true;`,
    'src/server.js': `import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { spriteFor } from 'virtual:iconloom/inline';
import { App } from './app.js';
export function render(stream) {
  const { pipe } = renderToPipeableStream(createElement(App), {
    onShellReady() {
      stream.write('<!doctype html><link rel="icon" href="data:,"><body>' + spriteFor(['check', 'two', 'nav-menu', 'hamburger']) + '<div id="root">');
      pipe(stream);
    },
  });
}`,
  });
  const client = await buildApp('vite', root, { vite: { build: { minify: true } } });
  const server = await buildApp('vite', root, {
    vite: {
      build: { ssr: true, rollupOptions: { input: join(root, 'src/server.js') } },
      ssr: { external: ['react', 'react-dom'] },
    },
  });
  writeTree(
    root,
    Object.fromEntries([...server.files].map(([path, text]) => [`dist/${path}`, text])),
  );
  const { render } = await import(pathToFileURL(join(root, 'dist/server.js')).href);
  const { PassThrough } = await import('node:stream');
  const stream = new PassThrough();
  render(stream);
  const html = String(Buffer.concat(await stream.toArray()));
  expect(idsIn(html)).toEqual(['check', 'nav-menu', 'two']);

  const files = new Map<string, ServedFile>();
  let script = '';
  for (const [path, body] of client.files) {
    if (!path.endsWith('.js')) continue;
    files.set(`/${path}`, { type: 'text/javascript', body });
    script += `<script type="module" src="/${path}"></script>`;
  }
  files.set('/plain', { type: 'text/html', body: html });
  files.set('/', { type: 'text/html', body: html + script });
  const site = await serve(files);
  onTestFinished(() => site.close());
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  for (const path of ['/plain', '/']) {
    await page.goto(site.origin + path);
    if (path === '/') await page.waitForFunction('globalThis.isHydrated');
    const shown: number[] = [];
    for (const id of ['a', 'b', 'c']) shown.push(await darkPixels(page, `#${id}`));
    expect(shown).toEqual([36, 144, 64]);
  }
  const ids = await page.evaluate("[...document.querySelectorAll('symbol')].map(({ id }) => id)");
  // The names of `show` are made at run time, so all icons are kept; none stands there twice.
  expect(ids).toEqual(['check', 'nav-menu', 'two', 'bookmark', 'camera']);
  expect(await page.evaluate('globalThis.failed')).toBeUndefined();
  expect(messages).toEqual([]);
});
