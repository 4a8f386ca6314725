import type { CatalogIcon } from '../emit/catalog-format.ts';
import { button, element } from './element.ts';
import { countCategories } from './filter.ts';
import type { Filters, PageState } from './state.ts';
import { toggle } from './toggle.ts';
import { uiIcon } from './ui-icons.ts';

/** Categories and filters. */
export interface Sidebar {
  readonly node: HTMLElement;
  /** Button that opens the sidebar on narrow pages. */
  readonly opener: HTMLElement;
  /** Closes it there; returns whether it was open. */
  readonly close: () => boolean;
}

export function createSidebar(state: PageState): Sidebar {
  const set = (changes: Partial<Filters>) =>
    state.set({ filters: { ...state.get().filters, ...changes } });
  const categories = element('ul', { class: 'categories' });
  const filters = element('div', { class: 'filters' });
  const content = element('div', { class: 'sidebar__content', id: 'catalog--filters' }, [
    element('h2', { class: 'sidebar__title' }, ['Categories']),
    categories,
    element('h2', { class: 'sidebar__title' }, ['Filter']),
    filters,
  ]);
  const opener = button(
    { class: 'button sidebar__opener', 'aria-expanded': 'false', 'aria-controls': content.id },
    [uiIcon('filter'), 'Filters'],
    () => setOpen(opener.getAttribute('aria-expanded') === 'false'),
  );

  function setOpen(isOpen: boolean): void {
    content.classList.toggle('sidebar__content--open', isOpen);
    opener.setAttribute('aria-expanded', String(isOpen));
  }

  function close(): boolean {
    const wasOpen = opener.getAttribute('aria-expanded') === 'true';
    if (wasOpen && content.contains(document.activeElement)) opener.focus();
    setOpen(false);
    return wasOpen;
  }

  document.addEventListener('pointerdown', ({ target }) => {
    if (!content.contains(target as Node) && !opener.contains(target as Node)) close();
  });

  function renderCategories(): void {
    const { data, filters: now } = state.get();
    const counts = countCategories(data.icons);
    const row = (category: string | undefined, label: string, count: number) =>
      element('li', {}, [
        button(
          { class: 'category', 'aria-pressed': String(now.category === category) },
          [
            element('span', { class: 'category__name' }, [label]),
            element('span', { class: 'category__count' }, [count.toLocaleString('en')]),
          ],
          () => set({ category: now.category === category ? undefined : category }),
        ),
      ]);
    const focused = categories.contains(document.activeElement)
      ? [...categories.querySelectorAll('button')].indexOf(
          document.activeElement as HTMLButtonElement,
        )
      : -1;
    categories.replaceChildren(
      row(undefined, 'All', data.icons.length),
      ...counts.map(([category, count]) => row(category, labelOf(category), count)),
    );
    if (focused >= 0) categories.querySelectorAll('button')[focused]?.focus();
  }

  const single = filterToggle(
    'One color',
    ({ color }) => color === 'mono',
    (isOn) => set({ color: isOn ? 'mono' : undefined }),
  );
  const several = filterToggle(
    'Several colors',
    ({ color }) => color === 'multi',
    (isOn) => set({ color: isOn ? 'multi' : undefined }),
  );
  const problems = filterToggle(
    'With problems',
    (icon) => icon.problems.length > 0,
    (isOn) => set({ withProblems: isOn }),
  );
  const deprecated = filterToggle(
    'Deprecated',
    (icon) => icon.deprecated !== undefined,
    (isOn) => set({ deprecated: isOn }),
  );
  filters.append(...[single, several, problems, deprecated].map(({ node }) => node));

  function renderFilters(): void {
    const { data, filters: now } = state.get();
    single.show(data.icons, now.color === 'mono');
    several.show(data.icons, now.color === 'multi');
    problems.show(data.icons, now.withProblems);
    deprecated.show(data.icons, now.deprecated);
  }

  state.watch((now, before) => {
    if (now.data === before.data && now.filters === before.filters) return;
    renderCategories();
    renderFilters();
  });
  renderCategories();
  renderFilters();
  return {
    opener,
    close,
    node: element('nav', { class: 'sidebar', 'aria-label': 'Categories and filters' }, [content]),
  };
}

/** Checkbox of a filter, with the number of icons that match. */
function filterToggle(
  label: string,
  test: (icon: CatalogIcon) => boolean,
  onChange: (isOn: boolean) => void,
): {
  readonly node: HTMLElement;
  readonly show: (icons: readonly CatalogIcon[], isOn: boolean) => void;
} {
  const checkbox = toggle(label, false, onChange);
  const count = element('span', { class: 'category__count' });
  checkbox.node.append(count);
  return {
    node: checkbox.node,
    show(icons, isOn) {
      checkbox.show(isOn);
      count.textContent = icons.filter(test).length.toLocaleString('en');
    },
  };
}

function labelOf(category: string): string {
  return category === '' ? 'Others' : category.charAt(0).toUpperCase() + category.slice(1);
}
