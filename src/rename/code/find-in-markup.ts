import type { AnyNode, Program } from 'acorn';
import { parseCode, parseExpression } from '../../code/parse.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { walk } from '../../code/walk.ts';
import { findInCode } from './find-in-code.ts';
import { keepOnly } from './keep-only.ts';
import { linkIn } from './links.ts';
import { type Attribute, type Flavor, readMarkup, type Span, type Tag } from './markup.ts';
import type { Findings, Renamed, Unsure, Use } from './model.ts';
import { isOurs, type Modules } from './modules.ts';
import { registeredIn } from './registered.ts';
import { shadowsIn } from './shadows.ts';
import type { Loose } from './syntax.ts';

/** Markup language with embedded code. */
export type Language = 'html' | 'vue' | 'svelte' | 'astro';

const FLAVORS: Readonly<Record<Language, Flavor>> = {
  html: { hasBraces: false, hasMustaches: false, hasTagsInCode: false },
  vue: { hasBraces: false, hasMustaches: true, hasTagsInCode: false },
  svelte: { hasBraces: true, hasMustaches: false, hasTagsInCode: false },
  astro: { hasBraces: true, hasMustaches: false, hasTagsInCode: true },
};

interface MarkupFile {
  readonly file: string;
  readonly language: Language;
  /** Names of iconloom components that are registered globally. */
  readonly everywhere: ReadonlySet<string>;
}

/** Finds uses of an icon name in markup and its embedded code. */
export function findInMarkup(
  text: string,
  { file, language, everywhere }: MarkupFile,
  renamed: Renamed,
  modules: Modules,
): Findings {
  const front = language === 'astro' ? frontmatterOf(text) : undefined;
  const markup = readMarkup(text, front?.end ?? 0, FLAVORS[language]);
  const uses = new Map<number, Use>();
  const unsure = new Map<number, Unsure>();
  const take = (found: Findings) => {
    for (const use of found.uses) uses.set(use.start, use);
    for (const doubt of found.unsure) unsure.set(doubt.start, doubt);
  };
  const doubt = (start: number, reason: string) => unsure.set(start, { start, reason });

  const scripts = [...(front ? [front] : []), ...markup.scripts];
  const programs = scripts.flatMap((script) => {
    const program = parseCode(keepOnly(text, script));
    if (!program && mayName(text, script, renamed)) doubt(script.start, UNREADABLE);
    return program ?? [];
  });
  let scope: Scope | undefined;
  const isPartOfOurs = programs.some((program) => isOurs(program, file, modules));
  for (const program of programs) {
    const outside = language === 'html' ? undefined : scope;
    take(
      findInCode(
        { root: program, file, outside, isOurs: isPartOfOurs, isPart: true },
        renamed,
        modules,
      ),
    );
    scope = scopeOfProgram(program, outside);
  }
  const registered = language === 'vue' ? registeredIn(programs) : new Map<string, Loose>();
  const shadowed = shadowsIn(text, markup, language);

  // Tags in parsed code are handled as code, which resolves identifiers.
  const read: Span[] = [];
  const unread: Span[] = [];
  const isIn = (spans: readonly Span[], { start, end }: Span) =>
    spans.some((span) => span.start <= start && end <= span.end);
  for (const span of markup.codes) {
    if (isIn([...read, ...unread], span)) continue;
    (code(span) ? read : unread).push(span);
  }
  for (const tag of markup.tags) if (!isIn(read, tag)) element(tag, !isIn(unread, tag));
  for (const { start, end } of uses.values()) {
    for (const at of [...unsure.keys()]) if (at >= start - 1 && at <= end) unsure.delete(at);
  }
  return { uses: [...uses.values()], unsure: [...unsure.values()] };

  function element(tag: Tag, readsCode: boolean): void {
    const takesName = tag.name === 'iconloom-icon' || isComponent(tag.name);
    for (const attribute of tag.attributes) {
      const { value } = attribute;
      if (!value) continue;
      const [name, isCode] = asCode(attribute, language);
      const isName = takesName && name === 'name';
      if (isCode && readsCode) code(loopOf(name, value), isName ? tag : undefined);
      if (!isCode) fixed(attribute, tag, isName);
    }
  }

  /** Checks a static value. */
  function fixed({ name, value }: Attribute, tag: Tag, isName: boolean): void {
    if (!value) return;
    const put = (length: number, text: string) => {
      uses.set(value.end - length, {
        ...{ start: value.end - length, end: value.end, text },
        shown: [tag.start, tag.end],
      });
    };
    const link = linkIn(value.text, renamed);
    if (isName && value.text === renamed.from) put(renamed.from.length, renamed.to);
    else if (link === 'sprite') put(renamed.fromId.length, renamed.toId);
    else if (link && /href|src$/i.test(name)) {
      const where = link === 'page' ? 'any element with that id in the page' : 'another file';
      doubt(value.start, `it may link to ${where}`);
    } else if (value.text === renamed.from && /icon|name|glyph/i.test(`${name} ${tag.name}`)) {
      doubt(value.start, `<${tag.name}> is not known to take icon names`);
    }
  }

  /** Finds uses in embedded code; returns whether it could be parsed. */
  function code(span: Span, named?: Tag): boolean {
    if (!mayName(text, span, renamed)) return true;
    const stretch = language === 'svelte' ? withoutBlock(text, span) : span;
    const root =
      parseExpression(text, stretch.start, stretch.end) ?? parseCode(keepOnly(text, stretch));
    if (!root) {
      doubt(span.start, UNREADABLE);
      return false;
    }
    const part = { file, outside: scope ?? NO_SCOPE, isOurs: isPartOfOurs, isPart: true, shadowed };
    take(
      findInCode(
        { root, ...part, ...(named && { isName: [named.start, named.end] as const }) },
        renamed,
        modules,
      ),
    );
    return true;
  }

  function isComponent(name: string): boolean {
    if (/^[a-z]+$/.test(name)) return false;
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
    const within = scope ?? NO_SCOPE;
    const names = language === 'vue' ? [name, camel, pascal] : [name];
    const isDeclared = names.some((each) => registered.has(each) || lookUpVariable(each, within));
    if (language === 'vue' && !isDeclared) return names.some((each) => everywhere.has(each));
    return names.some((each) => {
      const node = registered.get(each) ?? identifier(each);
      return !shadowed.has(each) && modules.kindOf(node, within, file) === 'component';
    });
  }
}

