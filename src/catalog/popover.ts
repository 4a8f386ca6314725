import { createDisclosure } from './disclosure.ts';
import { element } from './element.ts';
import type { UiIconName } from './ui-icons.ts';

/** A button with a panel below it. */
export interface Popover {
  readonly node: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly open: () => void;
  /** Returns whether it was open; the focus goes back to the button if it was in the panel. */
  readonly close: () => boolean;
}

let count = 0;

export function createPopover(label: string, icon: UiIconName, content: HTMLElement): Popover {
  count += 1;
  const id = `catalog--panel-${count}`;
  const panel = element('div', { class: 'popover__panel', id, role: 'group', hidden: true }, [
    content,
  ]);
  panel.setAttribute('aria-label', label);
  const { opener, open, close } = createDisclosure(panel, { className: 'button', icon, label });
  const node = element('div', { class: 'popover' }, [opener, panel]);

  document.addEventListener('pointerdown', ({ target }) => {
    if (!node.contains(target as Node)) close();
  });
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !node.contains(relatedTarget as Node)) close();
  });
  return { node, button: opener, open, close };
}
