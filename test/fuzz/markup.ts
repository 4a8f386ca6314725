import type { Random } from './random.ts';

/** Start tag of an element in a text. */
export interface StartTag {
  readonly name: string;
  /** Between the name and the end of the tag. */
  readonly attributes: string;
  /** Place behind the name. */
  readonly nameEnd: number;
  /** Place behind the `>`. */
  readonly end: number;
  readonly isEmpty: boolean;
}

/** Start tags, as far as a regular expression can tell, which on broken texts is good enough. */
export function startTags(svg: string): readonly StartTag[] {
  return [
    ...svg.matchAll(/<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g),
  ].map(({ 0: whole, 1: name = '', 2: attributes = '', 3: slash, index }) => ({
    name,
    attributes,
    nameEnd: index + 1 + name.length,
    end: index + whole.length,
    isEmpty: slash === '/',
  }));
}

/** The same text with an attribute on one element, in place of one of the same name. */
export function withAttribute(
  svg: string,
  { nameEnd, attributes }: StartTag,
  { name, written }: { readonly name: string; readonly written: string },
): string {
  const rest = attributes.replace(
    new RegExp(`\\s${name.replace(/[^\w:-]/g, '')}\\s*=\\s*(?:"[^"]*"|'[^']*')`),
    '',
  );
  const after = svg.slice(nameEnd + attributes.length);
  return `${svg.slice(0, nameEnd)} ${name}=${written}${rest}${after}`;
}

/** The same text with markup as the first content of one element. */
export function withChild(svg: string, tag: StartTag, markup: string): string {
  if (!tag.isEmpty) return svg.slice(0, tag.end) + markup + svg.slice(tag.end);
  const open = svg.slice(0, tag.end).replace(/\s*\/>$/, '>');
  return `${open}${markup}</${tag.name}>${svg.slice(tag.end)}`;
}

/** An attribute's value in quotes, some of it as character references. */
export function quoted(random: Random, value: string): string {
  const quote = random.chance(0.8) ? '"' : "'";
  const plain = mostlyLegal(random, value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
  const isReferred = random.chance(0.2);
  const text = isReferred ? withReferences(random, plain) : plain;
  return quote + text + quote;
}

/** Text of an element, as characters or as a CDATA section. */
export function content(random: Random, css: string): string {
  const text = mostlyLegal(random, css);
  if (random.chance(0.3)) return `<![CDATA[${text.replaceAll(']]>', ']]&gt;')}]]>`;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Line breaks only survive in an attribute as references. */
function withReferences(random: Random, plain: string): string {
  return plain.replace(/[\s\S]/g, (char) => {
    const isSpace = /[\r\n\t]/.test(char);
    if (!(isSpace || random.chance(0.1)) || /[&;#\d]/.test(char)) return char;
    const code = char.charCodeAt(0);
    if (code < 9) return char;
    return random.chance(0.5) ? `&#${code};` : `&#x${code.toString(16)};`;
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Characters that XML forbids refuse a whole text at once, so few are let through. */
function mostlyLegal(random: Random, text: string): string {
  if (random.chance(0.05)) return text;
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(FORBIDDEN, '');
}
