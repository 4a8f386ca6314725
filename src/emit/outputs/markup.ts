import type { MarkupNode } from './element-tree.ts';

/** Spelling of elements in a template language. */
export interface MarkupDialect {
  /** Escapes a text. */
  readonly text: (text: string) => string;
  /** Escapes the value of an attribute, with its quotes. */
  readonly value: (value: string) => string;
  /** Start and end of a tag. Default: the name of the element. */
  readonly tag?: (name: string) => { readonly start: string; readonly end: string };
}

/** Writes elements in a template language, on one line. */
export function toMarkup(nodes: readonly MarkupNode[], dialect: MarkupDialect): string {
  return nodes.map((node) => nodeToMarkup(node, dialect)).join('');
}

function nodeToMarkup(node: MarkupNode, dialect: MarkupDialect): string {
  if (typeof node === 'string') return dialect.text(node);
  const { name, attributes, children } = node;
  const { start, end } = dialect.tag?.(name) ?? { start: name, end: name };
  const head = `<${start}${markupAttributes(attributes, dialect)}`;
  return children.length === 0 ? `${head} />` : `${head}>${toMarkup(children, dialect)}</${end}>`;
}

/** Writes attributes in a template language, with a space before each. */
export function markupAttributes(
  attributes: readonly (readonly [name: string, value: string])[],
  { value }: MarkupDialect,
): string {
  return attributes.map(([name, text]) => ` ${name}=${value(text)}`).join('');
}

/** Escapes characters as references, in quotes. */
export function quotedValue(text: string, characters: RegExp): string {
  return `"${escapeCharacters(text, characters)}"`;
}

/** Writes characters as numeric references. */
export function escapeCharacters(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => `&#${character.codePointAt(0)};`);
}

/** Templates that read braces as code. */
export const BRACES_ESCAPED: MarkupDialect = {
  text: (text) => escapeCharacters(text, /[&<>{}]/g),
  value: (value) => quotedValue(value, /[&<>"{}]/g),
};
