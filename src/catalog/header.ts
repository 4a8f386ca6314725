import { choice } from './choice.ts';
import { element } from './element.ts';
import { createLookPanel } from './look-panel.ts';
import { createPopover, type Popover } from './popover.ts';
import { createSearchBox } from './search-box.ts';
import type { Sprites } from './sprites.ts';
import { GROUNDS, type PageState, SIZES } from './state.ts';

/** Title, search and how icons are shown. */
export interface Header {
  readonly node: HTMLElement;
  readonly toolbar: HTMLElement;
  readonly focusSearch: () => void;
  /** Called when the arrow down is pressed in the search box. */
  readonly onDown: (go: () => void) => void;
  /** Closes what is open over the page; says whether there was something. */
  readonly closePanels: () => boolean;
}

const GROUND_NAMES = { page: 'Page', light: 'Light', dark: 'Dark', brand: 'Brand' } as const;

export function createHeader({
  state,
}: {
  readonly state: PageState;
  readonly sprites: Sprites;
  readonly announce: (text: string) => void;
}): Header {
  const { data } = state.get();
  const search = createSearchBox(state);
  const size = choice({
    legend: 'Size in px',
    name: 'size',
    options: SIZES.map((side) => ({ value: String(side), label: String(side) })),
    value: String(state.get().size),
    onChange: (value) => state.set({ size: Number(value) }),
  });
  const ground = choice({
    legend: 'Ground',
    name: 'ground',
    options: GROUNDS.map((each) => ({ value: each, label: GROUND_NAMES[each], swatch: each })),
    value: state.get().ground,
    onChange: (value) => state.set({ ground: value as (typeof GROUNDS)[number] }),
  });
  const look: Popover = createPopover('Look', 'look', createLookPanel(state));
  const toolbar = element('div', { class: 'toolbar' }, [size.node, ground.node, look.node]);
  state.watch((now) => {
    size.show(String(now.size));
    ground.show(now.ground);
  });
  const title = element('h1', { class: 'header__title' }, [data.title]);
  state.watch((now) => {
    title.textContent = now.data.title;
  });
  const panels = [look, ...search.panels];
  return {
    node: element('header', { class: 'header' }, [title, search.node, toolbar]),
    toolbar,
    focusSearch: search.focus,
    onDown: search.onDown,
    closePanels: () => panels.map((panel) => panel.close()).some(Boolean),
  };
}
