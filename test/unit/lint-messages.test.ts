import { describe, expect, test } from 'vitest';
import { createLintSource } from '../../src/lint/lint-source.ts';
import { aliases } from '../../src/lint/rules/aliases.ts';
import { deprecations } from '../../src/lint/rules/deprecations.ts';
import { metadata } from '../../src/lint/rules/metadata.ts';
import { naming } from '../../src/lint/rules/naming.ts';
import { spriteBudget } from '../../src/lint/rules/sprite-budget.ts';
import type { LintFinding, Rule } from '../../src/lint/types.ts';
import { type IconChanges, iconOf } from './icons.ts';

const TEXT = '<svg viewBox="0 0 8 8"><path d="M0 0h8"/></svg>';

interface Case extends IconChanges {
  readonly file?: string;
}

function drawing(name: string, { file = `icons/${name}.svg`, ...changes }: Case = {}) {
  const icon = iconOf(name, changes);
  return createLintSource(TEXT, { ...icon, source: { ...icon.source, file } });
}

/** Messages of a rule about drawings. */
async function messages(
  rule: Rule,
  sources: readonly ReturnType<typeof drawing>[],
  options: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const found: LintFinding[] = [];
  if (rule.scope === 'set') found.push(...(await rule.check({ sources, sprites: [] }, options)));
  else for (const each of sources) found.push(...(await rule.check(each, options)));
  return found.map(({ message }) => message);
}

describe('naming', () => {
  test.each([
    ['Frame 12', 'frame-12', 'the drawing tool'],
    ['Vector-3', 'vector-3', 'the drawing tool'],
    ['home copy 2', 'home-copy-2', 'a copy'],
    ['Copy of home', 'copy-of-home', 'a copy'],
    ['home (1)', 'home-1', 'a second download'],
    ['Size=24, State=Hover', 'size-24-state-hover', 'the properties of a Figma variant'],
  ])('tells of %s', async (base, name, by) => {
    expect(await messages(naming, [drawing(name, { file: `icons/${base}.svg` })])).toEqual([
      `The file is called '${base}', a name that comes from ${by}, so the icon is '${name}'.`,
    ]);
  });

  test.each(['clipboard-copy', 'vector', 'frame', 'group', 'layers-2', 'copyright'])(
    'keeps still about %s',
    async (name) => expect(await messages(naming, [drawing(name)])).toEqual([]),
  );

  test('asks for the names of icons as names of files, where that is asked for', async () => {
    const menu = drawing('nav-menu-open', { file: 'icons/nav/Menu Open.svg' });
    expect(await messages(naming, [menu])).toEqual([]);
    expect(await messages(naming, [menu], { kebab: true })).toEqual([
      "The file is called 'Menu Open', but its icon is 'menu-open', so a search for one does not find the other.",
    ]);
  });

  test('holds names against a pattern', async () => {
    expect(
      await messages(naming, [drawing('home'), drawing('ui-home')], { pattern: '^ui-' }),
    ).toEqual(["The icon is called 'home', but names must match ^ui-."]);
  });
});

describe('metadata', () => {
  const home = drawing('home');

  test('asks for nothing by itself', async () => {
    expect(await messages(metadata, [home])).toEqual([]);
  });

  test('asks for what is required, in one sentence', async () => {
    const required = ['title', 'category', 'tags'];
    const said = drawing('home', { meta: { category: 'places' }, facts: { title: 'Home' } });
    expect(await messages(metadata, [home, said], { required })).toEqual([
      "The icon's metadata is missing: title (a label that people read), category (the group that it belongs to) and tags (words that people search for).",
      "The icon's metadata is missing: tags (words that people search for).",
    ]);
  });

  test('asks for so many tags', async () => {
    const some = drawing('home', { meta: { tags: ['house'] } });
    expect(await messages(metadata, [home, some], { tags: 2 })).toEqual([
      'The icon has no tags; every icon must have at least 2.',
      'A tag is not enough; every icon must have at least 2.',
    ]);
  });

  test('knows the categories', async () => {
    const shop = drawing('shop', { meta: { category: 'place' } });
    expect(await messages(metadata, [shop], { categories: ['places', 'people'] })).toEqual([
      "The category 'place' is not allowed. Did you mean 'places'?",
    ]);
  });

  test('tells of tags that are there twice', async () => {
    const tags = ['house', 'start', 'House', 'house '];
    expect(await messages(metadata, [drawing('home', { meta: { tags } })])).toEqual([
      "'House' and 'house ' are listed twice in the tags.",
    ]);
  });
});

