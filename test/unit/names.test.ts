import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byCodeUnit,
  identifierFromName,
  kebabCase,
  nameFromPath,
  titleFromName,
} from '../../src/core/names.ts';

describe('kebabCase', () => {
  test.each([
    ['menu', 'menu'],
    ['Menu Open', 'menu-open'],
    ['menuOpen', 'menu-open'],
    ['MenuOpen', 'menu-open'],
    ['HTMLParser', 'html-parser'],
    ['parseHTML', 'parse-html'],
    ['XMLHTTPRequest', 'xmlhttp-request'],
    ['SVG', 'svg'],
    ['menu_open', 'menu-open'],
    ['menu.open', 'menu-open'],
    ['menu--open', 'menu-open'],
    ['nav/menu open', 'nav-menu-open'],
    [' -menu- ', 'menu'],
    ['menu (1)', 'menu-1'],
    ['24px', '24px'],
    ['icon24Px', 'icon24-px'],
    ['arrow2Left', 'arrow2-left'],
    ['h1', 'h1'],
    ['1x1-ad', '1x1-ad'],
    ['C++', 'c'],
    ['R&D', 'r-d'],
    ['größeÄndern', 'größe-ändern'],
    ['ÜberBlick', 'über-blick'],
    ['МенюОткрыть', 'меню-открыть'],
    ['日本語 アイコン', '日本語-アイコン'],
    ['देवनागरी', 'देवनागरी'],
    ['😀 smile', 'smile'],
    ['', ''],
    ['---', ''],
    ['😀', ''],
  ])('%j becomes %j', (text, name) => {
    expect(kebabCase(text)).toBe(name);
  });

  test('composed and decomposed letters give one name', () => {
    expect(kebabCase('Cafe\u0301')).toBe('caf\u00e9');
    expect(kebabCase('Caf\u00e9')).toBe('caf\u00e9');
  });

  test('the dotted capital i gives the same name as its own lower case', () => {
    expect(kebabCase('\u0130')).toBe(kebabCase('\u0130'.toLowerCase()));
  });

  test('a name is its own name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(kebabCase(kebabCase(text))).toBe(kebabCase(text));
      }),
    );
  });

  test('a name is letters, digits and marks with single hyphens between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(kebabCase(text)).toMatch(/^([\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*)?$/u);
      }),
    );
  });
});

describe('nameFromPath', () => {
  test.each([
    ['menu.svg', 'menu'],
    ['nav/Menu Open.svg', 'nav-menu-open'],
    ['nav/MENU.SVG', 'nav-menu'],
    ['a/b/c/d.svg', 'a-b-c-d'],
    ['menu.svg.svg', 'menu-svg'],
    ['menu.min.svg', 'menu-min'],
    ['---.svg', ''],
  ])('%j becomes %j', (path, name) => {
    expect(nameFromPath(path)).toBe(name);
  });
});

describe('identifierFromName', () => {
  test.each([
    ['menu', 'menu'],
    ['chevron-down', 'chevronDown'],
    ['a-1', 'a_1'],
    ['a1', 'a1'],
    ['a-1-b', 'a_1B'],
    ['1x1-ad', '_1x1Ad'],
    ['größe-ändern', 'größeÄndern'],
    ['größe-ß', 'größe_ß'],
    ['日本-語', '日本_語'],
    ['class', 'class'],
  ])('%j becomes %j', (name, identifier) => {
    expect(identifierFromName(name)).toBe(identifier);
  });

  test('no two of all short names share an identifier', () => {
    let names = [''];
    const all: string[] = [];
    for (let length = 1; length <= 6; length++) {
      names = names.flatMap((name) => [...'ab1-'].map((char) => name + char));
      all.push(...names.filter((name) => kebabCase(name) === name));
    }
    expect(all.length).toBeGreaterThan(1000);
    expect(new Set(all.map(identifierFromName)).size).toBe(all.length);
  });

  test('no two names of any script share an identifier', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aeß1é日дǆµ', '\u0301', '𝐚'),
      minLength: 1,
      maxLength: 2,
    });
    const name = fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => kebabCase(words.join('-')))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 100, maxLength: 400 }), (names) => {
        expect(new Set(names.map(identifierFromName)).size).toBe(names.length);
      }),
      { numRuns: 50 },
    );
  });

  test('names of letters and ASCII digits give JavaScript identifiers', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab19é日д-') }).map(kebabCase);
    fc.assert(
      fc.property(
        name.filter((text) => text !== ''),
        (text) => {
          expect(identifierFromName(text)).toMatch(/^[\p{ID_Start}_]\p{ID_Continue}*$/u);
        },
      ),
    );
  });
});

describe('titleFromName', () => {
  test.each([
    ['menu', 'Menu'],
    ['arrow-left', 'Arrow left'],
    ['1x1-ad', '1x1 ad'],
    ['über-blick', 'Über blick'],
  ])('%j becomes %j', (name, title) => {
    expect(titleFromName(name)).toBe(title);
  });
});

describe('byCodeUnit', () => {
  test('orders by code units, not by language', () => {
    const names = ['zoo', 'a-b', 'ab', 'a1', 'B', 'äpfel', 'a', 'a10', 'a2'];
    expect(names.sort(byCodeUnit)).toEqual(
      ['B', 'a', 'a-b', 'a1', 'a10', 'a2', 'ab', 'zoo', 'äpfel'], //
    );
  });

  test('equal names are equal', () => {
    expect(byCodeUnit('a', 'a')).toBe(0);
  });
});
