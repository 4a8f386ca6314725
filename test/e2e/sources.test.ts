import { describe, expect, test } from 'vitest';
import type { UserConfig } from '../../src/config/types.ts';
import type { Manifest } from '../../src/emit/manifest.ts';
import { build } from '../../src/pipeline/build.ts';
import { namesIn, square, testBuild } from './test-build.ts';

const SET = JSON.stringify({
  prefix: 'tiny',
  width: 24,
  height: 24,
  icons: {
    box: { body: '<path d="M0 0h8v8H0z"/>' },
    wide: { body: '<path d="M0 0h8v8H0z"/>', width: 48 },
    corner: { body: '<path d="M12 12h8v8h-8z"/>', left: 12, top: 12, width: 12, height: 12 },
    gone: { body: '<path d="M0 0h1v1z"/>', hidden: true },
  },
  aliases: {
    crate: { parent: 'box' },
    chest: { parent: 'crate' },
    flipped: { parent: 'box', hFlip: true },
    'upside-down': { parent: 'flipped', rotate: 2 },
  },
});

const PACK = 'node_modules/@iconify-json/tiny';
const FILES = { [`${PACK}/icons.json`]: SET, [`${PACK}/package.json`]: '{}' };
const FROM = '@iconify-json/tiny';

const CATEGORIES = { Shapes: ['box', 'none'], Signs: ['box', 'wide'] };

const manifestOf = (tree: Readonly<Record<string, string>>): Manifest =>
  JSON.parse(tree['manifest.json'] ?? '');

describe('an Iconify package', () => {
  test('gives all icons but hidden ones; aliases that change nothing are aliases', async () => {
    const { tree } = await testBuild({ files: FILES, config: { inputs: { from: FROM } } });
    expect(namesIn(tree)).toEqual(['box', 'corner', 'flipped', 'upside-down', 'wide']);
    const { icons } = manifestOf(tree);
    expect(icons.box).toMatchObject({
      aliases: ['chest', 'crate'],
      viewBox: '0 0 24 24',
      source: '@iconify-json/tiny/icons.json#box',
    });
    expect(icons.wide).toMatchObject({ viewBox: '0 0 48 24', width: 48, height: 24 });
    expect(icons.corner).toMatchObject({ viewBox: '12 12 12 12' });
    expect(tree['sprite.svg']).toContain(
      'id="flipped" viewBox="0 0 24 24"><path d="M24 0h-8v8h8z"',
    );
  });

  test('gives the icons that are named, hidden ones and aliases too', async () => {
    const { tree } = await testBuild({
      files: FILES,
      config: { inputs: [{ from: FROM, icons: ['crate', 'gone'], folder: 'tiny' }] },
    });
    expect(namesIn(tree)).toEqual(['tiny-crate', 'tiny-gone']);
  });

  test.each([
    [
      'in the set',
      { [`${PACK}/icons.json`]: JSON.stringify({ ...JSON.parse(SET), categories: CATEGORIES }) },
    ],
    ['beside it', { [`${PACK}/metadata.json`]: JSON.stringify({ categories: CATEGORIES }) }],
  ])('gives the categories %s, the first of each icon', async (_, files) => {
    const { tree } = await testBuild({
      files: { ...FILES, ...files },
      config: { inputs: { from: FROM } },
    });
    const { icons } = manifestOf(tree);
    expect(icons.box?.category).toBe('Shapes');
    expect(icons.wide?.category).toBe('Signs');
    expect(icons.corner).not.toHaveProperty('category');
  });

  test.each(['null', '{', '{"categories":{"Shapes":"box"}}', '{"categories":[]}'])(
    'has no categories where they are %s',
    async (text) => {
      const { tree } = await testBuild({
        files: { ...FILES, [`${PACK}/metadata.json`]: text },
        config: { inputs: { from: FROM } },
      });
      expect(manifestOf(tree).icons.box).not.toHaveProperty('category');
    },
  );

  test('stands beside folders', async () => {
    const { tree } = await testBuild({
      files: { ...FILES, 'icons/lid.svg': square(4) },
      config: { inputs: ['icons', { from: FROM, icons: ['box'] }] },
    });
    expect(namesIn(tree)).toEqual(['box', 'lid']);
  });

  test('can be a file', async () => {
    const { tree } = await testBuild({
      files: { 'sets/tiny.json': SET },
      config: { inputs: { from: './sets/tiny.json', icons: ['box'] } },
    });
    expect(manifestOf(tree).icons.box?.source).toBe('sets/tiny.json#box');
  });

  test('of many sets gives each a folder', async () => {
    const all = 'node_modules/@iconify/json';
    const { tree } = await testBuild({
      files: {
        [`${all}/package.json`]: '{}',
        [`${all}/json/a.json`]: SET,
        [`${all}/json/b.json`]: SET,
      },
      config: { inputs: { from: '@iconify/json', icons: ['box', 'wide'] }, split: 'folder' },
    });
    expect(namesIn(tree)).toEqual(['a-box', 'a-wide', 'b-box', 'b-wide']);
    expect(Object.keys(manifestOf(tree).sprites)).toEqual(['a', 'b']);
  });

  test('takes an icon out of the cache, and works anew on what changed', async () => {
    const config: UserConfig = { inputs: { from: FROM } };
    const { cwd } = await testBuild({ files: FILES, config });
    expect((await build(config, { cwd })).stats.worked).toBe(0);
    const files = {
      [`${PACK}/icons.json`]: SET.replace('"M0 0h8v8H0z"/>","width', '"M0 0h7v7H0z"/>","width'),
    };
    const { result } = await testBuild({ files, config, cwd });
    expect(result?.stats.worked).toBe(SET === Object.values(files)[0] ? 0 : 1);
  });

  test.each([
    ['that is not installed', '@iconify-json/none', FILES, 'iconify-unusable'],
    ['that is no JSON', './set.json', { 'set.json': '{' }, 'iconify-unusable'],
    ['that is no set', './set.json', { 'set.json': '{}' }, 'iconify-unusable'],
  ] as const)('%s is told', async (_, from, files, code) => {
    await testBuild({
      files,
      config: { inputs: { from } },
      diagnostics: [`configuration ${code}`],
    });
  });

  test('without an icon that is asked for is told, with the nearest name', async () => {
    const { diagnostics } = await testBuild({
      files: FILES,
      config: { inputs: { from: FROM, icons: ['boxx'] } },
      diagnostics: ['configuration iconify-unknown'],
    });
    expect(diagnostics[0]?.message).toBe(
      "'@iconify-json/tiny' has no icon 'boxx'. Did you mean 'box'?",
    );
  });
});

