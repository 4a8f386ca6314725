import { readFileSync } from 'node:fs';
import type { CatalogPageFiles } from '../emit/catalog.ts';

/** The page of the catalog, as it was bundled when iconloom was built. */
export function readCatalogPage(): CatalogPageFiles {
  return { script: read('catalog.js'), style: read('catalog.css') };
}

/** The same place from `src/node` and from `dist/node`. */
function read(file: string): string {
  return readFileSync(new URL(`../../dist/catalog/${file}`, import.meta.url), 'utf8');
}
