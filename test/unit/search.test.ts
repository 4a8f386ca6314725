import { describe, expect, test } from 'vitest';
import { searchIcons } from '../../src/search/search-icons.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { suggestQueries } from '../../src/search/suggest-queries.ts';
import { allowedTypos, isFuzzyMatch, typosBetween } from '../../src/search/typos.ts';
import { indexOf, namesFor, searchable } from './searchable.ts';

const SET = [
  searchable('arrow-left', { tags: ['back'] }),
  searchable('arrow-left-circle'),
  searchable('bookmark', { title: 'Read later', tags: ['favorite'] }),
  searchable('close', { aliases: ['x'] }),
  searchable('cafe', { title: 'Café' }),
  searchable('home'),
  searchable('home-plus'),
  searchable('phone'),
  searchable('settings', { category: 'system' }),
];
const index = createSearchIndex(SET);
const find = (query: string) => namesFor(index, query);

describe('texts of icons', () => {
  test('rank the name itself before names that begin with it, and those before names it is in', () => {
    expect(find('ho')).toEqual(['home', 'home-plus', 'phone']);
    expect(find('home')).toEqual(['home', 'home-plus']);
  });

  test('match in the other number, and keep their order while one types', () => {
    expect(namesFor(indexOf('box', 'category'), 'boxes')).toEqual(['box']);
    expect(namesFor(indexOf('boxes', 'categories'), 'category')).toEqual(['categories']);
    for (const query of ['ho', 'hou', 'hous', 'house'])
      expect(namesFor(indexOf('houses', 'house'), query)).toEqual(['house', 'houses']);
  });

  test.each([
    ['a tag', 'favorite', 'bookmark'],
    ['an alias', 'x', 'close'],
    ['a title', 'read later', 'bookmark'],
    ['a category', 'system', 'settings'],
  ])('include %s', (_, query, name) => {
    expect(find(query)[0]).toBe(name);
  });

  test('match in any order, the order of the name first', () => {
    expect(find('left arrow')).toEqual(['arrow-left', 'arrow-left-circle']);
    expect(find('arrow-left circle')).toEqual(['arrow-left-circle']);
  });

  test('match in any script', () => {
    const tagged = [
      searchable('a', { tags: ['搜索', '放大镜'] }),
      searchable('b', { tags: ['ポケットの鍵'] }),
      searchable('c', { tags: ['검색'] }),
    ];
    const icons = createSearchIndex(tagged);
    expect(namesFor(icons, '搜')).toEqual(['a']);
    expect(namesFor(icons, '鍵')).toEqual(['b']);
    expect(namesFor(icons, '검색')).toEqual(['c']);
  });

  test('pass over case and accents', () => {
    expect(find('CAFÉ')).toEqual(['cafe']);
    const tagged = createSearchIndex([searchable('a', { tags: ['Gehäuse', 'Ёлка'] })]);
    for (const query of ['gehause', 'gehaeuse', 'GEHÄUSE', 'елка'])
      expect(namesFor(tagged, query)).toEqual(['a']);
  });

  test('give all icons in their order for a query without words', () => {
    expect(find(' - ')).toEqual(SET.map(({ name }) => name));
  });
});

describe('joined words', () => {
  test.each([
    ['log-out', ['logout', 'log out', 'log-out', 'LogOut']],
    ['logout', ['log out', 'log-out']],
    ['chevron-down', ['chevrondown', 'chevron down']],
    ['a-chevron-down', ['chevrondown']],
    ['dropdown', ['drop down', 'drop-down']],
    ['wifi', ['wi-fi', 'wi fi']],
    ['arrow-big-down-dash', ['arrowbigdowndash']],
  ])('find %s', (name, queries) => {
    for (const query of queries)
      expect(namesFor(indexOf(name, 'other', 'log'), query)[0]).toBe(name);
  });

  test('do not match across two words that only happen to meet', () => {
    expect(namesFor(indexOf('top-in'), 'pin')).toEqual([]);
  });
});

