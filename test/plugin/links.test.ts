import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { square } from '../e2e/test-build.ts';
import { BUNDLERS, buildApp, newApp } from './app.ts';
import { darkPixels, serveApp } from './dev.ts';

const ICONS = {
  'icons/nav/menuOpen.svg': square(3),
  'icons/heart_filled.svg': square(5),
};
const TEMPLATE = { ids: 'icon-[dir]-[name]' };
const INLINE = "import 'virtual:iconloom/inline';\n";

/** Ids of the symbols that the code puts into the page. */
function inlined(code: string): readonly string[] {
  return [...code.matchAll(/<symbol id=\\*"([^"\\]+)/g)].map(([, id = '']) => id).sort();
}

function appWith(main: string, files: Readonly<Record<string, string>> = {}): string {
  return newApp({ ...ICONS, 'src/main.js': main, ...files });
}

describe.each(BUNDLERS)('links to symbols, in %s', (bundler) => {
  test('a link by a further id keeps its icon, and puts the id into the page', async () => {
    const root = appWith(`${INLINE}document.body.innerHTML =
  '<svg><use href="#icon-nav-menuOpen"></use></svg><svg><use href="#icon-heart_filled"/></svg>';`);
    const { code, told } = await buildApp(bundler, root, { options: TEMPLATE });
    expect(inlined(code)).toEqual([
      'heart-filled',
      'icon-heart_filled',
      'icon-nav-menuOpen',
      'nav-menu-open',
    ]);
    expect(told).not.toMatch(/warning/);
  });

  test('a link that is made at run time keeps all icons, and its line is reported', async () => {
    const root = appWith(`${INLINE}globalThis.link = (prefix, name) => \`#\${prefix}-\${name}\`;`);
    const { code, told } = await buildApp(bundler, root, { options: TEMPLATE });
    expect(inlined(code)).toContain('icon-heart_filled');
    expect(inlined(code)).toHaveLength(12);
    expect(told).toContain('src/main.js:2:38');
  });

  test('a sprite of which nothing is used is reported', async () => {
    const { told } = await buildApp(bundler, appWith(INLINE));
    expect(told).toContain('warning no-icons-used');
    expect(told).toContain('uses none of its 6 icons');
  });
});

test('a link by prefix and name keeps its icon', async () => {
  const root = appWith(`${INLINE}globalThis.use = ['use', { href: '#i-bookmark' }];`);
  const { code } = await buildApp('vite', root, { options: { prefix: 'i-' } });
  expect(inlined(code)).toEqual(['i-bookmark']);
});

test('a link by an alias in any spelling keeps its icon', async () => {
  const root = appWith(`${INLINE}globalThis.use = ['use', { href: '#nav/menu_2' }];`);
  const options = { aliases: { 'nav/menu_2': 'nav-menu' } };
  const { code } = await buildApp('vite', root, { options });
  expect(inlined(code)).toEqual(['nav-menu', 'nav/menu_2']);
});

test('with a safelist, links made at run time keep what strings of the code name', async () => {
  const root = appWith(
    `${INLINE}globalThis.link = (name) => '#icon-' + name;\nlink('nav-menuOpen');`,
  );
  const { code } = await buildApp('vite', root, { options: { ...TEMPLATE, safelist: [] } });
  expect(inlined(code)).toEqual(expect.arrayContaining(['icon-nav-menuOpen']));
  expect(inlined(code)).not.toContain('icon-check');
});

test('a link to no icon is reported with its place', async () => {
  const root = appWith(
    `${INLINE}globalThis.use = ['use', { href: '#icon-hart_filled' }, '#icon-check'];`,
  );
  const { told } = await buildApp('vite', root, { options: TEMPLATE });
  expect(told).toContain('src/main.js:2:35 warning link-unknown');
  expect(told).toContain("Did you mean 'icon-heart_filled'");
});

test('a link into the page without symbols there is reported with its place', async () => {
  const root = appWith("globalThis.use = ['use', { href: '#icon-check' }];");
  const { told } = await buildApp('vite', root, { options: TEMPLATE });
  expect(told).toContain('src/main.js:1:35 warning link-without-sprite');
});

test("a page's own links are drawn by symbols in it, and count as used", async () => {
  const root = appWith('', {
    'index.html': `<!doctype html><body><svg><use href="#icon-nav-menuOpen"></use></svg>
<svg><use xlink:href="#icon-nothing"></use></svg><script type="module" src="/src/main.js"></script>`,
  });
  const app = await buildApp('vite', root, {
    options: TEMPLATE,
    vite: { build: { rollupOptions: { input: join(root, 'index.html') } } },
  });
  expect(inlined(app.files.get('index.html') ?? '')).toEqual([
    'icon-nav-menuOpen',
    'nav-menu-open',
  ]);
  expect(app.told).toContain('1 of 6 icons used');
  expect(app.told).toContain('index.html:2:23 warning link-unknown');
  expect(app.sprites).toEqual([]);
});

test('iconIds lists the ids of the template, in the order of the names', async () => {
  const root = appWith("import { iconIds } from 'virtual:iconloom';\nconsole.log(iconIds);");
  const { code } = await buildApp('vite', root, { options: TEMPLATE });
  expect(code.match(/icon-[\w-]+/g)).toEqual([
    ...['icon-bookmark', 'icon-camera', 'icon-check'],
    ...['icon-heart_filled', 'icon-nav-menu', 'icon-nav-menuOpen'],
  ]);
});

describe('while developing', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const svg = (id: string, link: string) =>
    `<svg id="${id}" width="24" height="24" style="display:block"><use href="#${link}"></use></svg>`;

  /** Waits until an icon is drawn with so many pixels. */
  const seen = (page: Page, id: string, pixels: number) =>
    vi.waitFor(async () => expect(await darkPixels(page, `#${id}`)).toBe(pixels), {
      timeout: 60_000,
    });

  test('links in the page and in the code are drawn, and follow the source file', async () => {
    const root = appWith(
      `${INLINE}document.body.insertAdjacentHTML('beforeend', \`${svg('late', 'icon-heart_filled')}\`);`,
      {
        'index.html': `<!doctype html><link rel="icon" href="data:,"><body>${svg('early', 'icon-nav-menuOpen')}
<script type="module" src="/src/main.js"></script></body>`,
      },
    );
    const { page, errors, server } = await serveApp(root, browser, TEMPLATE);
    await seen(page, 'early', 9);
    await seen(page, 'late', 25);
    await vi.waitFor(() => expect(server.ws.clients.size).toBe(1), { timeout: 60_000 });
    writeFileSync(join(root, 'icons/heart_filled.svg'), square(6));
    await seen(page, 'late', 36);
    expect(errors).toEqual([]);
  });
});
