import { describe, expect, test } from 'vitest';
import { square, testBuild } from './test-build.ts';

const ICONS = {
  'icons/home.svg': square(2),
  'icons/nav/menuOpen.svg': square(4),
  'icons/nav/sub/heart_filled.svg': square(6),
};

/** Ids of the symbols of a sprite, in their order. */
function idsIn(sprite = ''): readonly string[] {
  return [...sprite.matchAll(/<symbol id="([^"]*)"/g)].map(([, id = '']) => id);
}

describe('a template of ids', () => {
  test.each([
    ['icon-[dir]-[name]', 'icon-home', 'icon-nav-menuOpen', 'icon-nav-sub-heart_filled'],
    ['[dir]--[name]', undefined, 'nav--menuOpen', 'nav--sub--heart_filled'],
    ['[path]', undefined, 'nav/menuOpen', 'nav/sub/heart_filled'],
    ['i_[folder]_[name]', 'i_icons_home', 'i_nav_menuOpen', 'i_sub_heart_filled'],
    ['[name]', undefined, 'menuOpen', 'heart_filled'],
  ])('%s gives each symbol an id beside its own', async (template, ...ids) => {
    const { tree } = await testBuild({ files: ICONS, config: { ids: template } });
    const own = ['home', 'nav-menu-open', 'nav-sub-heart-filled'];
    const expected = own.flatMap((id, index) => [id, ids[index] ?? []].flat());
    expect(idsIn(tree['sprite.svg'])).toEqual(expected);
  });

  test('that gives the id that the symbol has adds nothing', async () => {
    const { tree } = await testBuild({
      files: ICONS,
      config: { prefix: 'icon-', ids: 'icon-[dir]-[name]' },
    });
    expect(idsIn(tree['sprite.svg'])).toEqual([
      'icon-home',
      ...['icon-nav-menu-open', 'icon-nav-menuOpen'],
      ...['icon-nav-sub-heart-filled', 'icon-nav-sub-heart_filled'],
    ]);
  });

  test('keeps the box of an icon, and draws the symbol at its place', async () => {
    const box =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -4 16 8" preserveAspectRatio="none"><path d="M0 0h4v4H0z"/></svg>';
    const { tree } = await testBuild({
      files: { 'icons/wideBox.svg': box },
      config: { ids: '[name]' },
    });
    expect(tree['sprite.svg']).toContain(
      '<symbol id="wideBox" viewBox="-8 -4 16 8" preserveAspectRatio="none"><use href="#wide-box" x="-8" y="-4"/></symbol>',
    );
  });

  test('that gives two icons one id is an error with both files', async () => {
    const { diagnostics } = await testBuild({
      files: { 'icons/a/home.svg': square(2), 'icons/b/home.svg': square(4) },
      config: { ids: 'icon-[name]' },
      diagnostics: ['icons/b/home.svg id-clash'],
    });
    expect(diagnostics[0]).toMatchObject({
      message:
        "The id 'icon-home' (icon-[name]) of 'b-home' is also the id of 'a-home' (icons/a/home.svg).",
      others: ['icons/a/home.svg'],
    });
  });

  test('that gives an icon the id of another is an error with both files', async () => {
    await testBuild({
      files: { 'icons/a/home.svg': square(2), 'icons/home.svg': square(4) },
      config: { ids: '[name]' },
      diagnostics: ['icons/a/home.svg id-clash'],
    });
  });

  test('that no link could name is reported, and left out', async () => {
    const { tree } = await testBuild({
      files: { 'icons/Menu Open.svg': square(2) },
      config: { ids: 'icon-[name]' },
      diagnostics: ['icons/Menu Open.svg id-unusable'],
    });
    expect(idsIn(tree['sprite.svg'])).toEqual(['menu-open']);
  });

  test('stands in the manifest', async () => {
    const { tree } = await testBuild({ files: ICONS, config: { ids: '[dir]/[name]' } });
    const { icons } = JSON.parse(tree['manifest.json'] ?? '');
    expect(icons['nav-menu-open'].ids).toEqual(['nav/menuOpen']);
    expect(icons.home.ids).toBeUndefined();
  });
});

describe('an alias in another spelling', () => {
  const files = {
    ...ICONS,
    'icons/home.meta.json': '{ "aliases": ["homePage", "house"] }',
  };

  test('is an id of its symbol, behind the prefix; one in kebab-case is a name alone', async () => {
    const { tree } = await testBuild({ files, config: { prefix: 'i-' } });
    expect(idsIn(tree['sprite.svg']).slice(0, 2)).toEqual(['i-home', 'i-homePage']);
  });

  test('is a name, and no constant', async () => {
    const { tree } = await testBuild({ files });
    expect(tree['icons.js']).toContain('homePage: "home"');
    expect(tree['icons.d.ts']?.match(/homePage/g)).toHaveLength(1);
  });

  test('survives a second build out of the cache', async () => {
    const { cwd, tree } = await testBuild({ files, config: { cache: '.kept' } });
    expect((await testBuild({ cwd, config: { cache: '.kept' } })).tree).toEqual(tree);
  });
});
