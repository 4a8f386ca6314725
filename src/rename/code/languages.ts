import type { Attribute, MarkupSyntax, Span } from './markup.ts';

/** Markup language with embedded code. */
export type Language = 'html' | 'vue' | 'svelte' | 'astro';

export const SYNTAX_BY_LANGUAGE: Readonly<Record<Language, MarkupSyntax>> = {
  html: { hasBraces: false, hasMustaches: false, hasTagsInCode: false },
  vue: { hasBraces: false, hasMustaches: true, hasTagsInCode: false },
  svelte: { hasBraces: true, hasMustaches: false, hasTagsInCode: false },
  astro: { hasBraces: true, hasMustaches: false, hasTagsInCode: true },
};

/** Prop that an attribute sets. */
export interface BoundProp {
  readonly name: string;
  /** Set if its value is code. */
  readonly isCode: boolean;
}

/** Parses the name of an attribute: `:name` sets the prop `name` to the value of code. */
export function parseAttributeName({ name, isCode }: Attribute, language: Language): BoundProp {
  if (language !== 'vue') return { name, isCode };
  const bound = /^(?::|v-bind:|\.)([\w-]+)/.exec(name)?.[1];
  if (bound !== undefined) return { name: bound, isCode: true };
  // Names that these declare are collected separately.
  if (/^(#|v-slot|v-for)/.test(name)) return { name, isCode: name === 'v-for' };
  return { name, isCode: /^(@|v-)/.test(name) };
}

/** Span of the frontmatter that Astro runs on the server. */
export function findFrontmatter(text: string): Span | undefined {
  const found = /^\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (found?.index !== 0) return undefined;
  const start = found[0].indexOf('\n') + 1;
  return { start, end: found[0].length - 3 };
}

/** Span of the list of `v-for`, without the names of its items. */
export function iterableSpan(name: string, value: Span & { readonly text: string }): Span {
  const skipped =
    name === 'v-for' ? (/^[\s\S]*?\s(?:in|of)\s/.exec(value.text)?.[0].length ?? 0) : 0;
  return { start: value.start + skipped, end: value.end };
}

/** Span of the expression of a block: `#if open`, `#each list as item`, `@html text`. */
export function blockExpression(text: string, { start, end }: Span): Span {
  const code = text.slice(start, end);
  const word = /^\s*(?:[#:@/]\s*(?:else\s+if|[a-z]+)\b)/.exec(code)?.[0].length ?? 0;
  const rest = code.slice(word);
  const isList = /^\s*#(each|await)/.test(code);
  const skipped = isList ? rest.search(/\s(?:as|then|catch)\s/) : -1;
  return { start: start + word, end: skipped < 0 ? end : start + word + skipped };
}
