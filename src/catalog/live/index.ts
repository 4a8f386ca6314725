import type { CatalogPage } from '../page.ts';

/** What the page can do with a server behind it. */
export function start(_page: CatalogPage): void {}
