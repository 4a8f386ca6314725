import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Icon, IconDeprecation, OutputFile, Sprite } from '../../src/core/types.ts';
import { type NamesOptions, openNames } from '../../src/emit/names.ts';
import { iconOf, spriteOf } from './icons.ts';

const OPTIONS: NamesOptions = { names: 'js', prefix: '', base: '' };

interface Names {
  readonly iconNames: readonly string[];
  readonly icon: Readonly<Record<string, string>>;
  readonly icons: Readonly<Record<string, object>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
  isIconName(value: unknown): boolean;
  iconHref(name: string, base?: string): string;
}

function emitNames(sprites: readonly Sprite[], options: NamesOptions): readonly OutputFile[] {
  const names = openNames(options);
  for (const sprite of sprites) names.add(sprite);
  return names.end().map(({ path, parts }) => ({ path, contents: parts.join('') }));
}

function sourceOf(path: string, icons: readonly Icon[], options = OPTIONS): string {
  return (
    emitNames([spriteOf(...icons)], options).find((file) => file.path === path)?.contents ?? ''
  );
}

/** The generated module, run. */
async function namesOf(icons: readonly Icon[], options = OPTIONS): Promise<Names> {
  const source = sourceOf('icons.js', icons, options);
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

const SET = [
  iconOf('1x1-ad'),
  iconOf('box', { aliases: ['crate', 'small-parcel'] }),
  iconOf('chevron-down', { facts: { viewBox: '0 0 32 16', width: 48, height: 24 } }),
  iconOf('class'),
  iconOf('constructor'),
  iconOf('größe'),
];

describe('the generated module', () => {
  test('lists the names in the order of the sprite', async () => {
    const { iconNames } = await namesOf(SET);
    expect(iconNames).toEqual(['1x1-ad', 'box', 'chevron-down', 'class', 'constructor', 'größe']);
  });

  test('has a constant for each name and alias', async () => {
    const { icon } = await namesOf(SET);
    expect({ ...icon }).toEqual({
      _1x1Ad: '1x1-ad',
      box: 'box',
      chevronDown: 'chevron-down',
      class: 'class',
      constructor: 'constructor',
      crate: 'box',
      größe: 'größe',
      smallParcel: 'box',
    });
  });

  test('knows id, viewBox, size and sprite of each icon', async () => {
    const { icons } = await namesOf(SET);
    expect(Object.keys(icons)).toEqual(SET.map(({ name }) => name));
    expect(icons['chevron-down']).toEqual({
      id: 'chevron-down',
      viewBox: '0 0 32 16',
      width: 48,
      height: 24,
      sprite: 'sprite.svg',
    });
  });

  test('knows what aliases stand for', async () => {
    expect((await namesOf(SET)).aliases).toEqual({ crate: 'box', 'small-parcel': 'box' });
  });

  test('lists the icons that mirror, with their aliases', async () => {
    const meta = { directional: true };
    const { directional } = await namesOf([
      iconOf('back', { meta, aliases: ['return', 'arrow-back'] }),
      iconOf('box', { aliases: ['crate'], meta: { directional: false } }),
      iconOf('next', { meta }),
    ]);
    expect(directional).toEqual(['arrow-back', 'back', 'next', 'return']);
  });

  test('tells names from other values', async () => {
    const { isIconName } = await namesOf(SET);
    expect(SET.every(({ name }) => isIconName(name))).toBe(true);
    for (const value of ['crate', 'Box', '', 'toString', '__proto__', null, undefined, 5, {}]) {
      expect(isIconName(value)).toBe(false);
    }
  });

  test('does not take what objects know for names', async () => {
    const { isIconName, iconHref } = await namesOf([iconOf('box', { aliases: ['crate'] })]);
    expect(isIconName('constructor')).toBe(false);
    expect(isIconName(['box'])).toBe(false);
    expect(iconHref('constructor')).toBe('sprite.svg#constructor');
  });

  test('keeps an icon that is named like a setter of objects', async () => {
    const { icon, icons, iconNames } = await namesOf([iconOf('proto')]);
    expect([icon.proto, Object.keys(icons), iconNames]).toEqual(['proto', ['proto'], ['proto']]);
  });

  test('works without any icon', async () => {
    const { iconNames, icon, icons, aliases, directional } = await namesOf([]);
    expect({ iconNames, icon, icons, aliases, directional }).toEqual({
      ...{ iconNames: [], icon: {}, icons: {}, aliases: {}, directional: [] },
    });
  });

  test('keeps hostile text in a literal', async () => {
    const base = '</script>\u2028"\'`\u0024{x}\\\n';
    const { iconHref } = await namesOf(SET, { ...OPTIONS, base });
    expect(iconHref('box')).toBe(`${base}/sprite.svg#box`);
  });
});

describe('iconHref', () => {
  test('takes a base with and without a slash at its end', async () => {
    const { iconHref } = await namesOf(SET);
    expect(iconHref('box')).toBe('sprite.svg#box');
    expect(iconHref('box', '/assets')).toBe('/assets/sprite.svg#box');
    expect(iconHref('box', '/assets/')).toBe('/assets/sprite.svg#box');
    expect(iconHref('box', '/')).toBe('/sprite.svg#box');
    expect(iconHref('box', '')).toBe('sprite.svg#box');
  });

  test('has the configured base and prefix', async () => {
    const { iconHref } = await namesOf(SET, { ...OPTIONS, base: '/static', prefix: 'my-' });
    expect(iconHref('box')).toBe('/static/sprite.svg#my-box');
    expect(iconHref('box', '')).toBe('sprite.svg#my-box');
  });

  test('resolves aliases', async () => {
    const { iconHref } = await namesOf(SET, { ...OPTIONS, prefix: 'my-' });
    expect(iconHref('small-parcel')).toBe('sprite.svg#my-box');
  });
});

describe('the files', () => {
  test('are icons.js and icons.d.ts, or icons.ts', () => {
    const paths = (names: 'js' | 'ts') =>
      emitNames([spriteOf(...SET)], { ...OPTIONS, names }).map(({ path }) => path);
    expect(paths('js')).toEqual(['icons.js', 'icons.d.ts']);
    expect(paths('ts')).toEqual(['icons.ts']);
  });

  test('say first that they are not to be edited', () => {
    for (const names of ['js', 'ts'] as const) {
      for (const { contents } of emitNames([spriteOf(...SET)], { ...OPTIONS, names })) {
        expect(contents).toMatch(/^\/\/ Generated by iconloom\. Do not edit.*\n/);
        expect(contents).toMatch(/[^\n]\n$/);
      }
    }
  });

  test('hold each title where it cannot end its comment', () => {
    const icons = [iconOf('box', { title: 'A */ alert(1) /* box\nin two lines' })];
    const source = sourceOf('icons.d.ts', icons);
    expect(source).not.toContain('*/ alert');
    expect(source).toContain('box in two lines\n');
  });
});

describe('the picture of a constant', () => {
  /** The drawing that an editor shows for the first constant. */
  function pictureIn(source: string): string {
    const [, base64 = ''] =
      /!\[[^\]]*\]\(data:image\/svg\+xml;base64,([\w+/=]+)\)/.exec(source) ?? [];
    return Buffer.from(base64, 'base64').toString();
  }

  test('is the icon at 48 px', () => {
    const icon = iconOf('wide', { facts: { viewBox: '0 0 32 16', width: 32, height: 16 } });
    const svg = pictureIn(sourceOf('icons.d.ts', [icon]));
    expect(svg).toContain('width="48" height="24" viewBox="0 0 32 16"');
    expect(svg).toContain('<path d="M0 0h8v8"/></svg>');
  });

  test('shows an icon of one color in gray, and keeps several colors', () => {
    const mono = pictureIn(sourceOf('icons.d.ts', [iconOf('a')]));
    const multi = pictureIn(sourceOf('icons.d.ts', [iconOf('a', { facts: { color: 'multi' } })]));
    expect(mono).toContain('fill="#888"');
    expect(multi).not.toContain('#888');
  });

  test('does not fill an icon of strokes', () => {
    const symbol =
      '<symbol id="a" viewBox="0 0 24 24" fill="none" stroke="currentColor"><path d="M0 0h8"/></symbol>';
    const svg = pictureIn(
      sourceOf('icons.ts', [iconOf('a', { symbol })], { ...OPTIONS, names: 'ts' }),
    );
    expect(svg).toContain('color="#888"');
    expect(svg.match(/fill=/g)).toHaveLength(1);
    expect(svg).toContain('fill="none"');
  });

  test('gives way to a note where the icon is too large', () => {
    const symbol = `<symbol id="a" viewBox="0 0 24 24"><path d="${'M0 0h8'.repeat(3000)}"/></symbol>`;
    const source = sourceOf('icons.d.ts', [iconOf('a', { symbol })]);
    expect(source).toContain('Too large to show here: 18 kB.');
    expect(source).not.toContain('base64');
  });

  test('is there for an alias, too, with what it stands for', () => {
    const source = sourceOf('icons.d.ts', [iconOf('box', { aliases: ['crate'] })]);
    expect(source.match(/!\[box\]/g)).toHaveLength(2);
    expect(source).toContain('Alias of `box`.');
  });
});

