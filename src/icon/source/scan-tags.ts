/** A tag in an unparsed text. */
export interface RawTag {
  /** Offset of its start, in UTF-16 code units. */
  readonly start: number;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  /** Names of its attributes, in order. */
  readonly names: readonly string[];
  /** Lengths of their values, in the same order. */
  readonly lengths: readonly number[];
  /** Offset of a `<` in a value, which XML forbids. */
  readonly lessThanOffset: number | undefined;
}

/** Markup without tags, by its start and end. */
const UNTAGGED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Reads the tags of a text, in time linear in its length; stops at an unclosed one. */
export function* scanTags(svg: string): Generator<RawTag> {
  let nextLess = -1;
  for (let start = svg.indexOf('<'); start >= 0; start = svg.indexOf('<', start)) {
    const next = svg[start + 1];
    if (next === '!' || next === '?') {
      const untagged = UNTAGGED.find(([opening]) => svg.startsWith(opening, start));
      if (untagged) {
        const end = svg.indexOf(untagged[1], start);
        if (end < 0) return;
        start = end;
        continue;
      }
    }
    const names: string[] = [];
    const lengths: number[] = [];
    let lessThanOffset: number | undefined;
    let end = start + 1;
    let from = end;
    while (end < svg.length && svg[end] !== '>') {
      const character = svg[end];
      if (character === '=') {
        names.push(lastWord(svg, from, end));
        from = end + 1;
      }
      if (character === '"' || character === "'") {
        const close = svg.indexOf(character, end + 1);
        if (close < 0) return;
        if (nextLess <= end) nextLess = indexOrEnd(svg, '<', end + 1);
        if (nextLess < close) lessThanOffset ??= nextLess;
        if (lengths.length < names.length) lengths.push(close - end - 1);
        end = close;
        from = close + 1;
      }
      end += 1;
    }
    const isEmpty = svg[end - 1] === '/';
    if (next !== '!')
      yield { start, isClosing: next === '/', isEmpty, names, lengths, lessThanOffset };
    start = end;
  }
}

function indexOrEnd(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}

function lastWord(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > from && !isSpace(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Source: XML 1.0, 2.3. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}
