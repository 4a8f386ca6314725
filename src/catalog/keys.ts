import type { Detail } from './detail.ts';
import type { Grid } from './grid.ts';
import type { Header } from './header.ts';
import type { Sidebar } from './sidebar.ts';
import type { PageState } from './state.ts';

/** Handles keys that work wherever the focus is. */
export function handleKeys({
  state,
  header,
  grid,
  detail,
  sidebar,
}: {
  readonly state: PageState;
  readonly header: Header;
  readonly grid: Grid;
  readonly detail: Detail;
  readonly sidebar: Sidebar;
}): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === '/' && state.get().shortcuts && !shouldIgnoreKey(event)) {
      event.preventDefault();
      header.focusSearch();
    }
    if (event.key === 'Escape') handleEscape(event);
  });
  header.onArrowDown(() => grid.focus());

  /** Closes one panel at a time, the last opened first. */
  function handleEscape(event: KeyboardEvent): void {
    const { open } = state.get();
    if (header.closePanels() || sidebar.close()) return;
    if (open !== undefined && detail.node.contains(event.target as Node)) {
      state.set({ open: undefined });
      grid.focus(open);
    } else if (state.get().query !== '' || state.get().likes) {
      state.set({ query: '', likes: undefined });
      header.focusSearch();
    } else if (open !== undefined) state.set({ open: undefined });
  }
}

function shouldIgnoreKey({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  return (
    target instanceof Element &&
    target.matches('input:not([type=radio],[type=checkbox]), textarea, select')
  );
}
