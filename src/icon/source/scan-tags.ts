/** Markup without tags, by its start and end. */
const UNTAGGED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

const [GREATER, EQUALS, SLASH, BANG, QUESTION] = [0x3e, 0x3d, 0x2f, 0x21, 0x3f];
const [DOUBLE_QUOTE, SINGLE_QUOTE] = [0x22, 0x27];

/**
 * Reads the tags of an unparsed text one by one, in time linear in its length; stops at an unclosed
 * one. The fields describe the current tag. It is not a generator, and has no object for each tag,
 * since every source is scanned.
 */
export class TagScanner {
  /** Offset of the start, in UTF-16 code units. */
  start = -1;
  isClosing = false;
  isEmpty = false;
  /** Names of the attributes, in order. */
  names: readonly string[] = [];
  /** Lengths of their values, in the same order. */
  lengths: readonly number[] = [];
  /** Offset of a `<` in a value, which XML forbids. */
  lessThanOffset: number | undefined;

  private readonly svg: string;
  private from = 0;
  private nextLess = -1;

  constructor(svg: string) {
    this.svg = svg;
  }

  /** Moves to the next tag; `false` if there is none. */
  next(): boolean {
    const { svg } = this;
    for (;;) {
      const start = svg.indexOf('<', this.from);
      if (start < 0) return false;
      const next = svg.charCodeAt(start + 1);
      if (next === BANG || next === QUESTION) {
        const untagged = UNTAGGED.find(([opening]) => svg.startsWith(opening, start));
        if (untagged) {
          this.from = svg.indexOf(untagged[1], start);
          if (this.from < 0) {
            this.from = svg.length;
            return false;
          }
          continue;
        }
      }
      const end = this.readTag(start + 1);
      if (end < 0) {
        this.from = svg.length;
        return false;
      }
      this.from = end;
      if (next === BANG) continue;
      this.start = start;
      this.isClosing = next === SLASH;
      this.isEmpty = svg.charCodeAt(end - 1) === SLASH;
      return true;
    }
  }

  /** Reads a tag up to its end, which is returned; -1 for a value that is not closed. */
  private readTag(begin: number): number {
    const { svg } = this;
    const names: string[] = [];
    const lengths: number[] = [];
    this.names = names;
    this.lengths = lengths;
    this.lessThanOffset = undefined;
    let end = begin;
    let from = end;
    for (; end < svg.length; end++) {
      const code = svg.charCodeAt(end);
      if (code === GREATER) break;
      if (code === EQUALS) {
        names.push(lastWord(svg, from, end));
        from = end + 1;
      } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        const close = svg.indexOf(code === DOUBLE_QUOTE ? '"' : "'", end + 1);
        if (close < 0) return -1;
        if (this.nextLess <= end) this.nextLess = indexOrEnd(svg, end + 1);
        if (this.nextLess < close) this.lessThanOffset ??= this.nextLess;
        if (lengths.length < names.length) lengths.push(close - end - 1);
        end = close;
        from = close + 1;
      }
    }
    return end;
  }
}

function indexOrEnd(text: string, from: number): number {
  const at = text.indexOf('<', from);
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
