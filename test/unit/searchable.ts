import { searchIcons } from '../../src/search/search-icons.ts';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.ts';
import type { SearchableIcon } from '../../src/search/searchable-icon.ts';

/** Icon of a search, by its name and what else it has. */
export function searchable(name: string, texts: Partial<SearchableIcon> = {}): SearchableIcon {
  return { name, aliases: [], title: '', tags: [], ...texts };
}

export function indexOf(...names: readonly string[]): SearchIndex {
  return createSearchIndex(names.map((name) => searchable(name)));
}

/** Names that a query finds, the best first. */
export function namesFor(index: SearchIndex, query: string): readonly string[] {
  return searchIcons(index, query).icons.map(({ name }) => name);
}
