import type { LiveData, SetChange } from '../../core/preview.ts';
import { element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { sign } from '../ui-icons.ts';
import { changed } from './changed.ts';
import { fetchSince } from './server.ts';

/** Time in ms after which a lost connection is reported: most are short. */
const PATIENCE = 2000;

/** Keeps the page in sync with the disk. Returns a function that syncs it at once. */
export function followServer(page: CatalogPage): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const gone = goneNotice(page);

  async function refresh(): Promise<void> {
    const before = page.data as LiveData;
    const told = await fetchSince(before.live.version);
    if (told.live.version === before.live.version) return;
    if ('symbols' in told) page.refresh(changed(before, told), told.symbols);
    else page.refresh(told);
  }

  const follow = (): Promise<void> => {
    running = running.then(refresh).catch(() => {});
    return running;
  };

  const events = new EventSource('api/events');
  events.addEventListener('hello', (event) => {
    gone.hide();
    if (JSON.parse(event.data).version !== (page.data as LiveData).live.version) void follow();
  });
  events.addEventListener('change', (event) => {
    const change: SetChange = JSON.parse(event.data);
    void follow().then(() => page.announce(sayChange(change)));
  });
  events.addEventListener('error', gone.show);
  return follow;
}

/** `home has changed.`, `3 icons have changed, arrow is gone.` */
function sayChange({ changed, gone }: SetChange): string {
  const some = (names: readonly string[], one: string, many: string) =>
    names.length === 0
      ? []
      : [names.length === 1 ? `${names[0]} ${one}` : `${names.length} icons ${many}`];
  const parts = [
    ...some(changed, 'has changed', 'have changed'),
    ...some(gone, 'is gone', 'are gone'),
  ];
  return parts.length === 0 ? 'The problems have changed.' : `${parts.join(', ')}.`;
}

function goneNotice({ root }: CatalogPage) {
  const text =
    'The preview has stopped, so this page may be outdated. Start it again in the terminal.';
  const node = element('div', { class: 'gone', role: 'alert', hidden: true });
  root.prepend(node);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show() {
      timer ??= setTimeout(() => {
        node.replaceChildren(sign('warning'), element('p', {}, [text]));
        node.hidden = false;
      }, PATIENCE);
    },
    hide() {
      clearTimeout(timer);
      timer = undefined;
      node.hidden = true;
    },
  };
}
