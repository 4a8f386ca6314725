import type { CatalogIcon } from '../emit/catalog-format.ts';
import { shownName } from './shown-name.ts';

/** Title of an icon, or '' if it only repeats the name, as most titles do. */
export function ownTitle(icon: CatalogIcon): string {
  const words = (text: string) => text.toLowerCase().replace(/[\s-]+/g, ' ');
  return words(icon.title) === words(shownName(icon)) ? '' : icon.title;
}
