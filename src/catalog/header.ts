import { element } from './element.ts';
import { createLookPanel } from './look-panel.ts';
import { createPopover } from './popover.ts';
import { createSearchBox } from './search-box.ts';
import { createSketch, type SketchOptions } from './sketch.ts';

/** Title, search and what concerns the whole page. */
export interface Header {
  readonly node: HTMLElement;
  readonly toolbar: HTMLElement;
  readonly focusSearch: () => void;
  /** Called when the arrow down is pressed in the search box. */
  readonly onDown: (go: () => void) => void;
  /** Closes what is open over the page; says whether there was something. */
  readonly closePanels: () => boolean;
  /** Looks for icons like a picture. */
  readonly findLike: (picture: Blob) => Promise<void>;
}

export function createHeader(options: SketchOptions): Header {
  const { state } = options;
  const sketch = createSketch(options);
  const search = createSearchBox(state, sketch.popover.node);
  const look = createPopover('Look', 'look', createLookPanel(state));
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
