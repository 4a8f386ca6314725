import { describe, expect, test } from 'vitest';
import { categoryLabel, countCategories } from '../../src/catalog/categories.ts';
import { findLinkedIcon, nearNames } from '../../src/catalog/linked-icon.ts';
import { countProblems } from '../../src/catalog/problem-count.ts';
import { findSetIcon } from '../../src/catalog/set-icon.ts';
import { shownName } from '../../src/catalog/shown-name.ts';
import { catalogData } from '../../src/emit/catalog-data.ts';
import type { CatalogData } from '../../src/emit/catalog-format.ts';
import { emitSvg } from '../../src/emit/svg.ts';
import { type IconChanges, iconOf, spriteOf } from './icons.ts';

function data(icons: Readonly<Record<string, IconChanges>>, title = 'Icons'): CatalogData {
  const sprite = spriteOf(...Object.entries(icons).map(([name, of]) => iconOf(name, of)));
  return catalogData([[sprite, emitSvg(sprite)]], [], { mode: 'static', title });
}

describe('a link', () => {
  const set = data({
    'arrow-up': {},
    house: { aliases: ['home'] },
    star: { id: 'acme-star' },
    home2: {},
  });

  test.each([
    ['arrow-up', 'arrow-up'],
    ['Arrow-Up', 'arrow-up'],
    ['arrowUp', 'arrow-up'],
    ['arrow_up', 'arrow-up'],
    ['HOME', 'house'],
    ['acme-star', 'star'],
  ])('to %s finds %s', (link, name) => {
    expect(findLinkedIcon(set, link)?.name).toBe(name);
  });

  test('to anything else finds nothing', () => {
    expect(findLinkedIcon(set, 'toString')).toBeUndefined();
    expect(findLinkedIcon(set, '%')).toBeUndefined();
  });
});

describe('near names', () => {
  const set = data({
    'arrow-up': {},
    'arrow-down': {},
    'badge-arrow-up': {},
    house: { aliases: ['home'] },
    trash: {},
  });

  test('have a typing error, or words in common', () => {
    expect(nearNames(set, 'arow-up')[0]).toBe('arrow-up');
    expect(nearNames(set, 'hosue')).toEqual(['house']);
    expect(nearNames(set, 'homes')).toEqual(['house']);
    expect(nearNames(set, 'up-arrow')).toContain('arrow-up');
    expect(nearNames(set, 'arrow-up-circle')[0]).toBe('arrow-up');
  });

  test('are none if nothing is near', () => {
    expect(nearNames(set, 'zzzzzz')).toEqual([]);
    expect(nearNames(set, '%')).toEqual([]);
  });
});

describe('categories', () => {
  test('are sorted by label, icons without one last', () => {
    const { icons } = data({
      a: { meta: { category: 'media' } },
      b: {},
      c: { meta: { category: 'Arrows' } },
      d: { meta: { category: 'media' } },
    });
    expect(countCategories(icons)).toEqual([
      ['Arrows', 1],
      ['media', 2],
      ['', 1],
    ]);
    expect(['Arrows', 'media', ''].map(categoryLabel)).toEqual(['Arrows', 'Media', 'Other']);
  });

  test('are none if they do not divide the icons', () => {
    expect(countCategories(data({ a: {}, b: {} }).icons)).toEqual([]);
    const meta = { category: 'media' };
    expect(countCategories(data({ a: { meta }, b: { meta } }).icons)).toEqual([]);
  });
});

test('problems and notes are counted apart', () => {
  const of = (...all: ('error' | 'warning' | 'info')[]) =>
    countProblems(all.map((severity) => ({ severity })));
  expect(of()).toBe('');
  expect(of('info')).toBe('1 note');
  expect(of('warning', 'info', 'error', 'warning')).toBe('1 error, 2 warnings, 1 note');
});

test('the display name leads', () => {
  const [icon] = data({ fb: {} }).icons;
  if (!icon) throw new Error('no icon');
  expect(shownName(icon)).toBe('fb');
  expect(shownName({ ...icon, displayName: 'facebook' })).toBe('facebook');
});

describe('the icon of the page', () => {
  const nameOf = (set: CatalogData) => findSetIcon(set)?.name;

  test('is named like the set, else well known, else the first', () => {
    expect(nameOf(data({ a: {}, star: {}, 'brand-acme': {} }, '@acme/icons'))).toBe('brand-acme');
    expect(nameOf(data({ a: {}, star: {} }, '@acme/icons'))).toBe('star');
    expect(nameOf(data({ a: {}, b: {} }))).toBe('a');
  });

  test('is square and not deprecated', () => {
    const wide = { facts: { width: 48 } };
    expect(nameOf(data({ star: wide, home: { meta: { deprecated: {} } }, z: {} }))).toBe('z');
    expect(nameOf(data({ star: wide }))).toBeUndefined();
  });
});
