import type { CatalogIcon } from '../emit/catalog-format.ts';
import type { SidebarPart } from './category-list.ts';
import { element } from './element.ts';
import type { Filters, PageState } from './state.ts';
import { toggle } from './toggle.ts';

/** Filter that a checkbox sets. */
interface FilterToggle {
  readonly label: string;
  /** Tests whether an icon matches. */
  readonly matches: (icon: CatalogIcon) => boolean;
  readonly isOn: (filters: Filters) => boolean;
  /** Changes that turn it on or off. */
  readonly change: (isOn: boolean) => Partial<Filters>;
}

const FILTER_TOGGLES: readonly FilterToggle[] = [
  {
    label: 'One color',
    matches: ({ color }) => color === 'mono',
    isOn: ({ color }) => color === 'mono',
    change: (isOn) => ({ color: isOn ? 'mono' : undefined }),
  },
  {
    label: 'Several colors',
    matches: ({ color }) => color === 'multi',
    isOn: ({ color }) => color === 'multi',
    change: (isOn) => ({ color: isOn ? 'multi' : undefined }),
  },
  {
    label: 'With problems',
    matches: ({ problems }) => problems.length > 0,
    isOn: ({ withProblems }) => withProblems,
    change: (isOn) => ({ withProblems: isOn }),
  },
  {
    label: 'Deprecated',
    matches: ({ deprecated }) => deprecated !== undefined,
    isOn: ({ deprecated }) => deprecated,
    change: (isOn) => ({ deprecated: isOn }),
  },
];

/** Checkboxes that filter icons, each with the number of icons that match. */
export function createFilterList(state: PageState): SidebarPart {
  const parts = FILTER_TOGGLES.map((filter) => createFilterToggle(state, filter));
  const update = () => {
    for (const part of parts) part.update();
  };
  update();
  const nodes = parts.map(({ node }) => node);
  return { node: element('div', { class: 'filters' }, nodes), update };
}

function createFilterToggle(
  state: PageState,
  { label, matches, isOn, change }: FilterToggle,
): SidebarPart {
  const checkbox = toggle({
    label,
    onChange: (next) => state.set({ filters: { ...state.get().filters, ...change(next) } }),
  });
  const count = element('span', { class: 'category__count' });
  checkbox.node.append(count);
  return {
    node: checkbox.node,
    update() {
      const { data, filters } = state.get();
      checkbox.show(isOn(filters));
      count.textContent = data.icons.filter(matches).length.toLocaleString('en');
    },
  };
}
