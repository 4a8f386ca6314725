import { element } from './element.ts';

/** Says something to screen readers, without moving the focus. */
export interface Announcer {
  readonly node: HTMLElement;
  readonly say: (text: string) => void;
}

/** How long nothing must follow before it is said, in ms: typing says the last result only. */
const QUIET = 400;

export function createAnnouncer(): Announcer {
  const node = element('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    node,
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // What is there already is not said again, so the same text twice differs in a space.
        node.textContent = node.textContent === text ? `${text}\u00a0` : text;
      }, QUIET);
    },
  };
}
