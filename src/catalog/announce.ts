import { element } from './element.ts';

/** Live region for screen readers; the focus stays where it is. */
export interface Announcer {
  readonly node: HTMLElement;
  readonly announce: (text: string) => void;
}

/** Delay in ms, so that typing announces the last result only. */
const DEBOUNCE = 400;

export function createAnnouncer(): Announcer {
  const node = element('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    node,
    announce(text) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // Unchanged text is not announced, so a repeated text differs in a space.
        node.textContent = node.textContent === text ? `${text}\u00a0` : text;
      }, DEBOUNCE);
    },
  };
}
