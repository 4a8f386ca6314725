import { shownName } from './shown-name.ts';
import { type CatalogState, findIcon, type PageState } from './state.ts';

/** Keeps the title of the document: the open icon, and the set. */
export function syncTitle(state: PageState): void {
  function show({ data, open }: CatalogState): void {
    const icon = open === undefined ? undefined : findIcon(data, open);
    const set = [data.title, data.release].filter(Boolean).join(' ');
    document.title = icon ? `${shownName(icon)} – ${set}` : set;
  }
  state.watch((now, before) => {
    if (now.open !== before.open || now.data !== before.data) show(now);
  });
  show(state.get());
}
