import { button, element } from './element.ts';
import { nearNames } from './linked-icon.ts';
import type { CatalogState, PageState } from './state.ts';
import { uiIcon } from './ui-icons.ts';

/** Notice that a link names no icon, with links to the most similar names. */
export function createUnknownLink({
  state,
  announce,
}: {
  readonly state: PageState;
  readonly announce: (text: string) => void;
}): HTMLElement {
  const text = element('p', { class: 'unknown__text' });
  const close = button(
    { class: 'button--small', 'aria-label': 'Close the notice' },
    [uiIcon('close', 16)],
    () => state.set({ unknown: undefined }),
  );
  const node = element('div', { class: 'unknown', hidden: true }, [uiIcon('info'), text, close]);

  function show({ data, unknown }: CatalogState): void {
    node.hidden = unknown === undefined;
    if (unknown === undefined) return;
    const message = `No icon is named "${unknown}".`;
    const near = nearNames(data, unknown);
    const links = near.map((name) =>
      element('a', { class: 'unknown__link', href: `#${encodeURIComponent(name)}` }, [name]),
    );
    text.replaceChildren(
      message,
      ...(links.length > 0 ? [' Similar names: '] : []),
      ...links.flatMap((link, index) => (index > 0 ? [', ', link] : [link])),
    );
    announce(links.length > 0 ? `${message} Similar names: ${near.join(', ')}.` : message);
  }

  state.watch((now, before) => {
    if (now.unknown !== before.unknown || (now.unknown !== undefined && now.data !== before.data))
      show(now);
    // The notice is about the link; it ends with the next icon that is opened.
    if (now.open !== undefined && now.unknown !== undefined) state.set({ unknown: undefined });
  });
  return node;
}
