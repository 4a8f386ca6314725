import { button, element } from '../element.ts';
import { sign } from '../ui-icons.ts';

/** Modal dialog. It traps the focus, and restores it when it closes. */
export interface Dialog {
  readonly node: HTMLDialogElement;
  readonly heading: HTMLElement;
  readonly body: HTMLElement;
  readonly footer: HTMLElement;
  /** Announces a text to screen readers, which do not read the page while it is open. */
  readonly say: (text: string) => void;
  readonly close: () => void;
}

export interface DialogOptions {
  readonly title: string;
  readonly className: string;
  /** Gets the focus when the previously focused element is gone. */
  readonly fallback?: HTMLElement;
  readonly onClose?: () => void;
}

let count = 0;

export function openDialog({ title, className, fallback, onClose }: DialogOptions): Dialog {
  count += 1;
  const id = `catalog--dialog-${count}`;
  const heading = element('h2', { class: 'dialog__title', id, tabindex: -1, autofocus: true }, [
    title,
  ]);
  const body = element('div', { class: 'dialog__body' });
  const footer = element('div', { class: 'dialog__footer' });
  const status = element('div', { class: 'unseen', role: 'status' });
  const node = element('dialog', { class: `dialog ${className}`, 'aria-labelledby': id });
  const close = () => node.close();
  const closer = button(
    { class: 'button button--plain', 'aria-label': 'Close without saving' },
    [sign('close')],
    close,
  );
  node.append(element('div', { class: 'dialog__head' }, [heading, closer]), body, footer, status);
  const before = document.activeElement;
  document.body.append(node);
  node.addEventListener('close', () => {
    node.remove();
    const target = before instanceof HTMLElement && before !== document.body ? before : fallback;
    if (target?.isConnected) target.focus();
    onClose?.();
  });
  node.showModal();
  return {
    ...{ node, heading, body, footer, close },
    say(text) {
      status.textContent = text;
    },
  };
}
