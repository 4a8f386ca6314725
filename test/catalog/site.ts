import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { Icon } from '../../src/core/types.ts';
import { openCatalog } from '../../src/emit/catalog.ts';
import { emitSvg } from '../../src/emit/svg.ts';
import { readCatalogPage } from '../../src/node/catalog-page.ts';
import type { ServedFile } from '../browser/serve.ts';
import { iconOf, spriteOf } from '../unit/icons.ts';

const TABLER = fileURLToPath(new URL('../../node_modules/@tabler/icons/icons/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** All drawings of a large set as icons, not optimized: how many there are is what counts. */
export function largeSet(): readonly Icon[] {
  return ['outline', 'filled'].flatMap((folder) =>
    readdirSync(join(TABLER, folder)).map((file) => {
      const name = `${folder === 'filled' ? 'filled-' : ''}${basename(file, '.svg')}`;
      const svg = readFileSync(join(TABLER, folder, file), 'utf8');
      const content = svg.slice(svg.indexOf('<path'), svg.lastIndexOf('</svg>'));
      const paint =
        folder === 'filled'
          ? 'fill="currentColor"'
          : 'fill="none" stroke="currentColor" stroke-width="2"';
      const symbol = `<symbol id="${name}" viewBox="0 0 24 24" ${paint}>${content}</symbol>`;
      return iconOf(name, { symbol, title: name.replaceAll('-', ' '), meta: { category: folder } });
    }),
  );
}

/** What a catalog in a folder serves, at `/`. */
export function folderCatalog(
  icons: readonly Icon[],
  problems: readonly Diagnostic[] = [],
): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const { path, text } of filesOf('folder', icons, problems)) {
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
    files.set(path.replace(/^catalog/, ''), { type, body: text });
  }
  files.set('/', files.get('/index.html') as ServedFile);
  return files;
}

/** A catalog in one file, on the disk. */
export function fileCatalog(icons: readonly Icon[], problems: readonly Diagnostic[] = []): OnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-catalog-'));
  const path = join(folder, 'catalog.html');
  writeFileSync(path, filesOf('file', icons, problems)[0]?.text ?? '');
  return {
    url: pathToFileURL(path).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface OnDisk {
  readonly url: string;
  readonly remove: () => void;
}

function filesOf(
  catalog: 'folder' | 'file',
  icons: readonly Icon[],
  problems: readonly Diagnostic[],
): readonly { readonly path: string; readonly text: string }[] {
  const sprite = spriteOf(...icons);
  const host = {
    page: readCatalogPage,
    identity: () => ({ title: 'acme-icons', release: '2.1.0' }),
  };
  const emission = openCatalog({ catalog, base: '/static' }, host);
  const first = emission.add(sprite, emitSvg(sprite));
  return [
    ...first.map(({ path, contents }) => ({ path, text: contents })),
    ...emission.end(problems).map(({ path, parts }) => ({ path, text: parts.join('') })),
  ];
}
