import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
// Built, since threads of its own cannot run TypeScript.
import { watch } from '../../dist/index.js';
import type { UserConfig } from '../../src/config/types.ts';
import type { Manifest } from '../../src/emit/manifest.ts';
import { build } from '../../src/pipeline/build.ts';
import { run } from './run-cli.ts';
import { namesIn, readTree, square, temporaryFolder, testBuild, writeTree } from './test-build.ts';

const PACK = 'node_modules/@acme/icons';

/** A package with drawings in `svg`, and what else its package.json says. */
function pack(fields: object = {}, folder = PACK): Record<string, string> {
  return {
    [`${folder}/package.json`]: JSON.stringify({ name: '@acme/icons', ...fields }),
    [`${folder}/svg/house.svg`]: square(4),
    [`${folder}/svg/nav/menu.svg`]: square(6),
  };
}

const sourcesIn = (tree: Readonly<Record<string, string>>) =>
  Object.values((JSON.parse(tree['manifest.json'] ?? '') as Manifest).icons).map(
    ({ source }) => source,
  );

describe('a package as an input', () => {
  test.each([
    ['a folder of it', '@acme/icons/svg', {}, ['house', 'nav-menu']],
    ['all of it', '@acme/icons', {}, ['svg-house', 'svg-nav-menu']],
    ['a glob in it', '@acme/icons/svg/*.svg', {}, ['house']],
    ['a glob of all of it', '@acme/icons/**/nav/*.svg', {}, ['svg-nav-menu']],
    ['a file of it', '@acme/icons/svg/nav/menu.svg', {}, ['menu']],
    ['a slash at the end', '@acme/icons/svg/', {}, ['house', 'nav-menu']],
    ['an exported folder', '@acme/icons/all', { './all': './svg' }, ['house', 'nav-menu']],
    ['an exported pattern', '@acme/icons/all', { './all/*': './svg/*' }, ['house', 'nav-menu']],
    ['a pattern of files', '@acme/icons', { './*.svg': './svg/*.svg' }, ['house', 'nav-menu']],
    ['a glob of an export', '@acme/icons/all/*.svg', { './all/*': './svg/*' }, ['house']],
    ['an exported file', '@acme/icons/menu.svg', { './*.svg': './svg/nav/*.svg' }, ['menu']],
    [
      'a condition',
      '@acme/icons/a',
      { './a': { import: './svg', require: './x' } },
      ['house', 'nav-menu'],
    ],
    ['a main entry of code', '@acme/icons/svg', './index.js', ['house', 'nav-menu']],
    ['a folder that is no export', '@acme/icons/svg', { '.': './index.js' }, ['house', 'nav-menu']],
  ] as const)('%s: %s', async (_, inputs, exports, names) => {
    const fields = Object.keys(exports).length > 0 ? { exports } : {};
    const { tree } = await testBuild({ files: pack(fields), config: { inputs } });
    expect(namesIn(tree)).toEqual(names);
  });

  test.each([
    ['installed', false],
    ['of a workspace', true],
  ])('%s: globs that leave out, and of colors, name files of it', async (_, isLinked) => {
    const cwd = isLinked ? join(linkedPackage(), 'app') : temporaryFolder();
    if (!isLinked) writeTree(cwd, pack());
    const config = (left: UserConfig): UserConfig => ({ inputs: '@acme/icons/svg', ...left });
    const names = async (left: UserConfig) =>
      namesIn((await testBuild({ cwd, config: config(left) })).tree);
    expect(await names({ inputs: ['@acme/icons/svg', '!@acme/icons/svg/nav/*.svg'] })).toEqual([
      'house',
    ]);
    expect(await names({ exclude: '@acme/icons/**/house.svg' })).toEqual(['nav-menu']);
    const color = { '@acme/icons/svg/nav/**': 'currentColor' } as const;
    const { tree } = await testBuild({ cwd, config: config({ color }) });
    expect(tree['sprite.svg']?.match(/currentColor/g)).toHaveLength(1);
  });

  test('is found from a folder above, and by a name without scope', async () => {
    const root = temporaryFolder();
    writeTree(root, pack({}, 'node_modules/plain-icons'));
    const cwd = join(root, 'apps/web');
    mkdirSync(cwd, { recursive: true });
    const { tree } = await testBuild({ cwd, config: { inputs: 'plain-icons/svg' } });
    expect(namesIn(tree)).toEqual(['house', 'nav-menu']);
  });

  test('of a workspace is read where it is written', async () => {
    const root = linkedPackage();
    const { tree } = await testBuild({
      cwd: join(root, 'app'),
      config: { inputs: '@acme/icons/svg' },
    });
    expect(sourcesIn(tree)).toEqual([
      '../packages/icons/svg/house.svg',
      '../packages/icons/svg/nav/menu.svg',
    ]);
  });

  test('stands behind a local folder and a local glob of the same name', async () => {
    const files = {
      ...pack({}, 'node_modules/plain-icons'),
      'plain-icons/svg/own.svg': square(8),
    };
    for (const inputs of ['plain-icons/svg', 'plain-icons/svg/*.svg']) {
      const { tree } = await testBuild({ files, config: { inputs } });
      expect(namesIn(tree)).toEqual(['own']);
    }
  });

  test('without the sprites that it ships', async () => {
    const { cwd } = await testBuild({
      files: pack(),
      config: { inputs: '@acme/icons/svg', out: `${PACK}/dist` },
    });
    const { tree } = await testBuild({ cwd, config: { inputs: '@acme/icons' } });
    expect(namesIn(tree)).toEqual(['svg-house', 'svg-nav-menu']);
  });

  test('follows another version of it, out of the cache or not', async () => {
    const config = { inputs: '@acme/icons/svg' };
    const { cwd } = await testBuild({ files: pack(), config });
    expect((await build(config, { cwd })).stats.worked).toBe(0);
    const { tree } = await testBuild({
      cwd,
      config,
      files: { [`${PACK}/svg/new.svg`]: square(9) },
    });
    expect(namesIn(tree)).toEqual(['house', 'nav-menu', 'new']);
    const local = await testBuild({
      ...{ cwd, config },
      files: { '@acme/icons/svg/mine.svg': square(3) },
    });
    expect(namesIn(local.tree)).toEqual(['mine']);
  });

  test('is found from the folder of the configuration, wherever the command runs', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, {
      ...pack({}, `web/${PACK}`),
      'web/iconloom.config.json':
        '{ "inputs": ["@acme/icons/svg", "!@acme/icons/svg/n*/**"], "out": "built" }',
    });
    const { code, stderr } = await run(cwd, 'build', '--config', 'web/iconloom.config.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(namesIn(readTree(join(cwd, 'web/built')))).toEqual(['house']);
  });

  test.each([
    [
      'that is not installed',
      '@acme/none/svg',
      'package-missing',
      "The package '@acme/none' is not installed.",
    ],
    [
      'that the project asks for',
      'plain-icons/svg',
      'package-missing',
      "The package 'plain-icons' is not installed.",
    ],
    [
      'that lacks the folder',
      '@acme/icons/svgs',
      'package-lacks',
      "The package '@acme/icons' does not contain or export 'svgs'.",
    ],
    [
      'that keeps a folder for itself',
      '@acme/icons/private',
      'package-lacks',
      "The package '@acme/icons' does not contain or export 'private'.",
    ],
  ] as const)('%s is reported', async (_, inputs, code, message) => {
    const { diagnostics } = await testBuild({
      files: {
        ...pack({ exports: { './private/*': null } }),
        [`${PACK}/private/a.svg`]: square(4),
        'package.json': '{ "dependencies": { "plain-icons": "1" } }',
      },
      config: { inputs },
      diagnostics: [`configuration ${code}`],
    });
    expect(diagnostics[0]?.message).toContain(message);
  });

  test('a folder that is missing is no package', async () => {
    await testBuild({
      config: { inputs: 'src/icons' },
      diagnostics: ['configuration input-empty'],
    });
  });

  test('takes no icons of `iconloom add`', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, {
      ...pack(),
      'iconloom.config.json': '{ "inputs": ["@acme/icons/svg", "own"] }',
      'own/a.svg': square(2),
      'new.svg': square(3),
    });
    const { code } = await run(cwd, 'add', './new.svg');
    expect(code).toBe(0);
    expect(Object.keys(readTree(join(cwd, 'own')))).toContain('new.svg');
  });

  test('of a workspace is watched', async () => {
    const root = linkedPackage();
    const watcher = watch({ inputs: '@acme/icons/svg' }, { cwd: join(root, 'app') });
    onTestFinished(() => watcher.close());
    const names = () => namesIn(readTree(join(root, 'app/dist')));
    await vi.waitFor(() => expect(names()).toEqual(['house', 'nav-menu']), 30_000);
    writeTree(root, { 'packages/icons/svg/star.svg': square(7) });
    await vi.waitFor(() => expect(names()).toEqual(['house', 'nav-menu', 'star']), 30_000);
  });
});

/** A workspace with an app, and a package of icons that is linked into its `node_modules`. */
function linkedPackage(): string {
  const root = temporaryFolder();
  writeTree(root, {
    'package.json': '{ "workspaces": ["app", "packages/*"] }',
    'app/package.json': '{}',
    ...pack({}, 'packages/icons'),
  });
  const link = join(root, PACK);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(root, 'packages/icons'), link);
  return root;
}
