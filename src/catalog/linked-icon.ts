import { distance } from 'fastest-levenshtein';
import { memoize } from '../core/memoize.ts';
import { kebabCase } from '../core/names.ts';
import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { shownName } from './shown-name.ts';

/** Maximum number of near names. */
const MAX_NEAR = 5;

/** Icons by each of their names; names win over aliases. */
const tableOf = memoize(({ icons }: CatalogData): ReadonlyMap<string, CatalogIcon> => {
  const table = new Map<string, CatalogIcon>();
  const add = (name: string, icon: CatalogIcon) => {
    if (!table.has(name)) table.set(name, icon);
  };
  for (const icon of icons) add(icon.name, icon);
  for (const icon of icons) for (const alias of icon.aliases) add(alias, icon);
  return table;
});

/** Ids of symbols, and names in kebab case: links may come from code. */
const looseTableOf = memoize((data: CatalogData): ReadonlyMap<string, CatalogIcon> => {
  const table = new Map<string, CatalogIcon>();
  for (const [name, icon] of tableOf(data)) table.set(kebabCase(name), icon);
  for (const icon of data.icons) if (!table.has(icon.id)) table.set(icon.id, icon);
  return table;
});

/** Finds an icon by a name that people wrote: in another case, or the id of its symbol. */
export function findLinkedIcon(data: CatalogData, name: string): CatalogIcon | undefined {
  const table = looseTableOf(data);
  return tableOf(data).get(name) ?? table.get(name) ?? table.get(kebabCase(name));
}

/** Names of the icons with the names most similar to one that no icon has, the best first. */
export function nearNames(data: CatalogData, name: string): readonly string[] {
  const wanted = kebabCase(name);
  if (wanted === '') return [];
  const best = new Map<string, number>();
  for (const [candidate, icon] of tableOf(data)) {
    const score = likeness(wanted, candidate);
    const shown = shownName(icon);
    if (score > (best.get(shown) ?? 0)) best.set(shown, score);
  }
  return [...best]
    .sort(([a, one], [b, other]) => other - one || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(([shown]) => shown);
}

/** Likeness of two names, 0 to 2: by their letters, or by the words that they share. */
function likeness(wanted: string, candidate: string): number {
  const longest = Math.max(wanted.length, candidate.length);
  // The distance is at least the difference in length.
  const bound = 1 - Math.abs(wanted.length - candidate.length) / longest;
  const byLetters = bound < 0.6 ? 0 : 1 - distance(wanted, candidate) / longest;
  const wantedWords = new Set(wanted.split('-'));
  const candidateWords = candidate.split('-');
  const shared = candidateWords.filter((word) => wantedWords.has(word)).length;
  const byWords = (2 * shared) / (wantedWords.size + candidateWords.length);
  return (byLetters >= 0.6 ? byLetters : 0) + (byWords >= 0.4 ? byWords : 0);
}
