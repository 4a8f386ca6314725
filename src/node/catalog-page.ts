import { readFileSync } from 'node:fs';
import { packageFile } from '../core/package-file.ts';
import type { CatalogPageFiles } from '../emit/catalog-shell.ts';

/** Reads the bundled page of the catalog. */
export function readCatalogPage(): CatalogPageFiles {
  return { script: read('catalog.js'), style: read('catalog.css') };
}

function read(file: string): string {
  return readFileSync(packageFile(`dist/catalog/${file}`), 'utf8');
}