describe('typos', () => {
  test.each([
    ['setings', 'settings'],
    ['bokmark', 'bookmark'],
    ['bookmrak', 'bookmark'],
    ['bokmrk', 'bookmark', false],
    ['boookmrak', 'bookmark'],
  ])('%s finds %s', (query, name, isFound = true) => {
    expect(find(query)).toEqual(isFound ? [name] : []);
  });

  test('count for nothing in short words, and nothing if a word is found as it is', () => {
    expect(find('hmoe')).toEqual([]);
    expect(namesFor(indexOf('germ', 'gem'), 'gear')).toEqual([]);
    expect(namesFor(indexOf('parking-meter'), 'mute')).toEqual([]);
    expect(namesFor(indexOf('house', 'mouse'), 'mouse')).toEqual(['mouse']);
  });

  test('are forgiven in words for a concept, if they are long', () => {
    expect(namesFor(indexOf('trash', 'home'), 'garbge')).toEqual(['trash']);
    expect(namesFor(indexOf('settings', 'home'), 'einstelungen')).toEqual(['settings']);
  });

  test.each([
    ['settngs', 'settings', 1, true],
    ['setings', 'settings-and-more', 1, true],
    ['hmoe', 'home', 1, true],
    ['ohme', 'home', 1, true],
    ['gome', 'home', 1, false],
    ['sttngs', 'settings', 1, false],
    ['sttngs', 'settings', 2, true],
  ])('%s is near %s with %d: %s', (word, other, mistakes, isSo) => {
    expect(isFuzzyMatch(word, other, mistakes)).toBe(isSo);
  });

  test('are counted to the end of the other word, and allowed by length', () => {
    expect(typosBetween('home', 'homes')).toBe(1);
    expect(typosBetween('abc', 'abc')).toBe(0);
    expect(['gear', 'house', 'settings'].map(allowedTypos)).toEqual([0, 1, 2]);
  });
});

describe('synonyms', () => {
  const icons = indexOf('trash', 'user', 'ellipsis', 'house', 'arrow-right', 'chef-hat');

  test.each([
    ['trash can', 'trash'],
    ['Löschen', 'trash'],
    ['loeschen', 'trash'],
    ['loschen', 'trash'],
    ['drei Punkte', 'ellipsis'],
    ['three-dots', 'ellipsis'],
    ['houses', 'house'],
    ['homes', 'house'],
    ['Häusern', 'house'],
    ['стрелки вправо', 'arrow-right'],
    ['пользователями', 'user'],
    ['utilisatrices', 'user'],
  ])('%s finds %s', (query, name) => {
    expect(namesFor(icons, query)[0]).toBe(name);
  });

  test.each([
    ['lö', 'trash'],
    ['lösch', 'trash'],
    ['loesch', 'trash'],
    ['drei pu', 'ellipsis'],
    ['польз', 'user'],
  ])('the beginning %s finds %s', (query, name) => {
    expect(namesFor(icons, query)).toContain(name);
  });

  test('rank before parts of words and other words that begin so', () => {
    expect(namesFor(indexOf('binary', 'cabin', 'trash'), 'bin')).toEqual([
      'trash',
      'binary',
      'cabin',
    ]);
  });

  test('rank behind an icon of that name and its variants', () => {
    expect(namesFor(indexOf('hotel', 'bed-double', 'bed'), 'bed')).toEqual([
      'bed',
      'bed-double',
      'hotel',
    ]);
  });

  test('join with other words of the query', () => {
    const names = indexOf('user-plus', 'user', 'plus', 'mic', 'mic-off', 'ellipsis-vertical');
    expect(namesFor(names, 'add user')).toEqual(['user-plus']);
    expect(namesFor(names, 'Mikrofon aus')).toEqual(['mic-off']);
    expect(namesFor(names, 'drei Punkte senkrecht')).toEqual(['ellipsis-vertical']);
  });

  test('find icons by their tags and aliases, too', () => {
    const tagged = createSearchIndex([searchable('a1', { tags: ['trash'] }), searchable('b2')]);
    expect(namesFor(tagged, 'Papierkorb')).toEqual(['a1']);
  });
});

