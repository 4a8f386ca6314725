import type { LiveData } from '../../preview/api.ts';
import { button } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { type AddSession, openAddDialog } from './add-dialog.ts';
import { type DroppedSource, isSameSource } from './dropped-sources.ts';
import { createNotices } from './notices.ts';
import { receiveSources } from './receive.ts';
import { openRenameDialog } from './rename-dialog.ts';
import { syncWithServer } from './sync.ts';

/** Adds live updates, adding and renaming of icons to the page, which need a server. */
export function start(page: CatalogPage): void {
  removeTokenFromUrl();
  const sync = syncWithServer(page);
  const notices = createNotices(page.root);
  const add = receiveSources({ page, notices, onSources });
  page.onDetails((icon, container) => {
    container.append(
      button({ class: 'button' }, ['Rename…'], () => openRenameDialog(icon, { page, sync })),
    );
  });

  const queue: DroppedSource[] = [];
  let session: AddSession | undefined;
  let shownCount = 0;

  /** Opens the dialog, or passes sources on to the open one. */
  function onSources(sources: readonly DroppedSource[]): void {
    const [source, ...others] = sources;
    if (!source) return;
    if (session && others.length === 0 && isSameSource(source, session.source())) {
      session.replaceSource(source);
      return;
    }
    queue.push(...sources);
    if (session) session.setPosition(positionOf(shownCount));
    else void addAll();
  }

  /** `2 of 5` when there are several, else ''. */
  function positionOf(index: number): string {
    const total = shownCount + queue.length;
    return total > 1 ? `${index} of ${total}` : '';
  }

  /** Opens the dialog for each source in turn. */
  async function addAll(): Promise<void> {
    const { live } = page.data as LiveData;
    const saved: string[] = [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      shownCount += 1;
      session = openAddDialog(next, {
        page,
        position: positionOf(shownCount),
        fallback: add,
        maxBytes: live.limits.bytes,
        sync,
      });
      const name = await session.done;
      if (name !== undefined) saved.push(name);
    }
    session = undefined;
    shownCount = 0;
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
