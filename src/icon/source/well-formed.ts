import type { Where } from '../../core/diagnostics.ts';
import { TagScanner } from './scan-tags.ts';

/** Reason why a text is not well-formed XML, and its place. */
export interface XmlError {
  readonly where: Where;
  readonly reason: string;
}

/**
 * Finds what XML forbids and the parser accepts: second roots, duplicate attributes, `<` in values,
 * CDATA before the root, and invalid characters. Browsers show an error instead of such a file.
 * Source: XML 1.0, 2.1, 2.2, 3.1 and 4.1.
 */
export function findXmlError(svg: string): XmlError | undefined {
  const check = new TagCheck(svg);
  for (const tags = new TagScanner(svg); tags.next(); ) check.add(tags);
  return check.error();
}

interface XmlErrorOffset {
  readonly at: number;
  readonly reason: string;
}

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Most files contain only ASCII, which this test finds in a fraction of the time. */
const UNUSUAL = /[^\t\n\r\x20-\x7e]/;

function badCharacter(svg: string): XmlErrorOffset | undefined {
  if (!UNUSUAL.test(svg)) return undefined;
  const match = FORBIDDEN.exec(svg);
  if (!match) return undefined;
  return { at: match.index, reason: `The character ${codeOf(match[0])} is not allowed in XML.` };
}

function badReference(svg: string): XmlErrorOffset | undefined {
  if (!svg.includes('&#')) return undefined;
  for (const { 0: whole, 1: decimal, 2: hex, index } of svg.matchAll(
    /&#(?:(\d+)|x([\da-f]+));/gi,
  )) {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(code));
    if (!isCharacter) return { at: index, reason: `${whole} is not a valid XML character.` };
  }
  return undefined;
}

/** Check of the tags of a text, with the same result as {@link findXmlError}. */
export class TagCheck {
  private readonly svg: string;
  private readonly cdata: number;
  private depth = 0;
  private roots = 0;
  private found: XmlErrorOffset | undefined;

  constructor(svg: string) {
    this.svg = svg;
    this.cdata = svg.indexOf('<![CDATA[');
  }

  add(tag: TagScanner): void {
    this.found ??= this.errorIn(tag);
  }

  /** Error of the text; complete after its last tag. */
  error(): XmlError | undefined {
    const { svg } = this;
    const error = badCharacter(svg) ?? badReference(svg) ?? this.found;
    return error && { where: placeOf(svg, error.at), reason: error.reason };
  }

  private errorIn(tag: TagScanner): XmlErrorOffset | undefined {
    const { start, names, lessThanOffset } = tag;
    const { cdata } = this;
    if (this.roots === 0 && cdata >= 0 && cdata < start) {
      return { at: cdata, reason: 'A CDATA section precedes the root element.' };
    }
    if (lessThanOffset !== undefined) {
      return { at: lessThanOffset, reason: 'An attribute value contains <.' };
    }
    if (tag.isClosing) {
      this.depth -= 1;
      return undefined;
    }
    if (this.depth === 0) this.roots += 1;
    if (this.roots > 1) return { at: start, reason: 'The file has more than one root element.' };
    if (!tag.isEmpty) this.depth += 1;
    const duplicate = names.length < 2 ? undefined : duplicateOf(names);
    return duplicate === undefined
      ? undefined
      : { at: start, reason: `The attribute ${duplicate} is set twice on one element.` };
  }
}

/** Attributes of an element up to which comparing all of them is the fastest. */
const FEW = 10;

function duplicateOf(names: readonly string[]): string | undefined {
  if (names.length <= FEW) return names.find((name, index) => names.indexOf(name) < index);
  const visited = new Set<string>();
  return names.find((name) => visited.size === visited.add(name).size);
}

function placeOf(svg: string, at: number): Where {
  const lines = svg.slice(0, at).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** `U+0000` */
function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
