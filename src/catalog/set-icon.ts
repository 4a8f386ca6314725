import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';

/** Names of icons that stand for a whole set well, the best first. */
const WELL_KNOWN = ['logo', 'icon', 'star', 'heart', 'home', 'house', 'sparkles', 'search'];
/** Maximum length of the icon's symbol: browsers load it in each tab. */
const MAX_LENGTH = 4000;

/** Icon that stands for a set: one named like it, a well-known one, else the first square one. */
export function findSetIcon({ icons, title }: CatalogData): CatalogIcon | undefined {
  const suitable = icons.filter(
    ({ width, height, bytes, deprecated }) =>
      width === height && bytes <= MAX_LENGTH && deprecated === undefined,
  );
  const byName = new Map<string, CatalogIcon>();
  for (const icon of suitable) {
    for (const name of [icon.name, ...icon.aliases]) if (!byName.has(name)) byName.set(name, icon);
  }
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const names = [
    ...words.flatMap((word) => [word, `logo-${word}`, `brand-${word}`]),
    ...WELL_KNOWN.flatMap((name) => [name, `outline-${name}`]),
  ];
  for (const name of names) {
    const icon = byName.get(name);
    if (icon) return icon;
  }
  return suitable[0];
}
