import { iconTerms } from './icon-terms.ts';
import type { SearchableIcon } from './searchable-icon.ts';

/** Search index: made once, queried at each key. */
export interface SearchIndex<T extends SearchableIcon = SearchableIcon> {
  /** In display order, for queries without words. */
  readonly icons: readonly T[];
  /** In the order of equal scores. Postings refer to it. */
  readonly ranked: readonly T[];
  readonly postings: ReadonlyMap<string, Postings>;
  /** All terms, sorted. */
  readonly terms: readonly string[];
  /** Terms that are single words. */
  readonly words: readonly string[];
}

/** Icons that have a term: positions in `ranked`, and the score of each. */
export interface Postings {
  readonly icons: readonly number[];
  readonly scores: readonly number[];
}

export function createSearchIndex<T extends SearchableIcon>(icons: readonly T[]): SearchIndex<T> {
  const ranked = [...icons].sort(compareRank);
  const postings = new Map<string, { icons: number[]; scores: number[] }>();
  const words = new Set<string>();
  for (const [position, icon] of ranked.entries()) {
    const terms = iconTerms(icon);
    for (const [term, score] of terms.scores) {
      let list = postings.get(term);
      if (!list) {
        list = { icons: [], scores: [] };
        postings.set(term, list);
      }
      list.icons.push(position);
      list.scores.push(score);
    }
    for (const word of terms.words) words.add(word);
  }
  return { icons, ranked, postings, terms: [...postings.keys()].sort(), words: [...words] };
}

/** Order of icons that match equally well: current, outlined, short and alphabetical first. */
function compareRank(one: SearchableIcon, other: SearchableIcon): number {
  return (
    Number(one.deprecated !== undefined) - Number(other.deprecated !== undefined) ||
    Number(iconTerms(one).isFilled) - Number(iconTerms(other).isFilled) ||
    one.name.length - other.name.length ||
    (one.name < other.name ? -1 : 1)
  );
}
