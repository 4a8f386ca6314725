import { button, element } from './element.ts';
import { countCategories } from './filter.ts';
import type { PageState } from './state.ts';

/** Part of the sidebar. */
export interface SidebarPart {
  readonly node: HTMLElement;
  /** Renders it again from the state of the page. */
  readonly update: () => void;
}

/** Buttons that filter icons by category. */
export function createCategoryList(state: PageState): SidebarPart {
  const node = element('ul', { class: 'categories' });

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
    const focused = [...node.querySelectorAll('button')].indexOf(
      document.activeElement as HTMLButtonElement,
    );
    node.replaceChildren(
      row(undefined, 'All', icons.length),
      ...countCategories(icons).map(([category, count]) => row(category, labelOf(category), count)),
    );
    if (focused >= 0) node.querySelectorAll('button')[focused]?.focus();
  }

  update();
  return { node, update };
}

function labelOf(category: string): string {
  return category === '' ? 'Others' : category.charAt(0).toUpperCase() + category.slice(1);
}
