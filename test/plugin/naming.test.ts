import { describe, expect, test } from 'vitest';
import { type Bundler, buildApp, newApp } from './app.ts';

const USING = `import { iconHref } from 'virtual:iconloom';
console.log(iconHref('bookmark'));`;

const newPage = () => newApp({ 'src/main.js': USING });

describe('with Vite the sprite', () => {
  test.each(['', '.', './', 'static/'])('lies in the assetsDir %j', async (assetsDir) => {
    const app = await buildApp('vite', newPage(), { vite: { build: { assetsDir } } });
    const folder = assetsDir === 'static/' ? assetsDir : '';
    expect(app.sprites).toEqual([expect.stringMatching(/^(static\/)?sprite\.[0-9a-f]{8}\.svg$/)]);
    expect(app.sprites[0]?.startsWith(`${folder}sprite.`)).toBe(true);
    expect(app.code).toContain(`"/${app.sprites[0]}#"`);
  });

  test('is named by the output of an environment', async () => {
    const output = { assetFileNames: 'all/[name][extname]' };
    const environments = { client: { build: { rolldownOptions: { output } } } };
    const app = await buildApp('vite', newPage(), { vite: { environments } });
    expect(app.sprites).toEqual(['all/sprite.svg']);
  });

  test('has an entry in the manifest, also with a name of its own', async () => {
    const vite = { build: { manifest: true } };
    const hashed = await buildApp('vite', newPage(), { vite });
    const entry = (text = '{}') => JSON.parse(text)['sprite.svg'];
    expect(entry(hashed.files.get('.vite/manifest.json'))).toEqual({
      file: hashed.sprites[0],
      src: 'sprite.svg',
    });
    const fixed = await buildApp('vite', newPage(), { vite, options: { fileName: 'a/icons.svg' } });
    expect(entry(fixed.files.get('.vite/manifest.json')).file).toBe('a/icons.svg');
  });

  test('has an entry in the manifest for each folder', async () => {
    const root = newApp({
      'src/main.js': `import { iconHref } from 'virtual:iconloom';
console.log(iconHref('bookmark'), iconHref('nav-menu'));`,
    });
    const app = await buildApp('vite', root, {
      options: { split: 'folder' },
      vite: { build: { manifest: 'files.json' } },
    });
    const entries = Object.values(JSON.parse(app.files.get('files.json') ?? '{}'));
    const files = entries.map((entry) => (entry as { file: string }).file);
    expect(app.sprites.length).toBe(2);
    expect(files).toEqual(expect.arrayContaining([...app.sprites]));
  });
});

/** The options of each bundler that name its assets. */
const NAMED: readonly (readonly [Bundler, (names: unknown) => object])[] = [
  [
    'vite',
    (assetFileNames) => ({ vite: { build: { rollupOptions: { output: { assetFileNames } } } } }),
  ],
  ['rollup', (assetFileNames) => ({ output: { assetFileNames } })],
  ['rolldown', (assetFileNames) => ({ output: { assetFileNames } })],
];

describe.each(NAMED)('with %s the sprite', (bundler, optionsOf) => {
  test.each([
    ['files/[name]-[hash][extname]', /^files\/sprite-[0-9a-f]{8}\.svg$/],
    ['[ext]/[hash:12].[ext]', /^svg\/[0-9a-f]{12}\.svg$/],
    ['fixed/[name][extname]', /^fixed\/sprite\.svg$/],
  ])('is named by assetFileNames %s', async (names, file) => {
    const app = await buildApp(bundler, newPage(), optionsOf(names));
    expect(app.sprites).toEqual([expect.stringMatching(file)]);
  });

  test('is named by a function', async () => {
    const names = ({ names: [name = ''] }: { names: string[] }) =>
      name.endsWith('.svg') ? 'vector/[name].[hash][extname]' : 'other/[name][extname]';
    const app = await buildApp(bundler, newPage(), optionsOf(names));
    expect(app.sprites).toEqual([expect.stringMatching(/^vector\/sprite\.[0-9a-f]{8}\.svg$/)]);
  });

  test('is named by its own option before all else', async () => {
    const options = { fileName: 'own/[name].svg' };
    const named = { options, ...optionsOf('files/[name][extname]') };
    expect((await buildApp(bundler, newPage(), named)).sprites).toEqual(['own/sprite.svg']);
  });
});

describe.each(['webpack', 'rspack'] as const)('with %s the sprite', (bundler) => {
  test.each([
    ['files/[name].[contenthash:10][ext][query]', /^files\/sprite\.[0-9a-f]{10}\.svg$/],
    ['[base]', /^sprite\.svg$/],
  ])('is named by assetModuleFilename %s', async (assetModuleFilename, file) => {
    const webpack = { output: { assetModuleFilename } };
    const app = await buildApp(bundler, newPage(), { webpack });
    expect(app.sprites).toEqual([expect.stringMatching(file)]);
    expect(app.code).toContain(`"${app.sprites[0]}"`);
  });

  test('is named by a function', async () => {
    const assetModuleFilename = ({ filename = '' }) => `all/${filename}`;
    const webpack = { output: { assetModuleFilename } };
    expect((await buildApp(bundler, newPage(), { webpack })).sprites).toEqual(['all/sprite.svg']);
  });
});

test.each([
  ['files/[dir]/[name]-[hash]', /^files\/sprite-[0-9a-f]{8}\.svg$/],
  ['[ext]/[name]', /^svg\/sprite\.svg$/],
])('with esbuild the sprite is named by assetNames %s', async (assetNames, file) => {
  const app = await buildApp('esbuild', newPage(), { esbuild: { assetNames } });
  expect(app.sprites).toEqual([expect.stringMatching(file)]);
});
