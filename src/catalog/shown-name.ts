import type { CatalogIcon } from '../emit/catalog-format.ts';

/** Name of an icon that labels, headings and copied code show: its leading alias, else its name. */
export function shownName({ displayName, name }: CatalogIcon): string {
  return displayName ?? name;
}
