import type { LiveData, SetChange } from '../../preview/api.ts';
import { element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { uiIcon } from '../ui-icons.ts';
import { fetchChanges } from './api.ts';
import { applyChanges } from './apply-changes.ts';

/** Time in ms after which a lost connection is reported: most are short. */
const GRACE_PERIOD = 2000;

/** Keeps the page in sync with the disk. Returns a function that syncs it at once. */
export function syncWithServer(page: CatalogPage): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const offlineNotice = createOfflineNotice(page);

  async function refresh(): Promise<void> {
    const before = page.data as LiveData;
    const update = await fetchChanges(before.live.version);
    if (update.live.version === before.live.version) return;
    if ('symbols' in update) page.refresh(applyChanges(before, update), update.symbols);
    else page.refresh(update);
  }

  const sync = (): Promise<void> => {
    running = running.then(refresh).catch(() => {});
    return running;
  };

  const events = new EventSource('api/events');
  events.addEventListener('hello', (event) => {
    offlineNotice.hide();
    if (JSON.parse(event.data).version !== (page.data as LiveData).live.version) void sync();
  });
  events.addEventListener('change', (event) => {
    const change: SetChange = JSON.parse(event.data);
    void sync().then(() => page.announce(describeChange(change)));
  });
  events.addEventListener('error', offlineNotice.show);
  return sync;
}

/** `home has changed.`, `3 icons have changed, arrow is gone.` */
function describeChange({ changed, gone }: SetChange): string {
  const phrase = (names: readonly string[], one: string, many: string) =>
    names.length === 0
      ? []
      : [names.length === 1 ? `${names[0]} ${one}` : `${names.length} icons ${many}`];
  const parts = [
    ...phrase(changed, 'has changed', 'have changed'),
    ...phrase(gone, 'is gone', 'are gone'),
  ];
  return parts.length === 0 ? 'The problems have changed.' : `${parts.join(', ')}.`;
}

function createOfflineNotice({ root }: CatalogPage) {
  const text =
    'The preview has stopped, so this page may be outdated. Start it again in the terminal.';
  const node = element('div', { class: 'gone', role: 'alert', hidden: true });
  root.prepend(node);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show() {
      timer ??= setTimeout(() => {
        node.replaceChildren(uiIcon('warning'), element('p', {}, [text]));
        node.hidden = false;
      }, GRACE_PERIOD);
    },
    hide() {
      clearTimeout(timer);
      timer = undefined;
      node.hidden = true;
    },
  };
}
