import { afterComments } from './insert.ts';
import type { ParsedSource, SyntaxNode } from './parse.ts';

/** Replacement of a range of text, by offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies replacements; the rest is unchanged, byte by byte. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const sorted = [...replacements].sort((a, b) => b.start - a.start);
  return sorted.reduce(
    (all, { start, end, text: other }) => all.slice(0, start) + other + all.slice(end),
    text,
  );
}

/** Replaces a string literal and keeps its quotes; a key without quotes gets them only if needed. */
export function replaceString(
  text: string,
  { start, end }: SyntaxNode,
  value: string,
): Replacement {
  const quote = text[start] ?? '';
  if (!/["'`]/.test(quote)) {
    return { start, end, text: /^[A-Za-z_$][\w$]*$/.test(value) ? value : `'${value}'` };
  }
  return { start, end, text: quote + JSON.stringify(value).slice(1, -1) + quote };
}

/** Removes an item and its comma from a list or an object. */
export function removeItem(
  { text, comments }: Pick<ParsedSource, 'text' | 'comments'>,
  items: readonly SyntaxNode[],
  item: SyntaxNode,
): Replacement {
  const index = items.indexOf(item);
  const [before, next] = [items[index - 1], items[index + 1]];
  if (next) return { start: item.start, end: next.start, text: '' };
  if (!before) {
    // A comma without an item would be a hole.
    const comma = /^\s*,/.exec(text.slice(item.end))?.[0].length ?? 0;
    return { start: item.start, end: item.end + comma, text: '' };
  }
  // A trailing comma stays.
  const from = afterComments(text, before.end, comments);
  return { start: from, end: item.end, text: '' };
}