describe('aliases', () => {
  test('that are another name but for a hyphen are told', async () => {
    const set = [drawing('chevron-down'), drawing('caret', { aliases: ['chevrondown'] })];
    expect(await messages(aliases, set)).toEqual([
      "The alias 'chevrondown' of 'caret' differs from the icon 'chevron-down' only by a hyphen, but shows another icon.",
    ]);
  });

  test('that are the own name but for a hyphen are not', async () => {
    const set = [drawing('check-box', { aliases: ['checkbox', 'check--box'] })];
    expect(await messages(aliases, set)).toEqual([]);
  });

  test('of an icon that another one stands in for are told', async () => {
    const old = { aliases: ['x'], meta: { deprecated: { use: 'close' } } };
    expect(await messages(aliases, [drawing('close'), drawing('cross', old)])).toEqual([
      "The alias 'x' points to 'cross', which is deprecated.",
    ]);
  });
});

test('an alias that leads is the name of a deprecated icon, and stays with it', async () => {
  const meta = { deprecated: { use: 'x-logo' }, displayName: 'twitter' };
  const tw = drawing('tw', { aliases: ['bird', 'twitter'], meta });
  expect(await messages(aliases, [drawing('x-logo'), tw])).toEqual([
    "The alias 'bird' points to 'tw', which is deprecated.",
  ]);
});

describe('deprecations', () => {
  const deprecated = (name: string, use?: string, more: IconChanges = {}) =>
    drawing(name, { ...more, meta: { deprecated: use === undefined ? {} : { use } } });

  test('may name an icon or an alias', async () => {
    const close = drawing('close', { aliases: ['x'] });
    expect(
      await messages(deprecations, [close, deprecated('a', 'close'), deprecated('b', 'x')]),
    ).toEqual([]);
  });

  test('without a name to use are told', async () => {
    expect(await messages(deprecations, [deprecated('cross')])).toEqual([
      "'cross' is deprecated, but its metadata does not say what to use instead.",
    ]);
  });

  test('without a name to use may say why instead', async () => {
    const gone = drawing('cross', { meta: { deprecated: { note: 'Nothing replaces it.' } } });
    expect(await messages(deprecations, [gone])).toEqual([]);
  });

  test('in favor of no icon are told, with the one that is meant', async () => {
    expect(await messages(deprecations, [drawing('close'), deprecated('cross', 'cloes')])).toEqual([
      "'cross' is deprecated in favor of 'cloes', which is not an icon. Did you mean 'close'?",
    ]);
  });

  test('in favor of the icon itself are told', async () => {
    expect(await messages(deprecations, [deprecated('cross', 'x', { aliases: ['x'] })])).toEqual([
      "'cross' is deprecated in favor of itself.",
    ]);
  });

  test('in favor of a deprecated icon name the one that stays', async () => {
    const set = [drawing('c'), deprecated('a', 'b'), deprecated('b', 'c')];
    const found = await deprecations.check({ sources: set, sprites: [] }, {});
    expect(found.map(({ message, hint }) => [message, hint])).toEqual([
      [
        "'a' is deprecated in favor of 'b', which is also deprecated.",
        'Name the icon that replaces it under "use": \'c\'.',
      ],
    ]);
  });

  test('in a circle come to an end', async () => {
    expect(await messages(deprecations, [deprecated('a', 'b'), deprecated('b', 'a')])).toHaveLength(
      2,
    );
  });

  test('may name an icon of another package', async () => {
    const found = await deprecations.check(
      { sources: [deprecated('a', 'mdi-home')], foreign: [iconOf('mdi-home')], sprites: [] },
      {},
    );
    expect(found).toEqual([]);
  });
});

describe('sprite budgets', () => {
  const sprites = [
    { file: 'dist/sprite.svg', contents: 'ab'.repeat(500) },
    { file: 'dist/nav.svg', contents: 'é'.repeat(600) },
  ];
  const over = async (options: Readonly<Record<string, unknown>>) =>
    (await spriteBudget.check({ sources: [], sprites }, options)).map(({ file, message }) => [
      file,
      message,
    ]);

  test('are none by themselves', async () => {
    expect(await over({})).toEqual([]);
  });

  test('count bytes', async () => {
    expect(await over({ raw: 1000 })).toEqual([
      ['dist/nav.svg', 'The sprite takes 1,200 bytes, 20.0 % more than the allowed 1,000.'],
    ]);
  });

  test('count bytes as they are sent', async () => {
    expect(await over({ brotli: 1000 })).toEqual([]);
    const [[file, message] = []] = await over({ brotli: 5 });
    expect(file).toBe('dist/sprite.svg');
    expect(message).toMatch(/^The sprite takes \d+ bytes with brotli, /);
  });

  test('may differ by sprite', async () => {
    const own = { nav: { raw: 2000 }, sprite: { raw: 10 } };
    expect((await over({ raw: 1, sprites: own })).map(([file]) => file)).toEqual([
      'dist/sprite.svg',
    ]);
  });
});
