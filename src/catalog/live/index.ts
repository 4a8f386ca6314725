import type { LiveData } from '../../core/preview.ts';
import { button } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { addDrawing } from './add-dialog.ts';
import type { Dropped } from './drawings.ts';
import { followServer } from './follow.ts';
import { receiveDrawings } from './receive.ts';
import { openRename } from './rename-dialog.ts';

/** Adds live updates, adding and renaming of icons to the page, which need a server. */
export function start(page: CatalogPage): void {
  hideKey();
  const follow = followServer(page);
  const add = receiveDrawings(page, (drawings) => void addAll(drawings));
  page.onDetails((icon, place) => {
    place.append(
      button({ class: 'button' }, ['Rename…'], () => openRename(icon, { page, follow })),
    );
  });

  /** Opens the dialog for each source in turn. */
  async function addAll(drawings: readonly Dropped[]): Promise<void> {
    const { live } = page.data as LiveData;
    const saved: string[] = [];
    for (const [index, dropped] of drawings.entries()) {
      const place = drawings.length > 1 ? `${index + 1} of ${drawings.length}` : '';
      const name = await addDrawing(dropped, {
        page,
        place,
        fallback: add,
        most: live.limits.bytes,
        follow,
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
function hideKey(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('token')) return;
  url.searchParams.delete('token');
  history.replaceState(history.state, '', url);
}
