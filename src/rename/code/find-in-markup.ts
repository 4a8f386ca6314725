import type { AnyNode, Program } from 'acorn';
import { parseCode, parseExpression } from '../../code/parse.ts';
import type { Scope } from '../../code/scope.ts';
import { walk } from '../../code/walk.ts';
import { blankOutside } from './blank-outside.ts';
import { type ExportResolver, importsIconloom } from './export-resolver.ts';
import { findUsesInCode } from './find-in-code.ts';
import {
  blockExpression,
  findFrontmatter,
  iterableSpan,
  type Language,
  parseAttributeName,
  SYNTAX_BY_LANGUAGE,
} from './languages.ts';
import { classifyLink } from './links.ts';
import { type Attribute, type Markup, readMarkup, type Span, type StartTag } from './markup.ts';
import { MatchCollector } from './match-collector.ts';
import type { CodeMatches, RenamedIcon } from './model.ts';
import { findShadowedNames } from './shadowed-names.ts';
import { createComponentTest } from './template-components.ts';

/** Markup with embedded code. */
export interface MarkupFile {
  readonly text: string;
  /** Absolute path. */
  readonly file: string;
  readonly language: Language;
  /** Names of iconloom components that are registered globally. */
  readonly globalNames: ReadonlySet<string>;
}

/** Finds uses of an icon name in markup and its embedded code. */
export function findUsesInMarkup(
  file: MarkupFile,
  icon: RenamedIcon,
  resolver: ExportResolver,
): CodeMatches {
  return new MarkupSearch(file, icon, resolver).search();
}

const NO_SCOPE: Scope = { parent: undefined, names: new Map() };
const UNREADABLE = 'the code there cannot be parsed';

/** Search of an icon name in a file: first in its scripts, whose names its template uses. */
class MarkupSearch {
  readonly #file: MarkupFile;
  readonly #icon: RenamedIcon;
  readonly #resolver: ExportResolver;
  readonly #markup: Markup;
  readonly #collector = new MatchCollector();
  readonly #isIconloomFile: boolean;
  /** Scope of the last script. */
  readonly #scope: Scope;
  readonly #shadowed: ReadonlySet<string>;
  readonly #isComponent: (tagName: string) => boolean;

  constructor(file: MarkupFile, icon: RenamedIcon, resolver: ExportResolver) {
    const { text, language } = file;
    this.#file = file;
    this.#icon = icon;
    this.#resolver = resolver;
    const frontmatter = language === 'astro' ? findFrontmatter(text) : undefined;
    this.#markup = readMarkup(text, frontmatter?.end ?? 0, SYNTAX_BY_LANGUAGE[language]);
    const programs = this.#parseScripts(frontmatter);
    this.#isIconloomFile = programs.some((each) => importsIconloom(each, file.file, resolver));
    this.#scope = this.#searchScripts(programs);
    this.#shadowed = findShadowedNames(text, this.#markup, language);
    this.#isComponent = createComponentTest(
      { ...file, programs, scope: this.#scope, shadowed: this.#shadowed },
      resolver,
    );
  }

  search(): CodeMatches {
    this.#searchTemplate();
    return this.#collector.matches();
  }

