import type { AnyNode, Program } from 'acorn';
import { parseCode, parseExpression } from '../../code/parse.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { walk } from '../../code/walk.ts';
import { blankOutside } from './blank-outside.ts';
import { type ExportResolver, importsIconloom } from './export-resolver.ts';
import { findUsesInCode } from './find-in-code.ts';
import { classifyLink } from './links.ts';
import {
  type Attribute,
  type MarkupSyntax,
  readMarkup,
  type Span,
  type StartTag,
} from './markup.ts';
import type { CodeMatches, NameUse, RenamedIcon, UnsureMatch } from './model.ts';
import { findRegisteredComponents } from './registered-components.ts';
import { findShadowedNames } from './shadowed-names.ts';
import type { SyntaxNode } from './syntax.ts';

/** Markup language with embedded code. */
export type Language = 'html' | 'vue' | 'svelte' | 'astro';

const SYNTAX_BY_LANGUAGE: Readonly<Record<Language, MarkupSyntax>> = {
  html: { hasBraces: false, hasMustaches: false, hasTagsInCode: false },
  vue: { hasBraces: false, hasMustaches: true, hasTagsInCode: false },
  svelte: { hasBraces: true, hasMustaches: false, hasTagsInCode: false },
  astro: { hasBraces: true, hasMustaches: false, hasTagsInCode: true },
};

interface MarkupFile {
  readonly file: string;
  readonly language: Language;
  /** Names of iconloom components that are registered globally. */
  readonly globalNames: ReadonlySet<string>;
}

/** Finds uses of an icon name in markup and its embedded code. */
export function findUsesInMarkup(
  text: string,
  { file, language, globalNames }: MarkupFile,
  icon: RenamedIcon,
  resolver: ExportResolver,
): CodeMatches {
  const frontmatter = language === 'astro' ? findFrontmatter(text) : undefined;
  const markup = readMarkup(text, frontmatter?.end ?? 0, SYNTAX_BY_LANGUAGE[language]);
  const uses = new Map<number, NameUse>();
  const unsure = new Map<number, UnsureMatch>();
  const addMatches = (found: CodeMatches) => {
    for (const use of found.uses) uses.set(use.start, use);
    for (const addUnsure of found.unsure) unsure.set(addUnsure.start, addUnsure);
  };
  const addUnsure = (start: number, reason: string) => unsure.set(start, { start, reason });

  const scripts = [...(frontmatter ? [frontmatter] : []), ...markup.scripts];
  const programs = scripts.flatMap((script) => {
    const program = parseCode(blankOutside(text, script));
    if (!program && mayUseName(text, script, icon)) addUnsure(script.start, UNREADABLE);
    return program ?? [];
  });
  let scope: Scope | undefined;
  const isIconloomFile = programs.some((program) => importsIconloom(program, file, resolver));
  for (const program of programs) {
    const outerScope = language === 'html' ? undefined : scope;
    addMatches(
      findUsesInCode(
        { root: program, file, outerScope, isIconloomFile, isPartial: true },
        icon,
        resolver,
      ),
    );
    scope = scopeOfProgram(program, outerScope);
  }
  const registered =
    language === 'vue' ? findRegisteredComponents(programs) : new Map<string, SyntaxNode>();
  const shadowed = findShadowedNames(text, markup, language);

  // Tags in parsed code are handled as code, which resolves identifiers.
  const parsedSpans: Span[] = [];
  const unparsedSpans: Span[] = [];
  const isWithin = (spans: readonly Span[], { start, end }: Span) =>
    spans.some((span) => span.start <= start && end <= span.end);
  for (const span of markup.expressions) {
    if (isWithin([...parsedSpans, ...unparsedSpans], span)) continue;
    (visitCode(span) ? parsedSpans : unparsedSpans).push(span);
  }
  for (const tag of markup.tags)
    if (!isWithin(parsedSpans, tag)) visitElement(tag, !isWithin(unparsedSpans, tag));
  for (const { start, end } of uses.values()) {
    for (const at of [...unsure.keys()]) if (at >= start - 1 && at <= end) unsure.delete(at);
  }
  return { uses: [...uses.values()], unsure: [...unsure.values()] };

  function visitElement(tag: StartTag, readsCode: boolean): void {
    const hasNameProp = tag.name === 'iconloom-icon' || isComponent(tag.name);
    for (const attribute of tag.attributes) {
      const { value } = attribute;
      if (!value) continue;
      const [name, isCode] = parseAttributeName(attribute, language);
      const isName = hasNameProp && name === 'name';
      if (isCode && readsCode) visitCode(iterableSpan(name, value), isName ? tag : undefined);
      if (!isCode) visitStaticValue(attribute, tag, isName);
    }
  }

  /** Checks a static value. */
  function visitStaticValue({ name, value }: Attribute, tag: StartTag, isName: boolean): void {
    if (!value) return;
    const addUse = (length: number, text: string) => {
      uses.set(value.end - length, {
        start: value.end - length,
        end: value.end,
        text,
        context: [tag.start, tag.end],
      });
    };
    const link = classifyLink(value.text, icon);
    if (isName && value.text === icon.from) addUse(icon.from.length, icon.to);
    else if (link === 'sprite') addUse(icon.fromId.length, icon.toId);
    else if (link && /href|src$/i.test(name)) {
      const where = link === 'page' ? 'any element with that id in the page' : 'another file';
      addUnsure(value.start, `it may link to ${where}`);
    } else if (value.text === icon.from && /icon|name|glyph/i.test(`${name} ${tag.name}`)) {
      addUnsure(value.start, `<${tag.name}> is not known to take icon names`);
    }
  }

  /** Finds uses in embedded code; returns whether it could be parsed. */
  function visitCode(span: Span, namedTag?: StartTag): boolean {
    if (!mayUseName(text, span, icon)) return true;
    const expressionSpan = language === 'svelte' ? blockExpression(text, span) : span;
    const root =
      parseExpression(text, expressionSpan.start, expressionSpan.end) ??
      parseCode(blankOutside(text, expressionSpan));
    if (!root) {
      addUnsure(span.start, UNREADABLE);
      return false;
    }
    const part = { file, outerScope: scope ?? NO_SCOPE, isIconloomFile, isPartial: true, shadowed };
    addMatches(
      findUsesInCode(
        { root, ...part, ...(namedTag && { nameSpan: [namedTag.start, namedTag.end] as const }) },
        icon,
        resolver,
      ),
    );
    return true;
  }

  function isComponent(name: string): boolean {
    if (/^[a-z]+$/.test(name)) return false;
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
    const templateScope = scope ?? NO_SCOPE;
    const names = language === 'vue' ? [name, camel, pascal] : [name];
    const isDeclared = names.some(
      (each) => registered.has(each) || lookUpVariable(each, templateScope),
    );
    if (language === 'vue' && !isDeclared) return names.some((each) => globalNames.has(each));
    return names.some((each) => {
      const node = registered.get(each) ?? identifier(each);
      return !shadowed.has(each) && resolver.kindOf(node, templateScope, file) === 'component';
    });
  }
}

