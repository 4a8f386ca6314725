import { SHEET, SPRITE_EVENT, type Styled } from './drawn-sprite.ts';
import { svgElement } from './svg-element.ts';

export type Root = Document | ShadowRoot;

/** Key of a root's container, shared by all copies of this file. */
const BOX: unique symbol = Symbol.for('iconloom.box') as never;

/** Hidden `<svg>` with all symbols of a root. It stays in the root while it has any. */
interface Box {
  readonly element: SVGElement;
  /** Inserts the container, or removes it when it is empty. */
  readonly update: () => void;
}

/** Container of a root. It is rendered, since gradients do not work otherwise. */
export function boxIn(root: Root & { [BOX]?: Box }): Box {
  root[BOX] ??= openBox(root, (box) => {
    if (root[BOX] === box) delete root[BOX];
  });
  return root[BOX];
}

function openBox(root: Root, forget: (box: Box) => void): Box {
  const element: SVGElement =
    root.querySelector<SVGElement>('svg[data-iconloom]') ??
    svgElement('svg', { width: 0, height: 0, 'aria-hidden': 'true', 'data-iconloom': '' });
  element.style.position = 'absolute';
  // Only child lists of the container's ancestors are observed, so other changes cost nothing.
  const observer = new MutationObserver(restore);
  let isWaiting = false;

  /** Restores the container. The second time waits, or two scripts that undo each other would loop. */
  function restore(): void {
    // Tests remove their document at the end, which looks like a change of the page.
    if (!globalThis.document) return;
    if (!isWaiting && !root.contains(element)) {
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        restore();
      });
      update();
    } else observe();
  }

  function update(): void {
    const parent = 'body' in root ? root.body : root;
    if (element.childElementCount === 0) {
      element.remove();
      observer.disconnect();
      forget(box);
      return;
    }
    if (parent && !root.contains(element)) {
      parent.prepend(element);
      adoptAgain();
      // A page restored from a cache, such as Turbo's, contains a copy without styles.
      for (const copy of root.querySelectorAll('svg[data-iconloom]')) {
        if (copy !== element) copy.remove();
      }
    }
    observe();
    document.dispatchEvent(new Event(SPRITE_EVENT));
  }

  function observe(): void {
    observer.disconnect();
    let node: Node | null = element.parentNode;
    if (!root.contains(element))
      node = ('body' in root && (root.body ?? root.documentElement)) || root;
    for (; node; node = node.parentNode) observer.observe(node, { childList: true });
  }

  /** Adopts style sheets again: `document.open()` removes them. */
  function adoptAgain(): void {
    const sheets = [...element.children].flatMap((symbol: Element & Styled) => symbol[SHEET] ?? []);
    const lost = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (lost.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...lost];
  }

  const box: Box = { element, update };
  return box;
}
