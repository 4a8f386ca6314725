/** Forms of the catalog: a folder of files for a web host, or a single HTML file. */
export const CATALOG_FORMS = ['folder', 'file'] as const;

export type CatalogForm = (typeof CATALOG_FORMS)[number];
