import { closingBrace } from './braces.ts';

/** Range of offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Attribute extends Span {
  readonly name: string;
  /** Text between the quotes or braces. */
  readonly value: (Span & { readonly text: string }) | undefined;
  /** Set if the value is in braces and therefore code. */
  readonly isCode: boolean;
}

/** Start tag. */
export interface StartTag extends Span {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

/** Parts of a markup file that can contain icon names. */
export interface Markup {
  readonly tags: readonly StartTag[];
  /** Code in braces in the text, without the braces. */
  readonly expressions: readonly Span[];
  /** Contents of scripts. */
  readonly scripts: readonly Span[];
}

/** Syntax of embedded code in a language. */
export interface MarkupSyntax {
  /** `{…}` in texts and as values of attributes. */
  readonly hasBraces: boolean;
  /** `{{…}}` in texts. */
  readonly hasMustaches: boolean;
  /** Set if code in braces may contain tags. */
  readonly hasTagsInCode: boolean;
}

/** Elements whose text is not markup. */
const RAW_TEXT_ELEMENT = /^(script|style|textarea|title)$/i;

/** Parses markup and tolerates errors: anything that is not a tag is text. */
export function readMarkup(text: string, from: number, syntax: MarkupSyntax): Markup {
  const tags: StartTag[] = [];
  const expressions: Span[] = [];
  const scripts: Span[] = [];
  let at = from;
  while (at < text.length) {
    if (text.startsWith('<!--', at)) at = endOfMatch(text, '-->', at + 4);
    else if (text[at] === '<' && /[a-z]/i.test(text[at + 1] ?? '')) {
      const tag = readTag(text, at, syntax);
      tags.push(tag);
      at = tag.end;
      if (!RAW_TEXT_ELEMENT.test(tag.name) || text[tag.end - 2] === '/') continue;
      const end = findClosingTag(text, tag.name, at);
      if (/^script$/i.test(tag.name) && isScriptTag(tag)) scripts.push({ start: at, end });
      at = end;
    } else if (syntax.hasMustaches && text.startsWith('{{', at)) {
      const end = text.indexOf('}}', at);
      if (end > 0) expressions.push({ start: at + 2, end });
      at += 2;
    } else if (syntax.hasBraces && text[at] === '{') {
      const end = closingBrace(text, at, text.length);
      if (end !== undefined) expressions.push({ start: at + 1, end: end - 1 });
      at = end !== undefined && !syntax.hasTagsInCode ? end : at + 1;
    } else at += 1;
  }
  return { tags, expressions, scripts };
}

const NAME_END = /[\s/>]/;

function readTag(text: string, start: number, syntax: MarkupSyntax): StartTag {
  let at = start + 1;
  while (at < text.length && !NAME_END.test(text[at] ?? '')) at += 1;
  const name = text.slice(start + 1, at);
  const attributes: Attribute[] = [];
  while (at < text.length && text[at] !== '>') {
    if (/[\s/]/.test(text[at] ?? '')) at += 1;
    else if (syntax.hasBraces && text[at] === '{') {
      const end = closingBrace(text, at, text.length) ?? at + 1;
      const value = span(text, at + 1, end - 1);
      attributes.push({ name: '', start: at, end, value, isCode: true });
      at = end;
    } else {
      const attribute = readAttribute(text, at, syntax);
      attributes.push(attribute);
      at = Math.max(attribute.end, at + 1);
    }
  }
  return { name, attributes, start, end: Math.min(at + 1, text.length) };
}

function readAttribute(text: string, start: number, syntax: MarkupSyntax): Attribute {
  let at = start;
  while (at < text.length && !/[\s=>]/.test(text[at] ?? '') && !text.startsWith('/>', at)) at += 1;
  const name = text.slice(start, at);
  const equals = /^\s*=\s*/.exec(text.slice(at, at + 200))?.[0];
  if (equals === undefined) return { name, start, end: at, value: undefined, isCode: false };
  at += equals.length;
  const quote = text[at] ?? '';
  if (quote === '"' || quote === "'") {
    const closing = text.indexOf(quote, at + 1);
    const end = closing < 0 ? text.length : closing;
    return { name, start, end: end + 1, value: span(text, at + 1, end), isCode: false };
  }
  if (syntax.hasBraces && quote === '{') {
    const end = closingBrace(text, at, text.length) ?? text.length;
    return { name, start, end, value: span(text, at + 1, end - 1), isCode: true };
  }
  const length = /^[^\s>]*/.exec(text.slice(at))?.[0].length ?? 0;
  return { name, start, end: at + length, value: span(text, at, at + length), isCode: false };
}

function span(text: string, start: number, end: number): Span & { readonly text: string } {
  return { start, end, text: text.slice(start, end) };
}

function endOfMatch(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** Offset of the end tag; the end of the text if there is none. */
function findClosingTag(text: string, name: string, from: number): number {
  const ending = new RegExp(`</${name}[\\s/>]`, 'ig');
  ending.lastIndex = from;
  return ending.exec(text)?.index ?? text.length;
}

/** Tests whether an element with this start tag contains code, not data or a template. */
function isScriptTag({ attributes }: StartTag): boolean {
  const type = attributes.find(({ name }) => name.toLowerCase() === 'type')?.value?.text ?? '';
  return /^$|module|script/i.test(type) && !/template|json/i.test(type);
}
