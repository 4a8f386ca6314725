import { button, element } from '../element.ts';
import { uiIcon } from '../ui-icons.ts';

/** Messages above the page, which stay until they are closed. */
export interface Notices {
  /** Shows a message instead of the last one. */
  readonly show: (text: string) => void;
  readonly hide: () => void;
}

export function createNotices(root: HTMLElement): Notices {
  const text = element('p', {});
  const hide = () => {
    node.hidden = true;
    text.textContent = '';
  };
  const close = button(
    { class: 'button button--plain', 'aria-label': 'Close this message' },
    [uiIcon('close')],
    hide,
  );
  const status = element('div', { class: 'notice__text', role: 'status' }, [text]);
  const node = element('div', { class: 'notice', hidden: true }, [uiIcon('info'), status, close]);
  return {
    hide,
    show(message) {
      // The page behind a modal dialog is out of reach.
      const place = document.querySelector('dialog[open]') ?? root;
      if (node.parentNode !== place) place.append(node);
      node.hidden = false;
      text.textContent = message;
    },
  };
}
