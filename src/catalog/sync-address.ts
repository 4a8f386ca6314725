import { type AddressState, formatAddress, parseAddress } from './address.ts';
import { findLinkedIcon } from './linked-icon.ts';
import { shownName } from './shown-name.ts';
import { type CatalogState, findIcon, type PageState } from './state.ts';

/** Ids of elements that links of the page itself lead to. */
const ANCHORS = ['catalog--icons'];

/**
 * Syncs the address with query, filters and open icon, so that a link reproduces the page. Each
 * opened or closed icon and each filter is a step in the history of the browser; typing is not.
 */
export function syncAddress({
  state,
  reveal,
}: {
  readonly state: PageState;
  /** Scrolls to an icon. */
  readonly reveal: (name: string) => void;
}): void {
  /** True while the page follows the address. */
  let isFollowing = false;

  function follow(): void {
    const { query, filters, icon } = parseAddress(location);
    if (ANCHORS.includes(icon)) return;
    const { data } = state.get();
    const found = icon === '' ? undefined : findLinkedIcon(data, icon);
    isFollowing = true;
    const { query: lastQuery, filters: lastFilters } = state.get();
    const isSameFilter = JSON.stringify(filters) === JSON.stringify(lastFilters);
    state.set({
      ...(query !== lastQuery && { query, likes: undefined }),
      ...(!isSameFilter && { filters }),
      open: found?.name,
      unknown: icon !== '' && !found ? icon : undefined,
    });
    isFollowing = false;
    if (found) reveal(found.name);
  }

  function write(address: string, isStep: boolean): void {
    try {
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // Pages opened from the disk may not change their address in every browser.
    }
  }

  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
  state.watch((now, before) => {
    if (isFollowing) return;
    const changed = (['query', 'filters', 'open'] as const).filter(
      (key) => now[key] !== before[key],
    );
    if (changed.length === 0) return;
    const address = formatAddress(addressState(now), location.search);
    if (address === location.search + location.hash) return;
    const isStep = changed.some((key) => key !== 'query');
    write(address === '' ? location.pathname : address, isStep);
  });
  follow();
}

function addressState({ data, query, filters, open }: CatalogState): AddressState {
  const icon = open === undefined ? undefined : findIcon(data, open);
  return { query, filters, icon: icon ? shownName(icon) : (open ?? '') };
}
