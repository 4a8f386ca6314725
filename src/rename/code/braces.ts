/**
 * Offset after the brace that closes the one at `start`; `undefined` if none does before `end`.
 * Braces in strings, templates and comments do not count.
 */
export function closingBrace(text: string, start: number, end: number): number | undefined {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (char === '"' || char === "'") at = quoteEnd(text, at, end) ?? at;
    else if (char === '`') at = templateEnd(text, at, end);
    else if (text.startsWith('/*', at)) at = before(text.indexOf('*/', at + 2) + 2, end);
    else if (text.startsWith('//', at) && text[at - 1] !== ':') at = lineEndAt(text, at, end);
  }
  return undefined;
}

/** Offset of the quote that closes a string in the same line; `undefined` for an apostrophe. */
function quoteEnd(text: string, start: number, end: number): number | undefined {
  for (let at = start + 1; at < end && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === text[start]) return at;
  }
  return undefined;
}

function templateEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at;
    else if (text.startsWith('${', at)) at = (closingBrace(text, at + 1, end) ?? end) - 1;
  }
  return end;
}

function lineEndAt(text: string, start: number, end: number): number {
  return before(text.indexOf('\n', start), end);
}

/** Offset of the character before a search result, which may be -1 or past the end. */
function before(offset: number, end: number): number {
  return offset <= 1 || offset > end ? end : offset - 1;
}
