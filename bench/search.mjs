// Measures how long the search takes per key, over all icons of @tabler/icons with their tags.
// node bench/search.mjs [--names]   (--names: without tags)
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from './source.mjs';

const { createSearchIndex } = await load('search/search-index.ts');
const { getConcepts } = await load('search/concepts.ts');
const { searchIcons } = await load('search/search-icons.ts');
const { suggestQueries } = await load('search/suggest-queries.ts');

const ROUNDS = Number(process.env.ROUNDS ?? 21);
const QUERIES = [
  ...['a', 'ar', 'arr', 'arrow', 'arrow left', 'home', 'setings', 'zzzzzz'],
  ...['lö', 'lösch', 'löschen', 'drei punkte', 'panier d’achat', 'поиск', 'сохранить файл'],
  ...['three dots vertical', 'red trash can', 'mikrophone', 'unbekannt'],
];

const folder = fileURLToPath(new URL('../node_modules/@tabler/icons/', import.meta.url));
const metadata = JSON.parse(readFileSync(`${folder}icons.json`, 'utf8'));
const icons = ['outline', 'filled'].flatMap((style) =>
  readdirSync(`${folder}icons/${style}`).map((file) => {
    const name = file.replace('.svg', '');
    const tags = process.argv.includes('--names') ? [] : (metadata[name]?.tags ?? []).map(String);
    return { name: `${style}-${name}`, aliases: [], title: '', tags };
  }),
);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const timeOf = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
/** Median of many runs, and the fastest, which other work on the machine disturbs least. */
const measure = (run) => {
  const times = Array.from({ length: ROUNDS }, () => timeOf(run));
  return `${median(times).toFixed(1)} ms (fastest ${Math.min(...times).toFixed(1)} ms)`;
};

console.log(`concepts, first use: ${timeOf(() => getConcepts()).toFixed(1)} ms`);
let index;
const first = timeOf(() => {
  index = createSearchIndex(icons);
});
const again = timeOf(() => createSearchIndex(icons));
console.log(
  `index of ${icons.length} icons: ${first.toFixed(0)} ms, after an update ${again.toFixed(0)} ms`,
);
console.log(`${index.terms.length} terms, ${index.words.length} words`);
for (const query of QUERIES) {
  const time = measure(() => searchIcons(index, query));
  const { icons: found, matches } = searchIcons(index, query);
  console.log(`'${query}': ${time}, ${found.length} icons (${matches})`);
}
console.log(`suggestions: ${measure(() => suggestQueries(index, 'hmoe'))}`);
