import type { CatalogIcon } from '../emit/catalog-format.ts';
import type { Filters } from './state.ts';

/** True if an icon matches the filters. */
export function matchesFilters(icon: CatalogIcon, filters: Filters): boolean {
  const { category, color, withProblems, deprecated } = filters;
  if (category !== undefined && categoryOf(icon) !== category) return false;
  if (color !== undefined && icon.color !== color) return false;
  if (withProblems && icon.problems.length === 0) return false;
  return !deprecated || icon.deprecated !== undefined;
}

/** Category of an icon, or ''. */
function categoryOf({ category }: CatalogIcon): string {
  return category ?? '';
}

/** Number of icons by category, sorted by name; icons without a category come last. */
export function countCategories(
  icons: readonly CatalogIcon[],
): readonly (readonly [category: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const icon of icons) counts.set(categoryOf(icon), (counts.get(categoryOf(icon)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
}
