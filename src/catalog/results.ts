import { memoize } from '../core/memoize.ts';
import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { button, element } from './element.ts';
import { matchesFilters } from './filter.ts';
import type { Grid } from './grid.ts';
import { cellRatio } from './icon-size.ts';
import { whenIdle } from './idle.ts';
import { indexIcons, type SearchIndex, search } from './search.ts';
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
  const none = element('p', { class: 'results__none' });
  const empty = element('div', { class: 'results__empty', hidden: true }, [
    none,
    element('p', {}, ['Try another word, search by sketch, or show all icons.']),
  ]);
  const node = element('div', { class: 'results' }, [before, count, clear, after, empty]);

  let index: SearchIndex | undefined;
  const getIndex = (): SearchIndex => {
    index ??= indexIcons(state.get().data.icons);
    return index;
  };
  let icons: readonly CatalogIcon[] = [];

  function filterIcons({ data, query, likes, filters }: CatalogState): readonly CatalogIcon[] {
    const found = likes
      ? pickByName(likes.names, data.icons)
      : query === ''
        ? data.icons
        : search(getIndex(), query);
    return found.filter((icon) => matchesFilters(icon, filters));
  }

  function show(): void {
    const now = state.get();
    icons = filterIcons(now);
    const summaryText = summary(icons.length, now);
    count.textContent = summaryText;
    announce(summaryText);
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
      void whenIdle().then(getIndex);
    }
    const needsSearch = (['data', 'query', 'likes', 'filters'] as const).some(
      (key) => now[key] !== before[key],
    );
    if (needsSearch) show();
    else if (now.size !== before.size || now.rtl !== before.rtl || now.open !== before.open)
      renderGrid();
  });
  // After the icons are shown, and before the first key.
  void whenIdle().then(getIndex);
  return { node, show };
}

/** Ratio of the cells. It depends on all icons, so that a search moves no icon. */
const ratioOf = memoize(({ icons }: CatalogData): number => cellRatio(icons));

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
