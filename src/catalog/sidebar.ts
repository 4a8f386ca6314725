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

export function createSidebar(state: PageState): Sidebar {
  const categories = createCategoryList(state);
  const filters = createFilterList(state);
  const content = element('div', { class: 'sidebar__content', id: 'catalog--filters' }, [
    element('h2', { class: 'sidebar__title' }, ['Categories']),
    categories.node,
    element('h2', { class: 'sidebar__title' }, ['Filter']),
    filters.node,
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
  state.watch((now, before) => {
    if (now.data === before.data && now.filters === before.filters) return;
    categories.update();
    filters.update();
  });
  return {
    opener,
    close,
    node: element('nav', { class: 'sidebar', 'aria-label': 'Categories and filters' }, [content]),
  };
}
