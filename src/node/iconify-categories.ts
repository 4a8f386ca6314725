import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { IconifyCategories, IconifySet } from '../core/iconify.ts';

/**
 * Reads the categories of an Iconify set by icon; the first one counts. Files with a whole set
 * contain them, packages with one set have them in `metadata.json` next to `icons.json`.
 *
 * @param path of the set
 */
export function readIconifyCategories(path: string, set: IconifySet): ReadonlyMap<string, string> {
  const categories = new Map<string, string>();
  for (const [category, names] of Object.entries(set.categories ?? categoriesBeside(path))) {
    if (!Array.isArray(names)) continue;
    for (const name of names) if (!categories.has(name)) categories.set(name, category);
  }
  return categories;
}

function categoriesBeside(path: string): IconifyCategories {
  if (basename(path) !== 'icons.json') return {};
  try {
    const text = readFileSync(join(dirname(path), 'metadata.json'), 'utf8');
    const metadata: { readonly categories?: IconifyCategories } | null = JSON.parse(text);
    return metadata?.categories ?? {};
  } catch {
    // Sets without it have no categories.
    return {};
  }
}
