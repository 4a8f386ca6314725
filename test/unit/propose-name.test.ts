import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { namesInSource } from '../../src/preview/names-in-source.ts';
import { proposeTitle } from '../../src/preview/propose.ts';
import { proposeName } from '../../src/preview/propose-name.ts';

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const CASES = readFileSync(pathOf('test/fixtures/preview/names.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('->').map((part) => part.trim()) as [string, string]);

test.each(CASES)('%s is %s', (file, name) => {
  expect(proposeName([file], [])).toBe(name);
});

test('the fixture has enough cases', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(40);
});

test.each([
  ['node_modules/lucide-static/icons', []],
  [
    'node_modules/@tabler/icons/icons/outline',
    // Defaults of tools.
    ['artboard', 'icons', 'shape-2', 'shape-3', 'svg', 'vector'],
  ],
])('leaves the names in %s as they are', (folder, unnamed) => {
  const names = readdirSync(pathOf(folder))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -4));
  expect(names.length).toBeGreaterThan(1000);
  expect(names.filter((name) => proposeName([`${name}.svg`], []) !== name)).toEqual(unnamed);
});

test('does not depend on the order in which tools have added their words', () => {
  const parts = [' copy', ' (2)', '-24px', '@2x', '_final', '_v2', ' - Kopie', '-svgo'];
  for (const first of parts) {
    for (const second of parts) {
      for (const third of parts) {
        const file = `ic_Arrow left${first}${second}${third}.svg`;
        expect(proposeName([file], []), file).toBe('arrow-left');
      }
    }
  }
});

test('follows the habits of the set', () => {
  expect(proposeName(['home-24.svg'], ['home', 'box'])).toBe('home');
  expect(proposeName(['home-24.svg'], ['box-16', 'box-24'])).toBe('home-24');
  expect(proposeName(['ic_home.svg'], ['ic-box', 'ic-lid'])).toBe('ic-home');
  expect(proposeName(['arrow-1.svg'], ['arrow-2', 'box', 'cup', 'lid'])).toBe('arrow-1');
  expect(proposeName(['icon-box-1.svg'], ['icon-box-1', 'cup', 'lid', 'map', 'pin'])).toBe(
    'icon-box-1',
  );
});

const source = (root: string, body = '') =>
  Buffer.from(`<!-- <svg id="no"> -->\n<svg ${root}>${body}</svg>`);

test.each([
  ['a title', source('', '<title>Bookmark filled</title>'), 'bookmark-filled'],
  ['a title that is a path of layers', source('', '<title>icons/24/ic_home</title>'), 'home'],
  ['the name of a document', source('sodipodi:docname="ic_Home.svg"'), 'home'],
  ['the id of the root', source('id="shopping_cart" data-name="Layer 1"'), 'shopping-cart'],
  ['the id of the first group', source('', '<g id="Icon / Bell"><g id="x"/></g>'), 'bell'],
  ['a title with entities', source('', '<title>Cut &amp; paste</title>'), 'cut-paste'],
])('takes the name from %s', (_, bytes, name) => {
  expect(proposeName(['Vector.svg', ...namesInSource(bytes)], [])).toBe(name);
  expect(proposeName(['cup.svg', ...namesInSource(bytes)], [])).toBe('cup');
});

test.each([
  source('', '<title>Artboard 1</title>'),
  source('id="Layer_1"', '<title>Vector</title>'),
  source('id="svg5"', '<g id="layer1"/>'),
  source('sodipodi:docname="drawing.svg"'),
  source('', '<title>Group 3 Copy</title><g id="Page-1"><g id="Symbols"/></g>'),
])('takes no name from defaults of tools', (bytes) => {
  expect(proposeName(['Vector.svg', ...namesInSource(bytes)], [])).toBe('');
});

test('proposes a title that people can read', () => {
  expect(proposeTitle('bookmark', 'Bookmark filled')).toBe('Bookmark filled');
  expect(proposeTitle('home', 'ic_home')).toBe('Home');
  expect(proposeTitle('arrow-left', 'arrowLeft')).toBe('Arrow left');
  expect(proposeTitle('home', 'home')).toBe('Home');
  expect(proposeTitle('home', 'Home icon 24px')).toBe('Home');
  expect(proposeTitle('home', 'Дом')).toBe('Дом');
  expect(proposeTitle('', '')).toBe('');
});
