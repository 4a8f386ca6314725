import type { PageState } from './state.ts';

/** Syncs the URL's hash with the open icon: `#bookmark` opens it, and opening it sets the hash. */
export function syncHash({
  state,
  openIcon,
  reveal,
}: {
  readonly state: PageState;
  readonly openIcon: (name: string) => boolean;
  readonly reveal: (name: string) => void;
}): void {
  function openFromHash(): void {
    const name = nameFromHash(location.hash);
    if (name === '') state.set({ open: undefined });
    else if (openIcon(name)) reveal(state.get().open ?? '');
  }
  window.addEventListener('hashchange', openFromHash);
  state.watch(({ open }, before) => {
    if (open === before.open || open === nameFromHash(location.hash)) return;
    const address =
      open === undefined ? location.pathname + location.search : `#${encodeURIComponent(open)}`;
    try {
      history.replaceState(null, '', address);
    } catch {
      // Pages opened from the disk may not change their address in every browser.
    }
  });
  openFromHash();
}

function nameFromHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
