import type { CatalogIcon } from '../emit/catalog-format.ts';
import { needsAttention } from './problem-count.ts';
import type { Filters } from './state.ts';

/** True if an icon matches the filters. */
export function matchesFilters(icon: CatalogIcon, filters: Filters): boolean {
  const { category, color, withProblems, withNotes, deprecated } = filters;
  if (category !== undefined && (icon.category ?? '') !== category) return false;
  if (color !== undefined && icon.color !== color) return false;
  if (withProblems && !hasProblems(icon)) return false;
  if (withNotes && !hasNotes(icon)) return false;
  return !deprecated || icon.deprecated !== undefined;
}

/** True if an icon has errors or warnings. */
export function hasProblems({ problems }: CatalogIcon): boolean {
  return problems.some(needsAttention);
}

export function hasNotes({ problems }: CatalogIcon): boolean {
  return problems.some((problem) => !needsAttention(problem));
}
