import { SHEET, SPRITE_EVENT, type StyledSymbol } from './placed-sprite.ts';
import { svgElement } from './svg-element.ts';

export type SymbolRoot = Document | ShadowRoot;

/** Key of a root's container, shared by all copies of this file. */
const CONTAINER: unique symbol = Symbol.for('iconloom.box') as never;

/** Hidden `<svg>` with all symbols of a root. It stays in the root while it has any. */
interface SpriteContainer {
  readonly element: SVGElement;
  /** Inserts the container, or removes it when it is empty. */
  readonly update: () => void;
}

/** Container of a root. It is rendered, since gradients do not work otherwise. */
export function containerIn(root: SymbolRoot & { [CONTAINER]?: SpriteContainer }): SpriteContainer {
  root[CONTAINER] ??= createContainer(root, (container) => {
    if (root[CONTAINER] === container) delete root[CONTAINER];
  });
  return root[CONTAINER];
}

function createContainer(
  root: SymbolRoot,
  forget: (container: SpriteContainer) => void,
): SpriteContainer {
  const element: SVGElement =
    root.querySelector<SVGElement>('svg[data-iconloom]') ??
    svgElement('svg', { width: 0, height: 0, 'aria-hidden': 'true', 'data-iconloom': '' });
  element.style.position = 'absolute';
  // Only child lists of the container's ancestors are observed, so other changes cost nothing.
  const observer = new MutationObserver(restore);
  let isDeferred = false;

  /** Restores the container. The second time waits, or two scripts that undo each other would loop. */
  function restore(): void {
    // Tests remove their document at the end, which looks like a change of the page.
    if (!globalThis.document) return;
    if (!isDeferred && !root.contains(element)) {
      isDeferred = true;
      setTimeout(() => {
        isDeferred = false;
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
      forget(container);
      return;
    }
    if (parent && !root.contains(element)) {
      parent.prepend(element);
      readoptSheets();
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
  function readoptSheets(): void {
    const sheets = [...element.children].flatMap(
      (symbol: Element & StyledSymbol) => symbol[SHEET] ?? [],
    );
    const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  }

  const container: SpriteContainer = { element, update };
  return container;
}