describe('a deprecated icon', () => {
  /** What TypeScript reads of `@deprecated`, by constant. */
  function tagsIn(path: string, icons: readonly Icon[]): Readonly<Record<string, string>> {
    const options = { ...OPTIONS, names: path === 'icons.ts' ? 'ts' : 'js' } as const;
    const source = sourceOf(path, icons, options);
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
    const tags: Record<string, string> = {};
    const visit = (node: ts.Node): void => {
      const isConstant = ts.isPropertySignature(node) || ts.isPropertyAssignment(node);
      const tag = isConstant && ts.getJSDocDeprecatedTag(node);
      if (tag) tags[node.name.getText()] = ts.getTextOfJSDocComment(tag.comment) ?? '';
      ts.forEachChild(node, visit);
    };
    visit(file);
    return tags;
  }
  const old = (deprecated: IconDeprecation) =>
    iconOf('old', { aliases: ['x'], meta: { deprecated } });

  test.each(['icons.d.ts', 'icons.ts'])(
    'is struck out by editors, as its aliases are: %s',
    (path) => {
      const icons = [iconOf('new'), old({ use: 'new', since: '2.1.0' })];
      const tag = 'since 2.1.0: use `new`.';
      expect(tagsIn(path, icons)).toEqual({ old: tag, x: tag });
    },
  );

  test.each([
    [{}, ''],
    [{ use: 'new' }, 'use `new`.'],
    [{ since: '2.1.0' }, 'since 2.1.0.'],
    [{ note: 'Nothing replaces it.' }, 'Nothing replaces it.'],
    [{ use: 'new', note: 'It is old.' }, 'use `new`. It is old.'],
    [{ note: '*/ evil() @link\nnext' }, '\\*\\/ evil() \\@link next'],
    [{ use: '*/ evil()' }, 'use `*\u200b/ evil()`.'],
  ])('says what is known: %j', (deprecated, tag) => {
    expect(tagsIn('icons.d.ts', [old(deprecated)])).toEqual({ old: tag, x: tag });
  });
});
