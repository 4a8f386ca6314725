import { importsIn } from './config-object.ts';
import { afterComments, type Insertion, lineEnd } from './insert.ts';
import { children, type ParsedSource } from './parse.ts';

/** Inserts an import after the last import, or at the start of the code. */
export function insertImport(parsed: ParsedSource, line: string): Insertion {
  const { root, text, comments } = parsed;
  const eol = lineEnd(text);
  const last = importsIn(root).at(-1)?.node;
  if (last) return { at: afterComments(text, last.end, comments), text: `${eol}${line}` };
  return { at: startOfCode(parsed), text: `${line}${eol}${eol}` };
}

/** Offset after lines that must stay first: a hashbang, directives, and comments for tools. */
function startOfCode({ root, text, comments }: ParsedSource): number {
  const skipLine = (offset: number) => {
    const next = text.indexOf('\n', offset);
    return next === -1 ? text.length : next + 1;
  };
  let at = text.startsWith('\ufeff') ? 1 : 0;
  if (text.startsWith('#!', at)) at = skipLine(at);
  for (const { start, end, value } of comments) {
    // The parser returns a hashbang as a comment.
    if (end <= at) continue;
    const isNext = text.slice(at, start).trim() === '';
    if (!isNext || !/@ts-|eslint|biome-|@license|oxlint/.test(String(value))) break;
    at = skipLine(end);
  }
  const directive = children(root, 'body').findLast((node) => typeof node.directive === 'string');
  return directive ? skipLine(directive.end) : at;
}
