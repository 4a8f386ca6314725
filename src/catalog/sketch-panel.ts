import { button, element } from './element.ts';
import { uiIcon } from './ui-icons.ts';

/** Panel to sketch in, and the button that opens it. */
export interface SketchPanel {
  readonly opener: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly open: () => void;
  /** Returns whether it was open; the focus goes to the button if it was in the panel. */
  readonly close: () => boolean;
}

export interface SketchPanelHandlers {
  /** Called when the pointer first enters the button. */
  readonly onFirstHover: () => void;
  readonly onOpen: () => void;
}

const LABEL = 'Search by sketch';

export function createSketchPanel(
  content: HTMLElement,
  { onFirstHover, onOpen }: SketchPanelHandlers,
): SketchPanel {
  const id = 'catalog--sketch';
  const closeButton = button(
    { class: 'button--small sketch-panel__close', 'aria-label': 'Close the sketch' },
    [uiIcon('close', 16)],
    () => close(),
  );
  const panel = element(
    'section',
    { class: 'sketch-panel', id, 'aria-label': LABEL, hidden: true },
    [
      element('div', { class: 'sketch-panel__head' }, [
        element('h2', { class: 'sidebar__title' }, [LABEL]),
        closeButton,
      ]),
      content,
    ],
  );
  const opener = button(
    { class: 'button search__sketch', 'aria-expanded': 'false', 'aria-controls': id },
    [uiIcon('draw'), element('span', { class: 'button__label' }, [LABEL])],
    () => (panel.hidden ? open() : close()),
  );
  // A pointer on the button usually opens the panel next.
  opener.addEventListener('pointerenter', onFirstHover, { once: true });

  function open(): void {
    panel.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    onOpen();
  }

  function close(): boolean {
    if (panel.hidden) return false;
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    if (hadFocus) opener.focus();
    return true;
  }

  return { opener, panel, open, close };
}
