import { memoize } from '../core/memoize.ts';
import { byCodeUnit } from '../core/names.ts';
import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { getConcepts } from '../search/concepts.ts';
import { type SearchResult, searchIcons } from '../search/search-icons.ts';
import { createSearchIndex, type SearchIndex } from '../search/search-index.ts';
import { suggestQueries } from '../search/suggest-queries.ts';
import { button, element } from './element.ts';
import { matchesFilters } from './filter.ts';
import type { Grid } from './grid.ts';
import { cellRatio } from './icon-size.ts';
import { whenIdle } from './idle.ts';
import { createSuggestions, searchNote } from './search-notes.ts';
import { shownName } from './shown-name.ts';
import { type CatalogState, NO_FILTERS, type PageState } from './state.ts';

/** Icons that match the search, and the summary above them. */
export interface Results {
  readonly node: HTMLElement;
  readonly show: () => void;
}

export function createResults({
  state,
  grid,
  announce,
  before,
  after,
}: {
  readonly state: PageState;
  readonly grid: Grid;
  readonly announce: (text: string) => void;
  /** Element before the count. */
  readonly before: HTMLElement;
  readonly after: HTMLElement;
}): Results {
  const count = element('p', { class: 'results__count' });
  const clear = button({ class: 'link', hidden: true }, ['Show all'], () => {
    state.set({ query: '', likes: undefined, filters: NO_FILTERS });
    grid.focus();
  });
  const note = element('p', { class: 'results__note', hidden: true });
  const none = element('p', { class: 'results__none' });
  const suggestions = createSuggestions((query) => {
    state.set({ query });
    grid.focus();
  });
  const empty = element('div', { class: 'results__empty', hidden: true }, [
    none,
    suggestions.node,
    element('p', {}, ['Try another word, search by sketch, or show all icons.']),
  ]);
  const node = element('div', { class: 'results' }, [before, count, clear, after, note, empty]);

  let index: SearchIndex<CatalogIcon> | undefined;
  const getIndex = (): SearchIndex<CatalogIcon> => {
    index ??= createSearchIndex(state.get().data.icons);
    return index;
  };
  const prepare = (): void => void [getIndex(), getConcepts()];
  let icons: readonly CatalogIcon[] = [];

  function findIcons({ data, query, likes, filters }: CatalogState): SearchResult<CatalogIcon> {
    const found: SearchResult<CatalogIcon> = likes
      ? { icons: pickByName(likes.names, data.icons), matches: 'all' }
      : query === ''
        ? { icons: inOrder(data), matches: 'all' }
        : searchIcons(getIndex(), query);
    return { ...found, icons: found.icons.filter((icon) => matchesFilters(icon, filters)) };
  }

  function show(): void {
    const now = state.get();
    const found = findIcons(now);
    icons = found.icons;
    const summaryText = summary(icons.length, now);
    count.textContent = summaryText;
    note.textContent = searchNote(found) ?? '';
    note.hidden = note.textContent === '';
    const suggestionText = suggestions.show(
      found.matches === 'none' ? suggestQueries(getIndex(), now.query) : [],
    );
    announce(
      [summaryText, note.textContent, suggestionText].filter((text) => text !== '').join('. '),
    );
    clear.hidden = !isFiltered(now);
    none.textContent =
      now.query === '' ? 'No icons match the filters.' : `No icons match "${now.query}".`;
    empty.hidden = icons.length > 0;
    renderGrid();
  }

  function renderGrid(): void {
    const { data, size, rtl, open, query, likes, filters } = state.get();
    const queryKey = JSON.stringify([query, likes, filters]);
    grid.show({ icons, queryKey, size, ratio: ratioOf(data), isRtl: rtl, open });
  }

  state.watch((now, before) => {
    if (now.data !== before.data) {
      index = undefined;
      void whenIdle().then(prepare);
    }
    const needsSearch = (['data', 'query', 'likes', 'filters'] as const).some(
      (key) => now[key] !== before[key],
    );
    if (needsSearch) show();
    else if (now.size !== before.size || now.rtl !== before.rtl || now.open !== before.open)
      renderGrid();
  });
  // After the icons are shown, and before the first key.
  void whenIdle().then(prepare);
  return { node, show };
}

/** Ratio of the cells. It depends on all icons, so that a search moves no icon. */
const ratioOf = memoize(({ icons }: CatalogData): number => cellRatio(icons));

/** All icons by the names that are shown. */
const inOrder = memoize(({ icons }: CatalogData): readonly CatalogIcon[] =>
  [...icons].sort((a, b) => byCodeUnit(shownName(a), shownName(b))),
);

function pickByName(
  names: readonly string[],
  icons: readonly CatalogIcon[],
): readonly CatalogIcon[] {
  const byName = new Map(icons.map((icon) => [icon.name, icon]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

function isFiltered({ query, likes, filters }: CatalogState): boolean {
  return (
    query !== '' || likes !== undefined || JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)
  );
}

function summary(count: number, { data, likes, ...state }: CatalogState): string {
  const all = data.icons.length.toLocaleString('en');
  const shownCount = count.toLocaleString('en');
  if (likes) return `${shownCount} icons, most similar to your ${likes.of} first`;
  if (!isFiltered({ data, likes, ...state })) return count === 1 ? '1 icon' : `${all} icons`;
  return `${shownCount} of ${all} icons`;
}
