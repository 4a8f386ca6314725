import { describe, expect, test } from 'vitest';
import { iconifyNames } from '../../src/core/iconify.ts';
import { kebabCase } from '../../src/core/names.ts';
import { suggestion } from '../../src/core/suggest.ts';
import { namesIn, square, testBuild } from './test-build.ts';

describe('what is not seen in a name', () => {
  test.each([
    ['home\ufe0f', 'home'],
    ['\ufeffhome', 'home'],
    ['ho\u00adme', 'ho-me'],
    ['ho\u200bme', 'ho-me'],
    ['ho\u2060me', 'ho-me'],
    ['ho\u202eme', 'ho-me'],
    ['home\u200e', 'home'],
    ['a\u034fb', 'ab'],
    ['1\ufe0f\u20e3', '1'],
    ['a\u20dd', 'a'],
    ['\u3164home', 'home'],
    ['home\u{e0100}', 'home'],
    ['\u2764\ufe0f heart', 'heart'],
    ['a \u0301b', 'a-b'],
    ['\u0301a', 'a'],
    ['می\u200cخواهم', 'می-خواهم'],
    ['👩\u200d🚒 fire', 'fire'],
    ['\u2764\ufe0f', ''],
    ['\u0301', ''],
    ['\ufe0f', ''],
    ['\u3164', ''],
  ])('%j becomes %j', (text, name) => {
    expect(kebabCase(text)).toBe(name);
    expect(kebabCase(name)).toBe(name);
  });

  test('a file that is called by it alone is told by code point', async () => {
    const { diagnostics } = await testBuild({
      files: { 'icons/\u2764\ufe0f.svg': square(1), 'icons/a.svg': square(2) },
      diagnostics: ['icons/\u2764\ufe0f.svg name-empty'],
    });
    expect(diagnostics[0]?.message).toContain('U+2764, U+FE0F');
    expect(diagnostics[0]?.hint).toMatch(/^Rename the file/);
  });

  test('files that look alike are told apart by code point', async () => {
    const { diagnostics } = await testBuild({
      files: { 'icons/caf\u00e9.svg': square(1), 'icons/cafe\u0301.svg': square(2) },
      diagnostics: ['icons/caf\u00e9.svg name-clash'],
    });
    expect(diagnostics[0]?.message).toContain('U+0301');
  });

  test('so are those that differ in what no one sees, and in case', async () => {
    const { diagnostics } = await testBuild({
      files: {
        'icons/home.svg': square(1),
        'icons/home\u200b.svg': square(2),
        'icons/Home.svg': square(3),
      },
      diagnostics: ['icons/home.svg name-clash', 'icons/home\u200b.svg name-clash'],
    });
    expect(diagnostics.every(({ message }) => message.includes('icons/Home.svg'))).toBe(true);
  });
});

describe('hidden files', () => {
  test('are told of, and how to take them in', async () => {
    const { tree, diagnostics } = await testBuild({
      files: {
        'icons/a.svg': square(1),
        'icons/.net.svg': square(2),
        'icons/.svg': square(3),
        'icons/.svg.svg': square(3),
        'icons/nav/.env.SVG': square(4),
        'icons/.drafts/b.svg': square(5),
        'icons/zip.svgz': square(6),
        'icons/.left/.b.svg': square(6),
        'icons/._a.svg': 'x',
        'icons/.#a.svg': 'x',
        'icons/.git/a.svg': square(6),
        'icons/.a.svg.swp': 'x',
        'icons/b.svg.bak': 'x',
        'icons/node_modules/x/.a.svg': 'x',
        'icons/out/.x.svg': 'x',
      },
      config: { exclude: 'icons/out/**' },
      diagnostics: [
        'icons/.drafts/ file-passed-over',
        'icons/.left/ file-passed-over',
        'icons/.net.svg file-passed-over',
        'icons/.svg file-passed-over',
        'icons/.svg.svg file-passed-over',
        'icons/zip.svgz file-passed-over',
        'icons/nav/.env.SVG file-passed-over',
      ],
    });
    expect(namesIn(tree)).toEqual(['a']);
    expect(diagnostics[2]?.hint).toContain('Rename it to net.svg');
    expect(diagnostics[3]?.hint).toContain('such as home.svg');
  });

  test('are icons when an input names them', async () => {
    const { tree } = await testBuild({
      files: {
        'icons/.net.svg': square(2),
        'icons/.drafts/b.svg': square(5),
        'icons/C.SVG': square(1),
      },
      config: { inputs: ['icons', 'icons/.net.svg', 'icons/.drafts'] },
    });
    expect(namesIn(tree)).toEqual(['b', 'c', 'net']);
  });

  test('are told of in a glob that they match, and a second time out of the cache', async () => {
    const files = { 'art/a.svg': square(1), 'art/.b.svg': square(2), 'art/x/.c.svg': square(3) };
    const config = { inputs: 'art/*.svg', cache: true } as const;
    const diagnostics = ['art/.b.svg file-passed-over'];
    const { cwd } = await testBuild({ files, config, diagnostics });
    await testBuild({ cwd, config, diagnostics });
  });
});

describe('“did you mean”', () => {
  test.each([
    ['menu', ['menu'], ''],
    ['cafe\u0301', ['caf\u00e9'], ''],
    ['menu', ['menu', 'menus'], " Did you mean 'menus'?"],
    ['Menu', ['menu'], " Did you mean 'menu'?"],
  ])('of %j among %j: %j', (word, known, text) => {
    expect(suggestion(word, known)).toBe(text);
  });

  test('an alias of a set that leads nowhere is not suggested', () => {
    const icons = { home: { body: '' } };
    const aliases = {
      house: { parent: 'home' },
      hose: { parent: 'gone' },
      loop: { parent: 'loop' },
    };
    expect(iconifyNames({ icons, aliases })).toEqual(['home', 'house']);
  });
});
