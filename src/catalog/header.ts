import { element } from './element.ts';
import { createLookPanel } from './look-panel.ts';
import { createPopover } from './popover.ts';
import { createSearchBox } from './search-box.ts';
import { createSketch, type SketchOptions } from './sketch.ts';

/** Title, search, and controls of the whole page. */
export interface Header {
  readonly node: HTMLElement;
  readonly toolbar: HTMLElement;
  readonly focusSearch: () => void;
  /** Calls back when ArrowDown or Enter is pressed in the search box. */
  readonly onDown: (go: () => void) => void;
  /** Closes open panels; returns whether any was open. */
  readonly closePanels: () => boolean;
  /** Searches for icons similar to an image. */
  readonly findLike: (picture: Blob) => Promise<void>;
}

export function createHeader(options: SketchOptions): Header {
  const { state } = options;
  const sketch = createSketch(options);
  const search = createSearchBox(state, sketch.popover.node);
  const look = createPopover('Appearance', 'look', createLookPanel(state));
  const toolbar = element('div', { class: 'toolbar' }, [look.node]);
  const title = element('h1', { class: 'header__title' }, [state.get().data.title]);
  state.watch(({ data }) => {
    title.textContent = data.title;
  });
  return {
    node: element('header', { class: 'header' }, [title, search.node, toolbar]),
    toolbar,
    focusSearch: search.focus,
    onDown: search.onDown,
    closePanels: () => [look, sketch.popover].map((panel) => panel.close()).some(Boolean),
    findLike: sketch.find,
  };
}
