import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
// Built, since threads of its own cannot run TypeScript.
import { watch } from '../../dist/index.js';
import { checkIcons } from '../../src/pipeline/check.ts';
import {
  readTree,
  square,
  type Tree,
  temporaryFolder,
  testBuild,
  writeTree,
} from './test-build.ts';

const FILES = { 'icons/box.svg': square(8), 'icons/cup.svg': square(6) };

const CONFIG = {
  out: 'src/icons',
  publicDir: 'public/icons',
  fileName: '[name].[hash].svg',
  base: '/icons',
};

const pathsIn = (cwd: string, folder: string) => Object.keys(readTree(join(cwd, folder)));

/** The link that the names of a build give. */
async function linkIn(cwd: string, name: string): Promise<string> {
  const url = `${pathToFileURL(join(cwd, 'src/icons/icons.js'))}?${Math.random()}`;
  return (await import(url)).iconHref(name);
}

describe('sprites in a folder of their own', () => {
  test('that folder holds what browsers load, and the other one the code', async () => {
    const config = { ...CONFIG, layouts: ['stack' as const] };
    const { cwd, tree } = await testBuild({ files: FILES, config });
    const served = pathsIn(cwd, 'public');
    expect(served).toEqual([
      'icons/sprite-stack.css',
      'icons/sprite-stack.svg',
      expect.stringMatching(/^icons\/sprite\.[0-9a-f]{8}\.svg$/),
    ]);
    expect(Object.keys(tree)).toEqual(['icons.d.ts', 'icons.js', 'manifest.json']);
    expect(await linkIn(cwd, 'box')).toBe(`/${served[2]}#box`);
    const manifest = JSON.parse(tree['manifest.json'] ?? '');
    expect(manifest.sprites.sprite.file).toBe(`../../public/${served[2]}`);
    expect(manifest.files).toContain('../../public/icons/sprite-stack.css');
  });

  test('an edit gives another name, and the file of before goes, but no file of others', async () => {
    const { cwd } = await testBuild({ files: FILES, config: CONFIG });
    const [before] = pathsIn(cwd, 'public/icons');
    writeTree(cwd, { 'icons/box.svg': square(9), 'public/icons/sprite.0badcafe.svg': '<svg/>' });
    const { result } = await testBuild({ cwd, config: CONFIG });
    const after = pathsIn(cwd, 'public/icons');
    expect(after).toHaveLength(2);
    expect(after).toContain('sprite.0badcafe.svg');
    expect(after).not.toContain(before);
    expect(await linkIn(cwd, 'box')).toBe(
      `/icons/${after.find((file) => file !== 'sprite.0badcafe.svg')}#box`,
    );
    expect(result?.changes).toContainEqual({
      path: `../../public/icons/${before}`,
      status: 'removed',
    });
    const again = await testBuild({ cwd, config: CONFIG });
    expect(again.result?.changes.map(({ status }) => status)).not.toContain('written');
    expect(pathsIn(cwd, 'public/icons')).toEqual(after);
  });

  test('sprites of a build without that folder move there', async () => {
    const { cwd } = await testBuild({ files: FILES, config: { out: 'src/icons' } });
    const { tree } = await testBuild({ cwd, config: CONFIG });
    expect(Object.keys(tree)).not.toContain('sprite.svg');
    expect(pathsIn(cwd, 'public/icons')).toHaveLength(1);
  });

  test('with split, each has a name of its own', async () => {
    const files = { ...FILES, 'icons/nav/menu.svg': square(5) };
    const { cwd } = await testBuild({ files, config: { ...CONFIG, split: 'folder' } });
    expect(pathsIn(cwd, 'public/icons')).toEqual([
      expect.stringMatching(/^nav\.[0-9a-f]{8}\.svg$/),
      expect.stringMatching(/^sprite\.[0-9a-f]{8}\.svg$/),
    ]);
    expect(await linkIn(cwd, 'nav-menu')).toMatch(/^\/icons\/nav\.\w{8}\.svg#nav-menu$/);
  });

  test('what lies there is no icon, and its folder is none for icons', async () => {
    const config = { inputs: ['icons', 'public'], ...CONFIG, publicDir: 'public' };
    const files = { ...FILES, 'public/favicon.svg': square(3) };
    const { cwd, result } = await testBuild({
      files,
      config: { ...config, inputs: ['icons', 'public/*.svg'] },
    });
    expect(result?.stats.icons).toBe(3);
    const again = await testBuild({
      cwd,
      config: { ...config, inputs: ['icons', 'public/*.svg'] },
    });
    expect(again.result?.stats.icons).toBe(3);
    await testBuild({ cwd, config, diagnostics: ['configuration out-is-input'] });
  });

  test('a manifest that someone changed leads to no other file', async () => {
    const { cwd, tree } = await testBuild({ files: FILES, config: CONFIG });
    const strange = [
      ...[
        '../../public/icons/../../secret.svg',
        '../../secret.svg',
        '../../public/icons/page.html',
      ],
      '../../public/icons/sub/../../../secret.svg',
    ];
    const manifest = JSON.parse(tree['manifest.json'] ?? '');
    writeTree(cwd, {
      'secret.svg': 'secret',
      'public/icons/page.html': 'page',
      'public/icons/sub/other.svg': 'other',
      'src/icons/manifest.json': JSON.stringify({
        ...manifest,
        files: [...manifest.files, ...strange],
      }),
    });
    await testBuild({ cwd, config: CONFIG });
    const kept: Tree = readTree(cwd);
    expect(kept['secret.svg']).toBe('secret');
    expect(kept['public/icons/page.html']).toBe('page');
  });

  test('a check sees that they are old, or gone', async () => {
    const { cwd } = await testBuild({ files: FILES, config: CONFIG });
    const told = async () => {
      const config = { ...CONFIG, lint: { drift: true, preset: 'none' as const } };
      const { diagnostics } = await checkIcons(config, { cwd, command: 'npm run icons' });
      return diagnostics.map(({ file, code }) => `${file} ${code}`);
    };
    expect(await told()).toEqual([]);
    writeTree(cwd, { 'icons/box.svg': square(9) });
    expect(await told()).toEqual([expect.stringMatching(/^public\/icons\/.* outputs-stale$/)]);
  });

  test('a watch keeps one sprite, and the names lead to it', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'package.json': '{}', ...FILES });
    const watcher = watch(CONFIG, { cwd });
    onTestFinished(() => watcher.close());
    const SLOW = { timeout: 30_000 };
    const sprites = () => Object.entries(readTree(join(cwd, 'public/icons')));
    for (const side of [8, 9, 10, 9]) {
      writeFileSync(join(cwd, 'icons/box.svg'), square(side));
      await vi.waitFor(async () => {
        expect(sprites()).toHaveLength(1);
        const [[file, text] = ['', '']] = sprites();
        expect(text).toContain(`h${side}v${side}`);
        expect(await linkIn(cwd, 'box')).toBe(`/icons/${file}#box`);
      }, SLOW);
    }
  });
});

test.each(['icons.js', '../sprite.svg', '/sprite.svg', 'a b.svg', '[ext].svg', './[name].svg'])(
  'the file name %s is refused',
  async (fileName) => {
    await testBuild({
      files: FILES,
      config: { fileName },
      diagnostics: ['configuration invalid-option'],
    });
  },
);

test('one file name for several sprites is refused', async () => {
  const config = { split: 'folder' as const, fileName: 'icons.svg' };
  await testBuild({ files: FILES, config, diagnostics: ['configuration invalid-option'] });
});
