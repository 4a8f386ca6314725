/** True if there is a document. */
export function hasDocument(): boolean {
  return typeof document !== 'undefined';
}

/** Returns the replacement of a link, or `undefined` for links of others. */
type NewHref = (href: string) => string | undefined;

let latest: NewHref | undefined;

/**
 * Updates the links of each `<use>` in the page and its open shadow roots, and of those that are added
 * later: code may have stored outdated links.
 */
export function swapUses(newHref: NewHref): void {
  if (!latest) observe();
  latest = newHref;
  swapIn(document, newHref);
}

function swapIn(root: Document | ShadowRoot | Element, newHref: NewHref): void {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'use') swap(element, newHref);
    if (element.shadowRoot) swapIn(element.shadowRoot, newHref);
  }
}

function swap(use: Element, newHref: NewHref): void {
  const href = use.getAttribute('href');
  const next = href === null ? undefined : newHref(href);
  if (next !== undefined && next !== href) use.setAttribute('href', next);
}

function observe(): void {
  const observer = new MutationObserver((records) => {
    if (!latest) return;
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && (target as Element).localName === 'use') {
        swap(target as Element, latest);
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.localName === 'use') swap(node, latest);
        swapIn(node, latest);
      }
    }
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['href'],
  });
}
