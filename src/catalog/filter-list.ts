import type { CatalogIcon } from '../emit/catalog-format.ts';
import type { SidebarPart } from './category-list.ts';
import { element } from './element.ts';
import { hasNotes, hasProblems } from './filter.ts';
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
    matches: hasProblems,
    isOn: ({ withProblems }) => withProblems,
    change: (isOn) => ({ withProblems: isOn }),
  },
  {
    label: 'With notes',
    matches: hasNotes,
    isOn: ({ withNotes }) => withNotes,
    change: (isOn) => ({ withNotes: isOn }),
  },
  {
    label: 'Deprecated',
    matches: ({ deprecated }) => deprecated !== undefined,
    isOn: ({ deprecated }) => deprecated,
    change: (isOn) => ({ deprecated: isOn }),
  },
];

/** Checkboxes that filter icons, each with the number of icons that match; none that all or no icons match. */
export function createFilterList(state: PageState): SidebarPart {
  const parts = FILTER_TOGGLES.map((filter) => createFilterToggle(state, filter));
  const node = element('div', {}, [
    element('h2', { class: 'sidebar__title' }, ['Filter']),
    element(
      'div',
      { class: 'filters' },
      parts.map((part) => part.node),
    ),
  ]);
  const update = () => {
    for (const part of parts) part.update();
    node.hidden = parts.every((part) => part.node.hidden);
  };
  update();
  return { node, update };
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
      const matching = data.icons.filter(matches).length;
      checkbox.show(isOn(filters));
      count.textContent = matching.toLocaleString('en');
      // A filter that is on can be turned off in any case.
      const isUseful = matching > 0 && matching < data.icons.length;
      checkbox.node.hidden = !isUseful && !isOn(filters);
    },
  };
}