const NO_SCOPE: Scope = { parent: undefined, names: new Map() };
const UNREADABLE = 'the code there cannot be parsed';

/** Syntax node of a component name: `Icon`, `set.Icon`. */
function identifier(name: string): SyntaxNode {
  const [first = '', ...others] = name.split('.');
  const node: SyntaxNode = { type: 'JSXIdentifier', name: first, start: 0, end: 0 };
  return others.reduce<SyntaxNode>((object, each) => {
    const property = { type: 'JSXIdentifier', name: each, start: 0, end: 0 };
    return { type: 'JSXMemberExpression', object, property, start: 0, end: 0 };
  }, node);
}

/** Name of the prop that an attribute sets, and whether its value is code. */
function parseAttributeName(
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
function findFrontmatter(text: string): Span | undefined {
  const found = /^\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (found?.index !== 0) return undefined;
  const start = found[0].indexOf('\n') + 1;
  return { start, end: found[0].length - 3 };
}

/** Span of the list of `v-for`, without the names of its items. */
function iterableSpan(name: string, value: Span & { readonly text: string }): Span {
  const skipped =
    name === 'v-for' ? (/^[\s\S]*?\s(?:in|of)\s/.exec(value.text)?.[0].length ?? 0) : 0;
  return { start: value.start + skipped, end: value.end };
}

/** Span of the expression of a block: `#if open`, `#each list as item`, `@html text`. */
function blockExpression(text: string, { start, end }: Span): Span {
  const code = text.slice(start, end);
  const word = /^\s*(?:[#:@/]\s*(?:else\s+if|[a-z]+)\b)/.exec(code)?.[0].length ?? 0;
  const rest = code.slice(word);
  const isList = /^\s*#(each|await)/.test(code);
  const skipped = isList ? rest.search(/\s(?:as|then|catch)\s/) : -1;
  return { start: start + word, end: skipped < 0 ? end : start + word + skipped };
}

function mayUseName(text: string, { start, end }: Span, { from, fromKey }: RenamedIcon): boolean {
  const code = text.slice(start, end);
  return code.includes(from) || code.includes(fromKey);
}

function scopeOfProgram(program: Program, outerScope: Scope | undefined): Scope | undefined {
  let scope: Scope | undefined;
  const visit = ({ node, scope: here }: { node: AnyNode; scope: Scope }) => {
    if (node === program) scope = here;
  };
  walk(program, visit, outerScope);
  return scope;
}
