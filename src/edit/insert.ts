import type { ParsedSource, SyntaxNode } from './parse.ts';

/** Text to insert at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Applies insertions; existing text is unchanged, byte by byte. */
export function insertAll(text: string, insertions: readonly Insertion[]): string {
  const sorted = [...insertions].sort((a, b) => b.at - a.at);
  return sorted.reduce((all, { at, text: more }) => all.slice(0, at) + more + all.slice(at), text);
}

/** The line ends of a text. */
export function lineEnd(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Insertions that append an item to a list: on the line of the last item, or on its own line. */
export function appendItem(
  { text, comments }: ParsedSource,
  list: SyntaxNode,
  items: readonly SyntaxNode[],
  item: string,
): readonly Insertion[] {
  const last = items.at(-1);
  if (!last) return insertIntoEmpty(text, list, item);
  const comma = commaAfter(text, last.end, list.end, comments);
  const end = comma ?? last.end;
  if (!/[\r\n]/.test(text.slice(last.end, list.end))) {
    const isOpen = comma !== undefined;
    return [{ at: end, text: isOpen ? ` ${item},` : `, ${item}` }];
  }
  const line = `${lineEnd(text)}${indentAt(text, last.start)}${item}`;
  const at = afterComments(text, end, comments);
  if (comma !== undefined) return [{ at, text: `${line},` }];
  return at === end
    ? [{ at, text: `,${line}` }]
    : [
        { at: end, text: ',' },
        { at, text: line },
      ];
}

function insertIntoEmpty(text: string, list: SyntaxNode, item: string): readonly Insertion[] {
  const inside = text.slice(list.start + 1, list.end - 1);
  const [at, isObject] = [list.start + 1, text[list.start] === '{'];
  if (/[\r\n]/.test(inside)) {
    const indent = `${indentAt(text, list.start)}${indentUnit(text)}`;
    return [{ at, text: `${lineEnd(text)}${indent}${item},` }];
  }
  if (inside !== '') return [{ at, text: isObject ? ` ${item},` : `${item},` }];
  return [{ at, text: isObject ? ` ${item} ` : item }];
}

/** Offset after the comma that follows an item; `undefined` if there is none. */
function commaAfter(
  text: string,
  from: number,
  to: number,
  comments: readonly SyntaxNode[],
): number | undefined {
  for (let at = from; at < to; at++) {
    const comment = comments.find(({ start }) => start === at);
    if (comment) at = comment.end - 1;
    else if (text[at] === ',') return at + 1;
  }
  return undefined;
}

/** Offset after the comments on the same line. */
export function afterComments(text: string, from: number, comments: readonly SyntaxNode[]): number {
  const gap = /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0;
  const comment = comments.find(({ start }) => start === from + gap);
  return comment ? afterComments(text, comment.end, comments) : from;
}

/** Indentation of the line of an offset. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** One level of indentation, from the first indented line. */
export function indentUnit(text: string): string {
  return /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? '  ';
}
