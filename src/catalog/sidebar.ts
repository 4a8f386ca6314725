import { categoryLabel } from './categories.ts';
import { createCategoryList } from './category-list.ts';
import { button, element } from './element.ts';
import { createFilterList } from './filter-list.ts';
import type { PageState } from './state.ts';
import { uiIcon } from './ui-icons.ts';

/** Categories and filters. */
export interface Sidebar {
  readonly node: HTMLElement;
  /** Button that opens the sidebar on narrow pages. */
  readonly opener: HTMLElement;
  /** Closes it there; returns whether it was open. */
  readonly close: () => boolean;
}

interface SidebarContent {
  readonly hasCategories: boolean;
  readonly hasFilters: boolean;
}

export function createSidebar(state: PageState): Sidebar {
  const categories = createCategoryList(state);
  const filters = createFilterList(state);
  const node = element('nav', { class: 'sidebar' });
  const content = element('div', { class: 'sidebar__content', id: 'catalog--filters' }, [
    categories.node,
    filters.node,
  ]);
  node.append(content);
  const openerLabel = element('span');
  const opener = button(
    { class: 'button sidebar__opener', 'aria-expanded': 'false', 'aria-controls': content.id },
    [uiIcon('filter'), openerLabel],
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
  state.watch((now, before) => {
    if (now.data === before.data && now.filters === before.filters) return;
    update();
  });

  /** Hides what has nothing to choose, and says what there is. */
  function update(): void {
    categories.update();
    filters.update();
    const label = sidebarLabel({
      hasCategories: !categories.node.hidden,
      hasFilters: !filters.node.hidden,
    });
    node.hidden = label === '';
    opener.hidden = label === '';
    const { category } = state.get().filters;
    openerLabel.textContent =
      category === undefined ? label : `Category: ${categoryLabel(category)}`;
    node.setAttribute('aria-label', label);
  }

  update();
  return { opener, close, node };
}

/** Label of the sidebar; '' if it is empty. */
function sidebarLabel({ hasCategories, hasFilters }: SidebarContent): string {
  if (hasCategories) return hasFilters ? 'Categories and filters' : 'Categories';
  return hasFilters ? 'Filters' : '';
}