describe('several sprites', () => {
  const files = {
    'icons/box.svg': square(8),
    'icons/nav/up.svg': square(7),
    'icons/nav/deep/down.svg': square(6),
    'icons/Social Media/chat.svg': square(5),
  };

  test('one for each folder right below the inputs', async () => {
    const { tree } = await testBuild({ files, config: { split: 'folder' } });
    expect(Object.keys(tree).sort()).toEqual([
      ...['icons.d.ts', 'icons.js', 'manifest.json'],
      ...['nav.svg', 'social-media.svg', 'sprite.svg'],
    ]);
    const { sprites, icons } = manifestOf(tree);
    expect(sprites.nav?.icons).toEqual(['nav-deep-down', 'nav-up']);
    expect(sprites['social-media']?.icons).toEqual(['social-media-chat']);
    expect(sprites.sprite?.icons).toEqual(['box']);
    expect(icons['nav-up']?.sprite).toBe('nav');
  });

  test('by size, each below the budget unless one icon alone is larger', async () => {
    const { tree, result } = await testBuild({ files, config: { split: 200 } });
    expect(Object.keys(manifestOf(tree).sprites)).toEqual(['sprite', 'sprite-2']);
    expect(result?.sprites.map(({ icons }) => icons.length)).toEqual([2, 2]);
    const { result: alone } = await testBuild({ files, config: { split: 10 } });
    expect(alone?.sprites.map(({ file }) => file)).toEqual([
      ...['sprite.svg', 'sprite-2.svg', 'sprite-3.svg', 'sprite-4.svg'],
    ]);
  });

  test('the names know which sprite holds an icon', async () => {
    const { tree } = await testBuild({
      files,
      config: { split: 'folder', aliases: { top: 'nav-up' }, prefix: 'i-' },
    });
    const url = `data:text/javascript,${encodeURIComponent(tree['icons.js'] ?? '')}`;
    const names = await import(/* @vite-ignore */ url);
    expect(names.iconNames).toEqual(['box', 'nav-deep-down', 'nav-up', 'social-media-chat']);
    expect(names.iconHref('nav-up', '/a')).toBe('/a/nav.svg#i-nav-up');
    expect(names.iconHref('top')).toBe('nav.svg#i-nav-up');
    expect(names.iconHref('box')).toBe('sprite.svg#i-box');
    expect(names.icons['social-media-chat'].sprite).toBe('social-media.svg');
  });

  test('those that no longer belong are removed', async () => {
    const { cwd } = await testBuild({ files, config: { split: 'folder' } });
    const { tree } = await testBuild({ cwd });
    expect(Object.keys(tree).sort()).toEqual([
      'icons.d.ts',
      'icons.js',
      'manifest.json',
      'sprite.svg',
    ]);
  });

  test('a folder whose sprite would have the name of a layout is told', async () => {
    await testBuild({
      files: { 'icons/box.svg': square(8), 'icons/sprite-css/cup.svg': square(4) },
      config: { split: 'folder', layouts: 'css' },
      diagnostics: ['sprite-css.svg output-clash'],
    });
  });
});
