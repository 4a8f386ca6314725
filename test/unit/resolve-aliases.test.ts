import { describe, expect, test } from 'vitest';
import { resolveAliases } from '../../src/sprite/resolve-aliases.ts';

function iconOf(name: string, { aliases = [] as readonly string[] } = {}) {
  return { name, file: `icons/${name}.svg`, aliases };
}

const aliasesOf = (icons: readonly { readonly aliases: readonly string[] }[]) =>
  icons.map(({ aliases }) => aliases);

describe('good aliases', () => {
  test('are sorted and joined from metadata and configuration', () => {
    const icons = [iconOf('box', { aliases: ['parcel', 'crate'] }), iconOf('sky')];
    const { value, diagnostics } = resolveAliases(
      icons,
      { heaven: 'sky', 'brown-box': 'box' },
      'config',
    );
    expect(aliasesOf(value)).toEqual([['brown-box', 'crate', 'parcel'], ['heaven']]);
    expect(diagnostics).toEqual([]);
  });

  test('given twice for one icon count once', () => {
    const icons = [iconOf('box', { aliases: ['crate', 'crate'] })];
    const { value, diagnostics } = resolveAliases(icons, { crate: 'box' }, 'config');
    expect(aliasesOf(value)).toEqual([['crate']]);
    expect(diagnostics).toEqual([]);
  });

  test('may be words that objects know', () => {
    const icons = [iconOf('box', { aliases: ['constructor', 'to-string'] })];
    const { value, diagnostics } = resolveAliases(icons, { 'has-own': 'box' }, 'config');
    expect(aliasesOf(value)).toEqual([['constructor', 'has-own', 'to-string']]);
    expect(diagnostics).toEqual([]);
  });

  test('leave the icons they were given alone', () => {
    const icons = Object.freeze([Object.freeze(iconOf('box', { aliases: ['b', 'a'] }))]);
    expect(aliasesOf(resolveAliases(icons, {}, 'config').value)).toEqual([['a', 'b']]);
    expect(aliasesOf(icons)).toEqual([['b', 'a']]);
  });
});

test.each(['bigBox', 'big_box', 'nav/bigBox', '-box'])(
  'the alias %s stays as it is spelled',
  (alias) => {
    const { value, diagnostics } = resolveAliases([iconOf('parcel', { aliases: [alias] })], {}, '');
    expect(aliasesOf(value)).toEqual([[alias]]);
    expect(diagnostics).toEqual([]);
  },
);

describe('bad aliases are told and left out', () => {
  test('the name of another icon', () => {
    const icons = [iconOf('box', { aliases: ['sky', 'crate'] }), iconOf('sky')];
    const { value, diagnostics } = resolveAliases(icons, {}, 'config');
    expect(aliasesOf(value)).toEqual([['crate'], []]);
    expect(diagnostics).toMatchObject([{ code: 'alias-clash', file: 'icons/box.svg' }]);
    expect(diagnostics[0]?.message).toBe("The alias 'sky' of 'box' is already an icon's name.");
  });

  test('the name of the icon itself', () => {
    const { diagnostics } = resolveAliases([iconOf('box', { aliases: ['box'] })], {}, 'config');
    expect(diagnostics).toMatchObject([{ code: 'alias-clash' }]);
  });

  test('the alias of another icon', () => {
    const icons = [iconOf('box', { aliases: ['thing'] }), iconOf('sky', { aliases: ['thing'] })];
    const { value, diagnostics } = resolveAliases(icons, {}, 'config');
    expect(aliasesOf(value)).toEqual([['thing'], []]);
    expect(diagnostics[0]?.message).toBe(
      "The alias 'thing' of 'sky' is already an alias of 'box'.",
    );
  });

  test.each([
    ['Big Box', 'big-box'],
    ['big"box', 'big-box'],
    ['#box', 'box'],
    ['__proto__', 'proto'],
  ])('%j, which no link can name', (alias, name) => {
    const icons = [iconOf('parcel', { aliases: [alias] })];
    const { value, diagnostics } = resolveAliases(icons, {}, 'config');
    expect(aliasesOf(value)).toEqual([[]]);
    expect(diagnostics).toMatchObject([{ code: 'alias-invalid', hint: `Write it as '${name}'.` }]);
  });

  test('a configured alias of no icon', () => {
    const { value, diagnostics } = resolveAliases([iconOf('box')], { crate: 'bx' }, 'config.json');
    expect(aliasesOf(value)).toEqual([[]]);
    expect(diagnostics).toMatchObject([{ code: 'alias-unknown', file: 'config.json' }]);
    expect(diagnostics[0]?.message).toContain("'bx', but there is no such icon.");
  });

  test('a configured alias of a word that objects know', () => {
    const { diagnostics } = resolveAliases([iconOf('box')], { crate: 'constructor' }, 'config');
    expect(diagnostics).toMatchObject([{ code: 'alias-unknown' }]);
  });
});
