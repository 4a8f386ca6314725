import type { PageState } from './state.ts';

/** Syncs the URL's hash with the open icon: `#bookmark` opens it, and opening it sets the hash. */
export function followLinks({
  state,
  openIcon,
  reveal,
}: {
  readonly state: PageState;
  readonly openIcon: (name: string) => boolean;
  readonly reveal: (name: string) => void;
}): void {
  function read(): void {
    const name = nameIn(location.hash);
    if (name === '') state.set({ open: undefined });
    else if (openIcon(name)) reveal(state.get().open ?? '');
  }
  window.addEventListener('hashchange', read);
  state.watch(({ open }, before) => {
    if (open === before.open || open === nameIn(location.hash)) return;
    const address =
      open === undefined ? location.pathname + location.search : `#${encodeURIComponent(open)}`;
    try {
      history.replaceState(null, '', address);
    } catch {
      // Pages opened from the disk may not change their address in every browser.
    }
  });
  read();
}

function nameIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
