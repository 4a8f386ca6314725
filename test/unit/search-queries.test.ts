import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.ts';
import { namesFor, searchable } from './searchable.ts';

/** Number of icons that one sees without scrolling. */
const SHOWN = 5;
const root = new URL('../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const svgNames = (folder: string): readonly string[] =>
  readdirSync(fileURLToPath(new URL(folder, root)))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.replace('.svg', ''));

const lucideTags = JSON.parse(readText('node_modules/lucide-static/tags.json')) as Readonly<
  Record<string, readonly string[]>
>;
const tablerData = JSON.parse(readText('node_modules/@tabler/icons/icons.json')) as Readonly<
  Record<string, { readonly tags?: readonly (string | number)[] }>
>;
const lucide = svgNames('node_modules/lucide-static/icons');
/** Names that a build gives them, which begin with their folder. */
const tabler = ['outline', 'filled'].flatMap((style) =>
  svgNames(`node_modules/@tabler/icons/icons/${style}`).map((name) => `${style}-${name}`),
);
const withoutStyle = (name: string): string => name.replace(/^(outline|filled)-/, '');
const tablerTags = (name: string): readonly string[] =>
  (tablerData[withoutStyle(name)]?.tags ?? []).map(String);

interface Query {
  readonly query: string;
  /** Names that are right, by set. */
  readonly expected: readonly (readonly string[])[];
}

function readQueries(file: string): readonly Query[] {
  return readText(`test/fixtures/search/${file}`)
    .split('\n')
    .filter((line) => line.includes(' | ') && !line.startsWith('#'))
    .map((line) => {
      const [query = '', ...sets] = line.split(' | ');
      return { query, expected: sets.map((names) => names.split(' ')) };
    });
}

const queries = readQueries('queries.txt');
const heldOut = readQueries('held-out-queries.txt');
const index = (names: readonly string[], tags: (name: string) => readonly string[] = () => []) =>
  createSearchIndex(names.map((name) => searchable(name, { tags: tags(name) })));

/** Queries whose first icons have none of the expected names, and what they find. */
function misses(icons: SearchIndex, column: number, all: readonly Query[]): readonly string[] {
  return all.flatMap(({ query, expected }) => {
    const first = namesFor(icons, query).slice(0, SHOWN).map(withoutStyle);
    const isFound = first.some((name) => expected[column]?.includes(name));
    return isFound ? [] : [`${query}: ${first.join(', ')}`];
  });
}

test('there are as many queries as promised', () => {
  expect(queries.length).toBeGreaterThanOrEqual(60);
  expect(heldOut.length).toBeGreaterThanOrEqual(40);
});

describe.each([
  { set: 'Lucide', column: 0, names: lucide, tags: (name: string) => lucideTags[name] ?? [] },
  { set: 'Tabler', column: 1, names: tabler, tags: tablerTags },
])('$set', ({ column, names, tags }) => {
  test('has all expected names', () => {
    const known = new Set(names.map(withoutStyle));
    const expected = [...queries, ...heldOut].flatMap((each) => each.expected[column] ?? []);
    expect(expected.filter((name) => !known.has(name))).toEqual([]);
  });

  test('shows the expected icon among the first by names alone', () => {
    expect(misses(index(names), column, queries)).toEqual([]);
    expect(misses(index(names), column, heldOut)).toEqual([]);
  });

  test('shows the expected icon among the first with the tags of the set', () => {
    expect(misses(index(names, tags), column, queries)).toEqual([]);
    expect(misses(index(names, tags), column, heldOut)).toEqual([]);
  });
});

test('the icons of this package are found', () => {
  const own = svgNames('icons').map((name) =>
    searchable(name, JSON.parse(readText(`icons/${name}.meta.json`))),
  );
  expect(misses(createSearchIndex(own), 0, readQueries('own-set-queries.txt'))).toEqual([]);
});
