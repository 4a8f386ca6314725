import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type InlineConfig, build as viteBuild } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { launchChromium } from '../browser/chromium.ts';
import { readTree, square, temporaryFolder, writeTree } from '../e2e/test-build.ts';
import { type BuildCase, type Bundler, buildApp, newApp } from './app.ts';
import { darkPixels, INDEX, serveApp, showing } from './dev.ts';

const MAIN = `import { iconHref } from 'virtual:iconloom';\nglobalThis.href = iconHref('bookmark');`;

/** Builds the folder `below` of a project, as a framework does whose pages are there. */
async function buildBelow(
  project: string,
  below: string,
  { options = {}, vite = {} }: { options?: PluginOptions; vite?: InlineConfig } = {},
) {
  const root = join(project, below);
  const told: string[] = [];
  const tell = (message: string) => void told.push(message);
  await viteBuild({
    ...{ root, configFile: false, mode: 'production', ...vite },
    customLogger: {
      ...{ hasWarned: false, clearScreen() {}, hasErrorLogged: () => false },
      ...{ info: tell, warn: tell, warnOnce: tell, error: tell },
    },
    plugins: [viteIcons(options)],
    build: {
      ...{ outDir: join(project, 'dist'), rollupOptions: { input: join(root, 'main.js') } },
      ...vite.build,
    },
  });
  const tree = readTree(join(project, 'dist'));
  return {
    told: told.join('\n'),
    code: Object.entries(tree)
      .flatMap(([file, text]) => (/\.m?js$/.test(file) ? text : []))
      .join(),
    sprites: Object.keys(tree).filter((file) => file.endsWith('.svg')),
    ids: [
      ...Object.values(tree)
        .join()
        .matchAll(/<symbol id="([^"]+)"/g),
    ].map(([, id]) => id),
  };
}

const CONFIG = '{ "inputs": "icons" }';

describe('the project of a bundler whose root is a folder below', () => {
  test.each([
    ['Nuxt 4', { 'nuxt.config.ts': '', 'iconloom.config.json': CONFIG }, 'app'],
    [
      'Nuxt 4 with its own app.config.ts',
      { 'iconloom.config.json': CONFIG, 'app/app.config.ts': '' },
      'app',
    ],
    ['a page in src', { 'vite.config.js': '' }, 'src'],
    ['a page two folders below', { 'iconloom.config.json': CONFIG }, 'resources/js'],
  ])('is where its configuration is: %s', async (_, files, below) => {
    const project = newApp({ [`${below}/main.js`]: MAIN, ...files });
    const { ids } = await buildBelow(project, below);
    expect(ids).toEqual(['bookmark']);
    expect(existsSync(join(project, 'iconloom.d.ts'))).toBe(below !== 'src');
    expect(existsSync(join(project, below, 'iconloom.d.ts'))).toBe(below === 'src');
  });

  test('has the sprite of both sides, named as Nuxt names assets', async () => {
    const project = newApp({
      'nuxt.config.ts': '',
      'iconloom.config.json': CONFIG,
      'app/main.js': MAIN,
    });
    // As its builder configures Vite.
    const nuxt = (ssr: boolean): InlineConfig => ({
      build: {
        ...{ assetsDir: '/_nuxt/', emptyOutDir: false, outDir: join(project, 'dist') },
        ...(ssr ? { ssr: true } : {}),
        rollupOptions: {
          input: join(project, 'app/main.js'),
          output: {
            entryFileNames: ssr ? 'server.mjs' : '_nuxt/[hash].js',
            ...(!ssr && { assetFileNames: '_nuxt//[name].[hash][extname]' }),
          },
        },
      },
    });
    const client = await buildBelow(project, 'app', { vite: nuxt(false) });
    const report = /1 of 4 icons used → (\S+)/.exec(client.told)?.[1];
    expect(report).toMatch(/^_nuxt\/sprite\.\w+\.svg$/);
    expect(client.sprites).toEqual([report]);
    const server = await buildBelow(project, 'app', { vite: nuxt(true) });
    expect(server.sprites).toEqual([report]);
    expect(server.code).toContain(`"/${report}#`);
  });

  test.each<[string, PluginOptions, Readonly<Record<string, string>>]>([
    [
      'the inputs of the call are in it',
      { inputs: 'drawings' },
      { 'src/drawings/bookmark.svg': square(3) },
    ],
    [
      'a glob of the call is in it',
      { inputs: 'drawings/*.svg' },
      { 'src/drawings/bookmark.svg': square(3) },
    ],
    ['its folder icons is in it', {}, { 'src/icons/bookmark.svg': square(3) }],
    ['it has a configuration', {}, { 'src/iconloom.config.json': '{ "inputs": "../icons" }' }],
    ['it is a package', { inputs: '../icons' }, { 'src/package.json': '{}' }],
  ])('is that folder if %s', async (_, options, files) => {
    const project = newApp({ 'src/main.js': MAIN, ...files });
    const { ids } = await buildBelow(project, 'src', { options });
    expect(ids).toEqual(['bookmark']);
    expect(existsSync(join(project, 'src/iconloom.d.ts'))).toBe(true);
    expect(existsSync(join(project, 'src/src'))).toBe(false);
  });

  test.each<[Bundler, (project: string) => BuildCase]>([
    ['webpack', (project) => ({ webpack: { context: join(project, 'src'), entry: './main.js' } })],
    ['rspack', (project) => ({ webpack: { context: join(project, 'src'), entry: './main.js' } })],
    [
      'esbuild',
      (project) => ({
        esbuild: {
          ...{ absWorkingDir: join(project, 'src'), entryPoints: ['main.js'] },
          outdir: join(project, 'dist'),
        },
      }),
    ],
  ])('is found by %s, too', async (bundler, options) => {
    const project = newApp({ 'src/main.js': MAIN });
    const { ids } = await buildApp(bundler, project, options(project));
    expect(ids).toEqual(['bookmark']);
  });

  test('is not above the repository', async () => {
    const outer = temporaryFolder();
    writeTree(outer, {
      'package.json': '{}',
      'icons/bookmark.svg': square(3),
      'repository/site/main.js': MAIN,
    });
    mkdirSync(join(outer, 'repository/.git'));
    await expect(buildBelow(outer, 'repository/site')).rejects.toThrow(
      `relative to ${join(outer, 'repository/site')}`,
    );
  });

  test('is where files of problems are named from', async () => {
    const project = newApp({ 'app/main.js': MAIN.replace("'bookmark'", "'bookmrk'") });
    await expect(buildBelow(project, 'app')).rejects.toThrow(/app\/main\.js:2:\d+ error/);
  });

  test('is followed while developing', async () => {
    const project = newApp({
      ...{ 'nuxt.config.ts': '', 'iconloom.config.json': CONFIG },
      ...{ 'app/index.html': INDEX, 'app/src/main.js': showing('bookmark') },
    });
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const options = { inputs: undefined, dts: false } as never;
    const { page } = await serveApp(join(project, 'app'), browser, options);
    await page.waitForSelector('#bookmark use');
    await vi.waitFor(async () => expect(await darkPixels(page, '#bookmark')).toBe(4), 30_000);
    writeTree(project, { 'icons/bookmark.svg': square(10) });
    await vi.waitFor(async () => expect(await darkPixels(page, '#bookmark')).toBe(100), 30_000);
  });
});
