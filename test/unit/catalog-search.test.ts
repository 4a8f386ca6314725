import { describe, expect, test } from 'vitest';
import { isFuzzyMatch } from '../../src/catalog/fuzzy-match.ts';
import { indexIcons, search } from '../../src/catalog/search.ts';
import type { CatalogIcon } from '../../src/emit/catalog-format.ts';

function icon(name: string, changes: Partial<CatalogIcon> = {}): CatalogIcon {
  return {
    ...{ name, id: name, sprite: 'sprite', viewBox: '0 0 24 24', width: 24, height: 24 },
    ...{ color: 'mono', colors: [], title: '', tags: [], aliases: [], problems: [] },
    ...{ source: `icons/${name}.svg`, bytes: 1, sourceBytes: 1, ...changes },
  };
}

const SET = [
  icon('arrow-left', { tags: ['back'] }),
  icon('arrow-left-circle'),
  icon('bookmark', { title: 'Read later', tags: ['favorite'] }),
  icon('close', { aliases: ['x'] }),
  icon('cafe', { title: 'Café' }),
  icon('home'),
  icon('home-plus'),
  icon('phone'),
  icon('settings', { category: 'system' }),
];
const index = indexIcons(SET);
const find = (query: string) => search(index, query).map(({ name }) => name);

describe('search', () => {
  test('ranks the name itself before names that begin with it, and those before names it is in', () => {
    expect(find('ho')).toEqual(['home', 'home-plus', 'phone']);
    expect(find('home')).toEqual(['home', 'home-plus']);
  });

  test.each([
    ['a tag', 'favorite', 'bookmark'],
    ['an alias', 'x', 'close'],
    ['a title', 'read later', 'bookmark'],
    ['a category', 'system', 'settings'],
  ])('finds by %s', (_, query, name) => {
    expect(find(query)[0]).toBe(name);
  });

  test('wants every word, in any order, and likes the order of the name', () => {
    expect(find('left arrow')).toEqual(['arrow-left', 'arrow-left-circle']);
    expect(find('arrow-left circle')).toEqual(['arrow-left-circle']);
    expect(find('arrow bookmark')).toEqual([]);
  });

  test('passes over case and accents', () => {
    expect(find('CAFÉ')).toEqual(['cafe']);
  });

  test.each([
    ['setings', 'settings'],
    ['bokmark', 'bookmark'],
    ['hmoe', 'home'],
    ['bookmrak', 'bookmark'],
  ])('forgives a mistake: %s', (query, name) => {
    expect(find(query)[0]).toBe(name);
  });

  test('forgives nothing in short words, and nothing where a word is found as it is', () => {
    expect(find('hme')).toEqual([]);
    expect(find('phone')).toEqual(['phone']);
  });

  test('gives all icons in their order for a query without words', () => {
    expect(find(' - ')).toEqual(SET.map(({ name }) => name));
  });
});

test.each([
  ['settngs', 'settings', 1, true],
  ['setings', 'settings-and-more', 1, true],
  ['hmoe', 'home', 1, true],
  ['ohme', 'home', 1, true],
  ['gome', 'home', 1, false],
  ['sttngs', 'settings', 1, false],
])('%s is near %s with %d mistake: %s', (word, other, mistakes, isSo) => {
  expect(isFuzzyMatch(word, other, mistakes)).toBe(isSo);
});