const NO_SCOPE: Scope = { parent: undefined, names: new Map() };
const UNREADABLE = 'the code there cannot be parsed';

/** Syntax node of a component name: `Icon`, `set.Icon`. */
function identifier(name: string): Loose {
  const [first = '', ...others] = name.split('.');
  const node: Loose = { type: 'JSXIdentifier', name: first, start: 0, end: 0 };
  return others.reduce<Loose>((object, each) => {
    const property = { type: 'JSXIdentifier', name: each, start: 0, end: 0 };
    return { type: 'JSXMemberExpression', object, property, start: 0, end: 0 };
  }, node);
}

/** Name of the prop that an attribute sets, and whether its value is code. */
function asCode(
  { name, isCode }: Attribute,
  language: Language,
): readonly [name: string, isCode: boolean] {
  if (language !== 'vue') return [name, isCode];
  const bound = /^(?::|v-bind:|\.)([\w-]+)/.exec(name)?.[1];
  if (bound !== undefined) return [bound, true];
  // Names that these declare are collected separately.
  if (/^(#|v-slot|v-for)/.test(name)) return [name, name === 'v-for'];
  return [name, /^(@|v-)/.test(name)];
}

/** Span of the frontmatter that Astro runs on the server. */
function frontmatterOf(text: string): Span | undefined {
  const found = /^\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (found?.index !== 0) return undefined;
  const start = found[0].indexOf('\n') + 1;
  return { start, end: found[0].length - 3 };
}

/** Span of the list of `v-for`, without the names of its items. */
function loopOf(name: string, value: Span & { readonly text: string }): Span {
  const cut = name === 'v-for' ? (/^[\s\S]*?\s(?:in|of)\s/.exec(value.text)?.[0].length ?? 0) : 0;
  return { start: value.start + cut, end: value.end };
}

/** Span of the expression of a block: `#if open`, `#each list as item`, `@html text`. */
function withoutBlock(text: string, { start, end }: Span): Span {
  const code = text.slice(start, end);
  const word = /^\s*(?:[#:@/]\s*(?:else\s+if|[a-z]+)\b)/.exec(code)?.[0].length ?? 0;
  const rest = code.slice(word);
  const isList = /^\s*#(each|await)/.test(code);
  const cut = isList ? rest.search(/\s(?:as|then|catch)\s/) : -1;
  return { start: start + word, end: cut < 0 ? end : start + word + cut };
}

function mayName(text: string, { start, end }: Span, { from, fromKey }: Renamed): boolean {
  const code = text.slice(start, end);
  return code.includes(from) || code.includes(fromKey);
}

function scopeOfProgram(program: Program, outside: Scope | undefined): Scope | undefined {
  let scope: Scope | undefined;
  const visit = ({ node, scope: here }: { node: AnyNode; scope: Scope }) => {
    if (node === program) scope = here;
  };
  walk(program, visit, outside);
  return scope;
}
