import { button, element } from '../element.ts';
import { sign } from '../ui-icons.ts';

/** A window over the page: the focus stays in it, and goes back to where it was. */
export interface Dialog {
  readonly node: HTMLDialogElement;
  readonly heading: HTMLElement;
  readonly body: HTMLElement;
  readonly footer: HTMLElement;
  /** Says something to screen readers; while it is open, they hear nothing of the page. */
  readonly say: (text: string) => void;
  readonly close: () => void;
}

export interface DialogOptions {
  readonly title: string;
  readonly className: string;
  /** Gets the focus where what had it is gone. */
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
