import type { CatalogData } from '../emit/catalog-format.ts';
import { createAppearancePanel } from './appearance-panel.ts';
import { element } from './element.ts';
import { createPopover } from './popover.ts';
import { createSearchBox } from './search-box.ts';
import { createSketchSearch, type SketchSearchOptions } from './sketch.ts';

/** Title, search, and controls of the whole page. */
export interface Header {
  readonly node: HTMLElement;
  readonly toolbar: HTMLElement;
  readonly focusSearch: () => void;
  /** Calls back when ArrowDown or Enter is pressed in the search box. */
  readonly onArrowDown: (listener: () => void) => void;
  /** Panel to sketch in, which has its place beside the icons. */
  readonly sketchPanel: HTMLElement;
  /** Closes open panels; returns whether any was open. */
  readonly closePanels: () => boolean;
  /** Searches for icons similar to an image. */
  readonly searchByImage: (picture: Blob) => Promise<void>;
}

export function createHeader(options: SketchSearchOptions): Header {
  const { state } = options;
  const sketch = createSketchSearch(options);
  const search = createSearchBox(state, sketch.opener);
  const appearance = createPopover('Appearance', 'look', createAppearancePanel(state));
  const toolbar = element('div', { class: 'toolbar' }, [appearance.node]);
  const title = element('h1', { class: 'header__title' });
  showTitle(title, state.get().data);
  state.watch(({ data }, before) => {
    if (data !== before.data) showTitle(title, data);
  });
  return {
    node: element('header', { class: 'header' }, [title, search.node, toolbar]),
    toolbar,
    focusSearch: search.focus,
    onArrowDown: search.onArrowDown,
    sketchPanel: sketch.panel,
    closePanels: () => [appearance, sketch].map((panel) => panel.close()).some(Boolean),
    searchByImage: sketch.searchByImage,
  };
}

/** Shows the name of the set and its version. */
function showTitle(title: HTMLElement, { title: name, release }: CatalogData): void {
  title.replaceChildren(name);
  if (release) title.append(' ', element('span', { class: 'header__release' }, [release]));
  title.title = [name, release].filter(Boolean).join(' ');
}
