import { SHEET, SPRITE_EVENT, type Styled } from './drawn-sprite.ts';
import { svgElement } from './svg-element.ts';

export type Root = Document | ShadowRoot;

/** Where a root keeps its box. Known by name to every copy of this file. */
const BOX: unique symbol = Symbol.for('iconloom.box') as never;

/** The hidden `<svg>` that holds all symbols of a root, and stays in it while it holds any. */
interface Box {
  readonly element: SVGElement;
  /** Puts the box where it belongs, or takes it out once it is empty. */
  readonly update: () => void;
}

/** The box of a root. Gradients would not work if it were not rendered. */
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
  // Only the children of what stands around the box are observed, so other changes cost nothing.
  const observer = new MutationObserver(restore);
  let isWaiting = false;

  /** Two scripts that undo each other's work at once would stop the page, so the second time waits. */
  function restore(): void {
    // Tests take their document away when they end, which looks like a change of the page.
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
      // A page that comes back from a cache, as those of Turbo, brings a copy without its styles.
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

  /** A document that is opened again has lost them. */
  function adoptAgain(): void {
    const sheets = [...element.children].flatMap((symbol: Element & Styled) => symbol[SHEET] ?? []);
    const lost = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (lost.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...lost];
  }

  const box: Box = { element, update };
  return box;
}
