import { readFile } from 'node:fs/promises';
import { packageFile } from '../core/package-file.ts';
import { catalogShell } from '../emit/catalog-shell.ts';
import type { PreviewResponse } from './response.ts';

/** Folder of the page's own files, bundled when iconloom is built. */
const FOLDER = packageFile('dist/catalog/');

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Files of the page and their types; nothing else of the folder is served. */
const FILES: Readonly<Record<string, string>> = {
  'catalog-live.js': SCRIPT,
  'catalog.css': STYLE,
  'catalog-live.css': STYLE,
};

/** A file of the page, or the page itself. */
export async function pageFile(path: string): Promise<PreviewResponse | undefined> {
  if (path === '') return { type: 'text/html; charset=utf-8', body: shell() };
  const type = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  return type === undefined ? undefined : { type, body: await readFile(new URL(path, FOLDER)) };
}

function shell(): string {
  const sheets = ['catalog.css', 'catalog-live.css'];
  const { head, end } = catalogShell('Icons', {
    policy: '',
    styles: sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n'),
    scripts: '<script src="catalog-live.js" defer></script>',
    data: 'api/catalog',
  });
  return head + end;
}