describe('order', () => {
  test('puts whole words before parts of words', () => {
    const names = namesFor(indexOf('card', 'scarf', 'cable-car', 'car-front', 'car'), 'car');
    expect(names).toEqual(['car', 'car-front', 'cable-car', 'card', 'scarf']);
  });

  test('puts the plain icon before its variants', () => {
    expect(namesFor(indexOf('trash-off', 'trash-2', 'trash'), 'trash')).toEqual([
      'trash',
      'trash-2',
      'trash-off',
    ]);
    expect(namesFor(indexOf('user-circle-plus', 'user-plus', 'user'), 'person')).toEqual([
      'user',
      'user-plus',
      'user-circle-plus',
    ]);
  });

  test('puts outlines before filled icons, whatever the name calls them', () => {
    for (const names of [
      ['outline-star', 'filled-star'],
      ['star-outline', 'star-fill'],
      ['star', 'star-filled'],
    ])
      expect(namesFor(indexOf(...names.toReversed()), 'star')).toEqual(names);
  });

  test('puts deprecated icons last among equals only', () => {
    const icons = createSearchIndex([
      searchable('a-star', { deprecated: {} }),
      searchable('big-star'),
      searchable('star', { deprecated: {} }),
    ]);
    expect(namesFor(icons, 'star')).toEqual(['star', 'big-star', 'a-star']);
  });

  test('does not change with the order of the icons', () => {
    const names = ['bell', 'bell-off', 'bell-ring', 'alarm', 'phone'];
    expect(namesFor(indexOf(...names.toReversed()), 'ring')).toEqual(
      namesFor(indexOf(...names), 'ring'),
    );
  });
});

describe('optional words', () => {
  test.each([
    ['play button', 'play'],
    ['the home icon', 'home'],
    ['github logo', 'brand-github'],
    ['panier achat', 'shopping-cart'],
    ["panier d'achat", 'shopping-cart'],
  ])('need not match in %s', (query, name) => {
    const names = indexOf('play', 'home', 'brand-github', 'shopping-cart', 'button');
    expect(searchIcons(names, query)).toMatchObject({ icons: [{ name }], matches: 'all' });
  });

  test('match if the query has no others, and prefer icons that have them', () => {
    expect(namesFor(indexOf('button', 'home'), 'button')).toEqual(['button']);
    expect(namesFor(indexOf('play-off', 'play-button'), 'play button')[0]).toBe('play-button');
  });
});

describe('queries that no icon matches in full', () => {
  test('find the icons that match most words, the rarest word first', () => {
    const icons = indexOf('arrow-up', 'arrow-left', 'arrow-left-big', 'bookmark');
    expect(searchIcons(icons, 'arrow bookmark')).toMatchObject({ matches: 'some' });
    expect(namesFor(icons, 'arrow bookmark')[0]).toBe('bookmark');
    expect(namesFor(icons, 'purple arrow left')).toEqual(['arrow-left', 'arrow-left-big']);
  });

  test('take parts of words only if there is nothing else', () => {
    const icons = indexOf('incredible-trash', 'credit-card');
    expect(namesFor(icons, 'redi zzzz')).toEqual(['credit-card', 'incredible-trash']);
    expect(namesFor(icons, 'redi card zzzz')).toEqual(['credit-card']);
  });

  test('find nothing if no word matches', () => {
    expect(searchIcons(index, 'zzzz qqqq')).toEqual({ icons: [], matches: 'none' });
  });

  test.each([
    ['hmoe', 'home'],
    ['plsu', 'plus'],
    ['lschen', 'löschen'],
  ])('%s is near to %s', (query, near) => {
    const names = indexOf('home', 'home-plus', 'trash');
    expect(suggestQueries(names, query)).toContain(near);
  });

  test('has suggestions that find icons, and none for noise', () => {
    for (const query of suggestQueries(index, 'hmoe'))
      expect(searchIcons(index, query).icons).not.toEqual([]);
    expect(suggestQueries(index, 'zzzzzz')).toEqual([]);
  });
});
