import { button, element } from '../element.ts';
import { uiIcon } from '../ui-icons.ts';

/** Modal dialog. It traps the focus, and restores it when it closes. */
export interface Dialog {
  readonly node: HTMLDialogElement;
  readonly heading: HTMLElement;
  readonly body: HTMLElement;
  readonly footer: HTMLElement;
  /** Announces a text to screen readers, which do not read the page while it is open. */
  readonly announce: (text: string) => void;
  readonly close: () => void;
}

export interface DialogOptions {
  readonly title: string;
  readonly className: string;
  /** Gets the focus when the previously focused element is gone. */
  readonly fallback?: HTMLElement;
  readonly onClose?: () => void;
}

let dialogCount = 0;

export function openDialog({ title, className, fallback, onClose }: DialogOptions): Dialog {
  dialogCount += 1;
  const id = `catalog--dialog-${dialogCount}`;
  const heading = element('h2', { class: 'dialog__title', id, tabindex: -1, autofocus: true }, [
    title,
  ]);
  const body = element('div', { class: 'dialog__body' });
  const footer = element('div', { class: 'dialog__footer' });
  const status = element('div', { class: 'unseen', role: 'status' });
  const node = element('dialog', { class: `dialog ${className}`, 'aria-labelledby': id });
  const close = () => node.close();
  const closeButton = button(
    { class: 'button button--plain', 'aria-label': 'Close without saving' },
    [uiIcon('close')],
    close,
  );
  node.append(
    element('div', { class: 'dialog__head' }, [heading, closeButton]),
    body,
    footer,
    status,
  );
  const previousFocus = document.activeElement;
  document.body.append(node);
  node.addEventListener('close', () => {
    node.remove();
    const target =
      previousFocus instanceof HTMLElement && previousFocus !== document.body
        ? previousFocus
        : fallback;
    if (target?.isConnected) target.focus();
    onClose?.();
  });
  node.showModal();
  return {
    node,
    heading,
    body,
    footer,
    close,
    announce(text) {
      status.textContent = text;
    },
  };
}
