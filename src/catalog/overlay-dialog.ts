/** Media query of pages on which the details cover the icons. */
const NARROW = '(max-width: 859px)';

/** Makes a panel a modal dialog while it covers the page. */
export function createOverlay(node: HTMLElement): { readonly set: (isOpen: boolean) => void } {
  const narrow = matchMedia(NARROW);
  let isOpen = false;
  function apply(): void {
    const covers = isOpen && narrow.matches;
    node.setAttribute('role', covers ? 'dialog' : 'region');
    if (covers) node.setAttribute('aria-modal', 'true');
    else node.removeAttribute('aria-modal');
    for (const below of coveredElements(node)) below.inert = covers;
    document.documentElement.classList.toggle('is-covered', covers);
  }
  narrow.addEventListener('change', apply);
  return {
    set(open) {
      isOpen = open;
      apply();
    },
  };
}

/** Siblings of the panel and of its parent. */
function coveredElements(node: HTMLElement): readonly HTMLElement[] {
  const ancestors = [node, node.parentElement];
  return ancestors
    .flatMap((each) => [...(each?.parentElement?.children ?? [])])
    .filter((each): each is HTMLElement => each instanceof HTMLElement && !ancestors.includes(each))
    .filter((each) => each.getAttribute('role') !== 'status');
}
