import type { Program } from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import type { ExportResolver } from './export-resolver.ts';
import type { Language } from './languages.ts';
import { findRegisteredComponents } from './registered-components.ts';
import type { SyntaxNode } from './syntax.ts';

/** File whose template uses components, and the declarations of its scripts. */
export interface TemplateContext {
  /** Absolute path. */
  readonly file: string;
  readonly language: Language;
  readonly programs: readonly Program[];
  /** Scope of the last script. */
  readonly scope: Scope;
  /** Names that the template declares, with unknown values. */
  readonly shadowed: ReadonlySet<string>;
  /** Names of iconloom components that are registered globally. */
  readonly globalNames: ReadonlySet<string>;
}

/** Returns a test for tags of iconloom components in a template. */
export function createComponentTest(
  { file, language, programs, scope, shadowed, globalNames }: TemplateContext,
  resolver: ExportResolver,
): (tagName: string) => boolean {
  const isVue = language === 'vue';
  const registered = isVue ? findRegisteredComponents(programs) : new Map<string, SyntaxNode>();
  const isDeclared = (name: string) => registered.has(name) || lookUpVariable(name, scope);
  const isIconComponent = (name: string) => {
    if (shadowed.has(name)) return false;
    const node = registered.get(name) ?? componentNode(name);
    return resolver.kindOf(node, scope, file) === 'component';
  };
  return (tagName) => {
    if (/^[a-z]+$/.test(tagName)) return false;
    const names = isVue ? spellings(tagName) : [tagName];
    if (isVue && !names.some(isDeclared)) return names.some((name) => globalNames.has(name));
    return names.some(isIconComponent);
  };
}

/** Names of a component that a tag of Vue can mean: `app-icon`, `appIcon`, `AppIcon`. */
function spellings(tagName: string): readonly string[] {
  const camel = tagName.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  return [tagName, camel, pascal];
}

/** Syntax node of a component name: `Icon`, `set.Icon`. */
function componentNode(name: string): SyntaxNode {
  const [first = '', ...others] = name.split('.');
  const node: SyntaxNode = { type: 'JSXIdentifier', name: first, start: 0, end: 0 };
  return others.reduce<SyntaxNode>((object, each) => {
    const property = { type: 'JSXIdentifier', name: each, start: 0, end: 0 };
    return { type: 'JSXMemberExpression', object, property, start: 0, end: 0 };
  }, node);
}
