import type { CatalogIcon } from '../emit/catalog-format.ts';

/** Category and the number of its icons. */
export type CategoryCount = readonly [category: string, count: number];

const byLabel = new Intl.Collator('en', { numeric: true });

/**
 * Numbers of icons by category, sorted by label; icons without a category, '', come last. Empty if
 * the categories do not divide the icons.
 */
export function countCategories(icons: readonly CatalogIcon[]): readonly CategoryCount[] {
  const counts = new Map<string, number>();
  for (const { category = '' } of icons) counts.set(category, (counts.get(category) ?? 0) + 1);
  if (counts.size < 2) return [];
  return [...counts].sort(
    ([a], [b]) =>
      Number(a === '') - Number(b === '') || byLabel.compare(categoryLabel(a), categoryLabel(b)),
  );
}

/** `arrows` → `Arrows`; icons without a category are `Other`. */
export function categoryLabel(category: string): string {
  return category === '' ? 'Other' : category.charAt(0).toUpperCase() + category.slice(1);
}
