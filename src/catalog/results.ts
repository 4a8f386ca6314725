import type { CatalogIcon } from '../core/catalog.ts';
import { button, element } from './element.ts';
import { passes } from './filter.ts';
import type { Grid } from './grid.ts';
import { idle } from './idle.ts';
import { indexIcons, type SearchIndex, search } from './search.ts';
import { NO_FILTERS, type PageState, type State } from './state.ts';

/** Icons that match the search, and the summary above them. */
export interface Results {
  readonly node: HTMLElement;
  readonly show: () => void;
}

export function openResults({
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
  const indexed = (): SearchIndex => {
    index ??= indexIcons(state.get().data.icons);
    return index;
  };
  let icons: readonly CatalogIcon[] = [];

  function find({ data, query, likes, filters }: State): readonly CatalogIcon[] {
    const found = likes
      ? named(likes.names, data.icons)
      : query === ''
        ? data.icons
        : search(indexed(), query);
    return found.filter((icon) => passes(icon, filters));
  }

  function show(): void {
    const now = state.get();
    icons = find(now);
    const said = summary(icons.length, now);
    count.textContent = said;
    announce(said);
    clear.hidden = !isNarrowed(now);
    none.textContent =
      now.query === '' ? 'No icons match the filters.' : `No icons match "${now.query}".`;
    empty.hidden = icons.length > 0;
    draw();
  }

  function draw(): void {
    const { size, rtl, open, query, likes, filters } = state.get();
    const question = JSON.stringify([query, likes, filters]);
    grid.show({ icons, question, size, isRtl: rtl, open });
  }

  state.watch((now, before) => {
    if (now.data !== before.data) {
      index = undefined;
      void idle().then(indexed);
    }
    const isAsked = (['data', 'query', 'likes', 'filters'] as const).some(
      (key) => now[key] !== before[key],
    );
    if (isAsked) show();
    else if (now.size !== before.size || now.rtl !== before.rtl || now.open !== before.open) draw();
  });
  // After the icons are shown, and before the first key.
  void idle().then(indexed);
  return { node, show };
}

function named(names: readonly string[], icons: readonly CatalogIcon[]): readonly CatalogIcon[] {
  const byName = new Map(icons.map((icon) => [icon.name, icon]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

function isNarrowed({ query, likes, filters }: State): boolean {
  return (
    query !== '' || likes !== undefined || JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)
  );
}

function summary(count: number, { data, likes, ...state }: State): string {
  const all = data.icons.length.toLocaleString('en');
  const shown = count.toLocaleString('en');
  if (likes) return `${shown} icons, most similar to your ${likes.of} first`;
  if (!isNarrowed({ data, likes, ...state })) return count === 1 ? '1 icon' : `${all} icons`;
  return `${shown} of ${all} icons`;
}
