import { byCodeUnit } from '../../core/names.ts';
import type { Icon } from '../../core/types.ts';
import type { Links, SymbolIds } from './links.ts';

/** Facts that decide which ids an output needs. */
interface IdUsage {
  readonly keepsAll: boolean;
  readonly links: Links;
  /** Names of icons that another build needs. */
  readonly needed: readonly string[];
}

/**
 * Reduces the further ids of an icon to those that links lead to, and adds those of aliases. Links of
 * a server build are not recorded, so an icon that it needs keeps all ids.
 */
export function createIdPruner(
  { keepsAll, links, needed }: IdUsage,
  symbols: SymbolIds,
): (icon: Icon) => Icon {
  const byIcon = new Map<Icon, string[]>();
  for (const id of links.ids) {
    const icon = symbols.icon(id);
    if (icon && icon.id !== id) byIcon.set(icon, [...(byIcon.get(icon) ?? []), id]);
  }
  const isNeeded = new Set(needed);
  return (icon) => {
    const own = byIcon.get(icon) ?? [];
    const all = icon.ids ?? [];
    if (keepsAll || links.dynamicPrefixes.size > 0 || isNeeded.has(icon.name)) {
      return own.every((id) => all.includes(id))
        ? icon
        : { ...icon, ids: [...new Set([...all, ...own])] };
    }
    if (own.length === 0 && all.length === 0) return icon;
    return { ...icon, ids: own.sort(byCodeUnit) };
  };
}
