import { afterComments } from './insert.ts';
import type { Node, Parsed } from './parse.ts';

/** Text to be put in the place of a stretch of another; offsets into it. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text in which stretches are replaced; the rest stays byte by byte. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const sorted = [...replacements].sort((a, b) => b.start - a.start);
  return sorted.reduce(
    (all, { start, end, text: other }) => all.slice(0, start) + other + all.slice(end),
    text,
  );
}

/** Another string in the place of one, in the same quotes; a key without any stays so if it can. */
export function replaceString(text: string, { start, end }: Node, value: string): Replacement {
  const quote = text[start] ?? '';
  if (!/["'`]/.test(quote)) {
    return { start, end, text: /^[A-Za-z_$][\w$]*$/.test(value) ? value : `'${value}'` };
  }
  return { start, end, text: quote + JSON.stringify(value).slice(1, -1) + quote };
}

/** Takes an item out of a list or an object, with the comma that goes with it. */
export function removeItem(
  { text, comments }: Pick<Parsed, 'text' | 'comments'>,
  items: readonly Node[],
  item: Node,
): Replacement {
  const index = items.indexOf(item);
  const [before, next] = [items[index - 1], items[index + 1]];
  if (next) return { start: item.start, end: next.start, text: '' };
  if (!before) {
    // A comma behind the only one would stand for a hole.
    const comma = /^\s*,/.exec(text.slice(item.end))?.[0].length ?? 0;
    return { start: item.start, end: item.end + comma, text: '' };
  }
  // A comma that is open behind the last stays open behind the one before.
  const from = afterComments(text, before.end, comments);
  return { start: from, end: item.end, text: '' };
}
