import { kebabCase, titleFromName } from '../core/names.ts';
import type { Icon } from '../core/types.ts';
import { proposeName } from './propose-name.ts';

/** Icons related to a new one: the same first word, or the same category; at most twelve. */
export function familyOf(
  name: string,
  category: string | undefined,
  icons: readonly Icon[],
): readonly Icon[] {
  const [first] = name.split('-');
  const others = icons.filter((icon) => icon.name !== name);
  const sameWord = others.filter((icon) => first !== '' && icon.name.split('-')[0] === first);
  const sameCategory = others.filter(
    (icon) =>
      category !== undefined && icon.source.meta.category === category && !sameWord.includes(icon),
  );
  const family = [...sameWord, ...sameCategory];
  return (family.length > 0 ? family : others).slice(0, 12);
}

/** Proposes tags: words of the name, and tags that most related icons have. */
export function proposeTags(name: string, family: readonly Icon[]): readonly string[] {
  const [first] = name.split('-');
  const relatives = family.filter((icon) => icon.name.split('-')[0] === first);
  const counts = new Map<string, number>();
  for (const tag of relatives.flatMap(({ source }) => source.meta.tags ?? [])) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const commonTags = [...counts].filter(([, count]) => count >= 2 && count * 2 >= relatives.length);
  const nameWords = name
    .split('-')
    .slice(1)
    .filter((word) => word.length > 2);
  return [...new Set([...commonTags.map(([tag]) => tag), ...nameWords])].slice(0, 6);
}

/** Proposes the title of the source if people can read it, else one made from the name. */
export function proposeTitle(name: string, title: string): string {
  const isReadable = /\s|^\p{Lu}\p{Ll}+$|[^\p{ASCII}]/u.test(title);
  if (isReadable && proposeName([title], []) === kebabCase(title)) return title;
  return name === '' ? '' : titleFromName(name);
}

/** Proposes the category that all related icons share, or ''. */
export function proposeCategory(name: string, family: readonly Icon[]): string {
  const [first] = name.split('-');
  const relatives = family.filter((icon) => icon.name.split('-')[0] === first);
  const [category, ...others] = new Set(relatives.map(({ source }) => source.meta.category ?? ''));
  return category !== undefined && others.length === 0 ? category : '';
}
