import type { SearchResult } from '../search/search-icons.ts';
import { button, element } from './element.ts';

/** Line for a search that finds icons for some words of the query only. */
const PARTIAL_NOTE = 'No icon matches all words. Showing icons that match some.';

/** Note of a search above its icons, or `undefined` if it needs none. */
export function searchNote({ matches, icons }: SearchResult): string | undefined {
  return matches === 'some' && icons.length > 0 ? PARTIAL_NOTE : undefined;
}

/** Line with queries to try instead. */
export interface Suggestions {
  readonly node: HTMLElement;
  /** Shows queries, or hides the line if there are none. Returns its text. */
  readonly show: (queries: readonly string[]) => string;
}

export function createSuggestions(search: (query: string) => void): Suggestions {
  const node = element('p', { class: 'results__suggestions', hidden: true });
  return {
    node,
    show(queries) {
      node.hidden = queries.length === 0;
      const links = queries.map((query) => button({ class: 'link' }, [query], () => search(query)));
      node.replaceChildren(
        'Did you mean ',
        ...links.flatMap((link, index) => [separator(index, links.length), link]),
        '?',
      );
      return node.hidden ? '' : (node.textContent ?? '');
    },
  };
}

function separator(index: number, count: number): string {
  if (index === 0) return '';
  return index === count - 1 ? ' or ' : ', ';
}
