import { categoryLabel, countCategories } from './categories.ts';
import { button, element } from './element.ts';
import type { PageState } from './state.ts';

/** Part of the sidebar. */
export interface SidebarPart {
  readonly node: HTMLElement;
  /** Renders it again from the state of the page. It is hidden if it has nothing to choose. */
  readonly update: () => void;
}

/** Buttons that filter icons by category. */
export function createCategoryList(state: PageState): SidebarPart {
  const list = element('ul', { class: 'categories' });
  const node = element('div', {}, [
    element('h2', { class: 'sidebar__title' }, ['Categories']),
    list,
  ]);

  function row(category: string | undefined, label: string, count: number): HTMLElement {
    const { filters } = state.get();
    const isSelected = filters.category === category;
    const face = [
      element('span', { class: 'category__name' }, [label]),
      element('span', { class: 'category__count' }, [count.toLocaleString('en')]),
    ];
    const select = () => {
      state.set({
        filters: { ...state.get().filters, category: isSelected ? undefined : category },
      });
    };
    return element('li', {}, [
      button({ class: 'category', 'aria-pressed': String(isSelected) }, face, select),
    ]);
  }

  function update(): void {
    const { icons } = state.get().data;
    const categories = countCategories(icons);
    node.hidden = categories.length === 0;
    const focused = [...list.querySelectorAll('button')].indexOf(
      document.activeElement as HTMLButtonElement,
    );
    list.replaceChildren(
      row(undefined, 'All', icons.length),
      ...categories.map(([category, count]) => row(category, categoryLabel(category), count)),
    );
    if (focused >= 0) list.querySelectorAll('button')[focused]?.focus();
  }

  update();
  return { node, update };
}
