import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { createServer, type InlineConfig, build as viteBuild } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import webpack, { type Compiler } from 'webpack';
import type { UserConfig } from '../../src/config/types.ts';
import { build } from '../../src/pipeline/build.ts';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import { launchChromium } from '../browser/chromium.ts';
import { square, temporaryFolder, writeTree } from '../e2e/test-build.ts';
import { serveFolder } from '../examples/serve-folder.ts';
import { darkPixels } from './dev.ts';
import { configOf, run } from './webpack-like.ts';

/** The page of an app without anything of ours; its script shows an icon of the package. */
const PAGE = (script: string) =>
  `<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="${script}"></script></body>`;
const MAIN = `import { iconHref } from '@acme/icons';
document.body.insertAdjacentHTML('beforeend',
  '<svg width="24" height="24" style="display:block"><use href="' + iconHref('house') + '"></use></svg>');
`;

/** An app that has installed a package of icons, which iconloom built. */
async function newConsumer(config: UserConfig = {}): Promise<string> {
  const root = temporaryFolder();
  const folder = join(root, 'node_modules/@acme/icons');
  mkdirSync(folder, { recursive: true });
  writeTree(folder, {
    'package.json': JSON.stringify({
      ...{ name: '@acme/icons', version: '1.0.0', type: 'module', sideEffects: false },
      exports: { '.': `./dist/icons.${config.names ?? 'js'}`, './sprite.svg': './dist/sprite.svg' },
    }),
    'svg/house.svg': square(10),
    'svg/nav/menu.svg': square(6),
  });
  await build({ inputs: 'svg', base: 'import.meta.url', ...config }, { cwd: folder });
  writeTree(root, {
    'package.json': '{ "type": "module", "dependencies": { "@acme/icons": "1" } }',
    'index.html': PAGE('/src/main.js'),
    'src/main.js': MAIN,
  });
  return root;
}

/** Opens an app; its icon is a square of 10 × 10 px, out of a file. */
async function expectIcon(url: string): Promise<void> {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => void errors.push(String(error)));
  await page.goto(url);
  await page.waitForSelector('use', { state: 'attached' });
  await vi.waitFor(async () => expect(await darkPixels(page, 'svg:has(use)')).toBe(100), 30_000);
  expect(await page.locator('use').getAttribute('href')).not.toContain('data:');
  expect(errors).toEqual([]);
}

async function expectIconIn(folder: string): Promise<void> {
  const site = await serveFolder(folder);
  onTestFinished(site.close);
  await expectIcon(`${site.origin}/`);
}

const QUIET: InlineConfig = { configFile: false, logLevel: 'silent' };

describe('a package of icons that ships its sprite, smaller than 4 kB, shows them in', () => {
  test.each<[string, UserConfig, InlineConfig]>([
    ['', {}, {}],
    [' with a relative base', {}, { base: './' }],
    [' that inlines all it can', {}, { build: { assetsInlineLimit: 1e9 } }],
    [', as TypeScript', { names: 'ts' }, {}],
    [', several sprites', { split: 'folder' }, {}],
    [', with a prefix and an alias', { prefix: 'i-', aliases: { home: 'house' } }, {}],
  ])('an app of Vite%s', async (_, config, vite) => {
    const root = await newConsumer(config);
    await viteBuild({ ...QUIET, root, ...vite });
    await expectIconIn(join(root, 'dist'));
  });

  test('an app of Vite that imports the sprite by ?url, with our plugin', async () => {
    const root = await newConsumer();
    writeTree(root, {
      'src/main.js': MAIN.replace('{ iconHref } ', 'sprite ')
        .replace("'@acme/icons'", "'@acme/icons/sprite.svg?url'")
        .replace("iconHref('house')", "sprite + '#house'"),
      'icons/own.svg': square(2),
    });
    await viteBuild({ ...QUIET, root, plugins: [viteIcons({ dts: false })] });
    await expectIconIn(join(root, 'dist'));
  });

  test('an app of Vite while developing', async () => {
    const root = await newConsumer();
    const server = await createServer({ ...QUIET, root, server: { host: '127.0.0.1', port: 0 } });
    await server.listen();
    onTestFinished(() => server.close());
    await expectIcon(server.resolvedUrls?.local[0] ?? '');
  });

  test('an app of webpack', async () => {
    const root = await newConsumer();
    const output = { publicPath: '/', filename: 'main.js' };
    await run(webpack(configOf(root, { apply() {} }, [], { output })) as Compiler, []);
    writeTree(join(root, 'dist'), { 'index.html': PAGE('/main.js') });
    await expectIconIn(join(root, 'dist'));
  });

  test.each(['js', 'ts'] as const)('an app of esbuild, with our plugin: %s', async (names) => {
    const root = await newConsumer({ names });
    writeTree(root, { 'icons/own.svg': square(2) });
    await esbuild({
      ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
      ...{ format: 'esm', logLevel: 'silent', plugins: [esbuildIcons({ dts: false })] },
    });
    writeTree(join(root, 'dist'), { 'index.html': PAGE('/main.js') });
    await expectIconIn(join(root, 'dist'));
  });

  test('an app of esbuild without any plugin, if the package was built to hold them in its code', async () => {
    const root = await newConsumer();
    const folder = join(root, 'node_modules/@acme/icons');
    writeTree(folder, {
      'src/index.js':
        "import 'virtual:iconloom/inline';\nexport { iconHref } from 'virtual:iconloom';",
    });
    await viteBuild({
      ...{ ...QUIET, root: folder, plugins: [viteIcons({ inputs: 'svg', dts: false })] },
      build: {
        ...{ lib: { entry: 'src/index.js', formats: ['es'], fileName: 'icons' } },
        outDir: join(folder, 'dist'),
      },
    });
    await esbuild({
      ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
      ...{ format: 'esm', logLevel: 'silent' },
    });
    writeTree(join(root, 'dist'), { 'index.html': PAGE('/main.js') });
    await expectIconIn(join(root, 'dist'));
  });
});

test('names of a package link to a folder that is given, too', async () => {
  const root = await newConsumer();
  const file = join(root, 'node_modules/@acme/icons/dist/icons.js');
  const { iconHref } = await import(/* @vite-ignore */ file);
  expect(iconHref('house', '/icons')).toBe('/icons/sprite.svg#house');
});
