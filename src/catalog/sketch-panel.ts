import { createDisclosure } from './disclosure.ts';
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
  const { opener, open, close } = createDisclosure(panel, {
    className: 'button search__sketch',
    icon: 'draw',
    label: LABEL,
    onOpen,
  });
  // A pointer on the button usually opens the panel next.
  opener.addEventListener('pointerenter', onFirstHover, { once: true });

  return { opener, panel, open, close };
}
