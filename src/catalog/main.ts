import { loadData } from './data.ts';
import { element } from './element.ts';
import { openPage } from './page.ts';
import { showTheme } from './theme.ts';

/** True in the bundle for the preview server; set by the bundler. */
declare const LIVE: boolean;

const root = document.getElementById('catalog--root');
if (root) start(root).catch((error: unknown) => showFailure(root, error));

async function start(root: HTMLElement): Promise<void> {
  showTheme('system');
  const data = await loadData(document);
  const page = openPage(root, data);
  if (LIVE && data.mode === 'live') (await import('./live/index.ts')).start(page);
}

function showFailure(root: HTMLElement, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const hint =
    location.protocol === 'file:'
      ? 'Browsers do not let a page opened from the disk read the files beside it. Put the folder on a web server, or build with --catalog file.'
      : 'Load the page again; if that does not help, build the catalog again.';
  root.replaceChildren(
    element('div', { class: 'failure', role: 'alert' }, [
      element('h1', {}, ['The icons cannot be shown']),
      element('p', {}, [reason]),
      element('p', {}, [hint]),
    ]),
  );
}
