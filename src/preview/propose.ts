import { isDefaultName } from '../core/default-names.ts';
import { kebabCase, titleFromName } from '../core/names.ts';
import { windowsNameProblem } from '../core/reserved-names.ts';
import type { Icon } from '../core/types.ts';

/** Default names of design tools. */
const UNNAMED =
  /^(artboard|asset|component|copy|document|download|drawing|export|frame|group|image|layer|new|path|shape|slice|svg|symbol|union|untitled|vector|icon)(-copy)?(-?\d+)*(-copy)?$/;
/** Sizes at the end, as in `home-24`, `home-24px`, `home-24x24`, `home-2x`. */
const SIZE =
  /-(?:(?:12|16|18|20|24|28|32|36|40|48|64|128|256|512)(?:px)?(?:-?x-?\d+(?:px)?)?|\d?x)$/;
/** Prefixes that only mark a name as that of an icon. */
const PREFIX = /^(?:ic|icn|icon|icons)-(?=\p{L})/u;

/**
 * Proposes a name for a source: its file name without prefixes and sizes, else its title, else ''.
 *
 * @param names of the set: if many end in sizes, sizes stay
 */
export function proposeName(file: string, title: string, names: readonly string[]): string {
  const keepsSizes = names.filter((name) => SIZE.test(name)).length > names.length / 4;
  for (const text of [variantName(file.replace(/\.svg$/i, '')), title]) {
    const whole = kebabCase(text).replace(/-(?:copy|final|export)(?:-\d+)?$/, '');
    const plain = whole.replace(PREFIX, '');
    const name = keepsSizes ? plain : plain.replace(SIZE, '');
    if (name === '' || UNNAMED.test(name) || isDefaultName(text)) continue;
    return windowsNameProblem(name) === undefined ? name : `${name}-icon`;
  }
  return '';
}

/** Words in the values of a variant's file name, such as `Type=Home, Size=24`. */
function variantName(text: string): string {
  if (!/^[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*$/.test(text)) return text.split('/').at(-1) ?? text;
  const values = text.split(',').map((pair) => (pair.split('=')[1] ?? '').trim());
  const isWord = (value: string) => /\p{L}/u.test(value) && !/^(default|true|false)$/i.test(value);
  return values.filter(isWord).join(' ');
}

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

export function proposeTitle(name: string, title: string): string {
  return title !== '' ? title : name === '' ? '' : titleFromName(name);
}

/** Proposes the category that all related icons share, or ''. */
export function proposeCategory(name: string, family: readonly Icon[]): string {
  const [first] = name.split('-');
  const relatives = family.filter((icon) => icon.name.split('-')[0] === first);
  const [category, ...others] = new Set(relatives.map(({ source }) => source.meta.category ?? ''));
  return category !== undefined && others.length === 0 ? category : '';
}
