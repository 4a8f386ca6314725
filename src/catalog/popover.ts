import { button, element } from './element.ts';
import { type UiIconName, uiIcon } from './ui-icons.ts';

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
  const opener = button(
    { class: 'button', 'aria-expanded': 'false', 'aria-controls': id },
    [uiIcon(icon), element('span', { class: 'button__label' }, [label])],
    () => (panel.hidden ? open() : close()),
  );
  const node = element('div', { class: 'popover' }, [opener, panel]);

  function open(): void {
    panel.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
  }

  function close(): boolean {
    if (panel.hidden) return false;
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    if (hadFocus) opener.focus();
    return true;
  }

  document.addEventListener('pointerdown', ({ target }) => {
    if (!node.contains(target as Node)) close();
  });
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !node.contains(relatedTarget as Node)) close();
  });
  return { node, button: opener, open, close };
}
