import type { LiveData } from '../../preview/api.ts';
import { button } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { openAddDialog } from './add-dialog.ts';
import type { DroppedSource } from './dropped-sources.ts';
import { receiveSources } from './receive.ts';
import { openRenameDialog } from './rename-dialog.ts';
import { syncWithServer } from './sync.ts';

/** Adds live updates, adding and renaming of icons to the page, which need a server. */
export function start(page: CatalogPage): void {
  removeTokenFromUrl();
  const sync = syncWithServer(page);
  const add = receiveSources(page, (sources) => void addAll(sources));
  page.onDetails((icon, container) => {
    container.append(
      button({ class: 'button' }, ['Rename…'], () => openRenameDialog(icon, { page, sync })),
    );
  });

  /** Opens the dialog for each source in turn. */
  async function addAll(sources: readonly DroppedSource[]): Promise<void> {
    const { live } = page.data as LiveData;
    const saved: string[] = [];
    for (const [index, dropped] of sources.entries()) {
      const position = sources.length > 1 ? `${index + 1} of ${sources.length}` : '';
      const name = await openAddDialog(dropped, {
        page,
        position,
        fallback: add,
        maxBytes: live.limits.bytes,
        sync,
      });
      if (name !== undefined) saved.push(name);
    }
    const [last] = saved.slice(-1);
    if (last === undefined) return;
    page.openIcon(last);
    page.announce(saved.length === 1 ? `Saved ${last}.` : `Saved ${saved.length} icons.`);
  }
}

/** Removes the token from the URL and the history; the browser has its cookie. */
function removeTokenFromUrl(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('token')) return;
  url.searchParams.delete('token');
  history.replaceState(history.state, '', url);
}
