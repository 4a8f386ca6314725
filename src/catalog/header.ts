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
  /** Closes open panels; returns whether any was open. */
  readonly closePanels: () => boolean;
  /** Searches for icons similar to an image. */
  readonly searchByImage: (picture: Blob) => Promise<void>;
}

export function createHeader(options: SketchSearchOptions): Header {
  const { state } = options;
  const sketch = createSketchSearch(options);
  const search = createSearchBox(state, sketch.popover.node);
  const appearance = createPopover('Appearance', 'look', createAppearancePanel(state));
  const toolbar = element('div', { class: 'toolbar' }, [appearance.node]);
  const title = element('h1', { class: 'header__title' }, [state.get().data.title]);
  state.watch(({ data }) => {
    title.textContent = data.title;
  });
  return {
    node: element('header', { class: 'header' }, [title, search.node, toolbar]),
    toolbar,
    focusSearch: search.focus,
    onArrowDown: search.onArrowDown,
    closePanels: () => [appearance, sketch.popover].map((panel) => panel.close()).some(Boolean),
    searchByImage: sketch.searchByImage,
  };
}