  #parseScripts(frontmatter: Span | undefined): readonly Program[] {
    const scripts = [...(frontmatter ? [frontmatter] : []), ...this.#markup.scripts];
    return scripts.flatMap((script) => {
      const program = parseCode(blankOutside(this.#file.text, script));
      if (!program && this.#mayUseName(script)) this.#collector.setUnsure(script.start, UNREADABLE);
      return program ?? [];
    });
  }

  /** Searches scripts, each of which sees the names of those before; returns the last scope. */
  #searchScripts(programs: readonly Program[]): Scope {
    const { file, language } = this.#file;
    const isIconloomFile = this.#isIconloomFile;
    let scope: Scope | undefined;
    for (const root of programs) {
      const outerScope = language === 'html' ? undefined : scope;
      const code = { root, file, outerScope, isIconloomFile, isPartial: true };
      this.#collector.addAll(findUsesInCode(code, this.#icon, this.#resolver));
      scope = scopeOfProgram(root, outerScope);
    }
    return scope ?? NO_SCOPE;
  }

  /** Searches tags and expressions. Tags in parsed code are handled as code, which resolves identifiers. */
  #searchTemplate(): void {
    const parsedSpans: Span[] = [];
    const unparsedSpans: Span[] = [];
    for (const span of this.#markup.expressions) {
      if (isWithin(parsedSpans, span) || isWithin(unparsedSpans, span)) continue;
      (this.#searchCode(span) ? parsedSpans : unparsedSpans).push(span);
    }
    for (const tag of this.#markup.tags) {
      if (isWithin(parsedSpans, tag)) continue;
      this.#searchTag(tag, { readsCode: !isWithin(unparsedSpans, tag) });
    }
  }

  #searchTag(tag: StartTag, { readsCode }: { readonly readsCode: boolean }): void {
    const takesName = tag.name === 'iconloom-icon' || this.#isComponent(tag.name);
    for (const attribute of tag.attributes) {
      const { value } = attribute;
      if (!value) continue;
      const { name, isCode } = parseAttributeName(attribute, this.#file.language);
      const isName = takesName && name === 'name';
      if (!isCode) this.#searchStaticValue(attribute, tag, { isName });
      else if (readsCode) this.#searchCode(iterableSpan(name, value), isName ? tag : undefined);
    }
  }

  #searchStaticValue(
    { name, value }: Attribute,
    tag: StartTag,
    { isName }: { readonly isName: boolean },
  ): void {
    if (!value) return;
    const { from, to, fromId, toId } = this.#icon;
    const { end } = value;
    const context = [tag.start, tag.end] as const;
    const link = classifyLink(value.text, this.#icon);
    if (isName && value.text === from) {
      this.#collector.addUse({ start: end - from.length, end, text: to, context });
    } else if (link === 'sprite') {
      this.#collector.addUse({ start: end - fromId.length, end, text: toId, context });
    } else if (link && /href|src$/i.test(name)) {
      const where = link === 'page' ? 'any element with that id in the page' : 'another file';
      this.#collector.setUnsure(value.start, `it may link to ${where}`);
    } else if (value.text === from && /icon|name|glyph/i.test(`${name} ${tag.name}`)) {
      this.#collector.setUnsure(value.start, `<${tag.name}> is not known to take icon names`);
    }
  }

  /**
   * Searches embedded code; returns whether it could be parsed.
   *
   * @param namedTag tag whose icon name the code evaluates to
   */
  #searchCode(span: Span, namedTag?: StartTag): boolean {
    if (!this.#mayUseName(span)) return true;
    const { text, file, language } = this.#file;
    const codeSpan = language === 'svelte' ? blockExpression(text, span) : span;
    const root =
      parseExpression(text, codeSpan.start, codeSpan.end) ??
      parseCode(blankOutside(text, codeSpan));
    if (!root) {
      this.#collector.setUnsure(span.start, UNREADABLE);
      return false;
    }
    const code = {
      root,
      file,
      outerScope: this.#scope,
      isIconloomFile: this.#isIconloomFile,
      isPartial: true,
      shadowed: this.#shadowed,
      ...(namedTag && { nameSpan: [namedTag.start, namedTag.end] as const }),
    };
    this.#collector.addAll(findUsesInCode(code, this.#icon, this.#resolver));
    return true;
  }

  #mayUseName({ start, end }: Span): boolean {
    const code = this.#file.text.slice(start, end);
    return code.includes(this.#icon.from) || code.includes(this.#icon.fromKey);
  }
}

function isWithin(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

function scopeOfProgram(program: Program, outerScope: Scope | undefined): Scope | undefined {
  let scope: Scope | undefined;
  const visit = ({ node, scope: here }: { node: AnyNode; scope: Scope }) => {
    if (node === program) scope = here;
  };
  walk(program, visit, outerScope);
  return scope;
}
