import { button, element } from './element.ts';
import { type UiIconName, uiIcon } from './ui-icons.ts';

/** Button that shows and hides a panel. */
export interface Disclosure {
  readonly opener: HTMLButtonElement;
  readonly open: () => void;
  /** Returns whether it was open; the focus goes back to the button if it was in the panel. */
  readonly close: () => boolean;
}

export interface DisclosureOptions {
  readonly className: string;
  readonly icon: UiIconName;
  readonly label: string;
  readonly onOpen?: () => void;
}

/** @param panel hidden element with an id */
export function createDisclosure(
  panel: HTMLElement,
  { className, icon, label, onOpen }: DisclosureOptions,
): Disclosure {
  const opener = button(
    { class: className, 'aria-expanded': 'false', 'aria-controls': panel.id },
    [uiIcon(icon), element('span', { class: 'button__label' }, [label])],
    () => (panel.hidden ? open() : close()),
  );

  function open(): void {
    panel.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    onOpen?.();
  }

  function close(): boolean {
    if (panel.hidden) return false;
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    if (hadFocus) opener.focus();
    return true;
  }

  return { opener, open, close };
}
