import { type CssNode, generate, ident, type List, type ListItem, string, walk } from 'css-tree';
import type { XastElement, XastParent, XastRoot } from 'svgo';
import type { Limits } from '../../core/types.ts';
import { CSS_WIDE, vocabularyOf } from '../../svg/css/definitions.ts';
import { type RenameId, renameUrls } from '../../svg/css/references.ts';
import { elements, ownText } from '../tree.ts';
import { cleanSheet } from './clean-sheet.ts';
import { isSafeMedia } from './conditions.ts';
import { createNestingBudget } from './nested-selectors.ts';
import { parseCss } from './parse-css.ts';
import type { RemovedContent } from './removed-content.ts';
import { resolveStyles } from './resolve-styles.ts';
import { dropFromRootRules } from './root-rules.ts';
import { scopeSelector } from './scope-selectors.ts';
import { dropInvalidRules } from './selector-validity.ts';
import { unnest } from './unnest.ts';

/** New names for the names that a style sheet mentions. */
export interface StyleRenames {
  /** Ids in selectors. */
  readonly id: RenameId;
  /** Ids in `url(#…)`. Default: as in selectors. */
  readonly url?: RenameId;
}

/** New names for a style sheet that stays, so that it applies to its own icon only. */
export interface StyleScope extends StyleRenames {
  /** Classes in selectors. */
  readonly class: (name: string) => string;
  /** Names of animations. */
  readonly keyframes: (name: string) => string;
  /** Names of cascade layers. */
  readonly layer: (name: string) => string;
  /** Class for the root, if a selector contains no id or class of the icon. */
  readonly rootClass: () => string;
  /** Class for elements that a `<use>` draws; `undefined` without `<use>`. */
  readonly classInUses: (() => string) | undefined;
}

/**
 * Operations on `<style>` elements. The module is imported only for sources with a `<style>`: most
 * icons have none, and the CSS parser is the slowest part to load.
 */
export interface StyleSheets {
  /**
   * Flattens nested rules, which the parser hardly supports; must run first. Returns the problems;
   * a style sheet that cannot be flattened is emptied.
   */
  unnest(root: XastRoot): string[];
  /**
   * Removes rules that browsers ignore, that fetch (imports, fonts), and that are not supported.
   * Returns the latter two.
   */
  cleanRules(root: XastRoot): RemovedContent;
  /** Keeps the supported content of each style sheet; see `clean-sheet.ts`. */
  clean(root: XastRoot): readonly RemovedContent[];
  /** Removes declarations by their property, and rules that are left without any. */
  dropDeclarations(root: XastRoot, isUnwanted: (property: string) => boolean): void;
  /** Removes declarations from the rules of the root alone, by their property. */
  dropFromRoot(root: XastRoot, isUnwanted: (property: string) => boolean): void;
  /** Turns rules into attributes; see `resolve-styles.ts`. */
  resolve(root: XastRoot, limits: Limits): RemovedContent;
  /** The classes that selectors mention. */
  classes(root: XastRoot): ReadonlySet<string>;
  /** Rewrites the ids in all style sheets of an icon. */
  rename(root: XastRoot, names: StyleRenames): void;
  /** Scopes the remaining style sheets to the icon. */
  scope(root: XastRoot, scope: StyleScope): void;
}

/** At-rules that only set conditions. All others fetch, or apply to whole documents. */
const CONDITIONAL_AT_RULES =
  /^(media|supports|container|layer|scope|starting-style|(-\w+-)?keyframes)$/i;
/** At-rules that fetch nothing, so their removal is not reported. */
const IGNORED_AT_RULES = /^(charset|namespace|page|property|counter-style)$/i;

export const styleSheets: StyleSheets = {
  unnest: unnestAll,

  cleanRules(root) {
    editSheets(root, dropInvalidRules);
    const isUsed = usesVariable(root);
    const unknown = removeNodes(root, (node) => registeredProperty(node, isUsed));
    return { outside: removeNodes(root, removedAtRule), unknown };
  },
  clean: cleanSheets,
  dropDeclarations,
  dropFromRoot(root, isUnwanted) {
    editSheets(root, (ast) => dropFromRootRules(ast, root, isUnwanted));
    dropEmptySheets(root);
  },

  resolve: resolveStyles,

  classes(root) {
    const classes = new Set<string>();
    editSheets(root, (ast) => {
      walk(ast, (node) => {
        if (node.type === 'ClassSelector') classes.add(ident.decode(node.name));
      });
    });
    return classes;
  },

  rename(root, names) {
    editSheets(root, (ast) => walk(ast, (node) => renameIds(node, names)));
  },

  scope(root, scope) {
    const animations = new Map<string, string>();
    editSheets(root, (ast) => {
      walk(ast, (node) => {
        renameIds(node, scope);
        if (node.type === 'ClassSelector') {
          node.name = ident.encode(scope.class(ident.decode(node.name)));
        }
        if (node.type === 'Layer') {
          node.name = node.name.split('.').map(scope.layer).join('.');
        }
        if (node.type === 'Atrule' && KEYFRAMES.test(node.name) && node.prelude) {
          const name = plainName(generate(node.prelude));
          const renamed = scope.keyframes(name);
          animations.set(name, renamed);
          node.prelude = { type: 'Raw', value: ident.encode(renamed) };
        }
      });
    });
    editSheets(root, (ast) => {
      renameAnimations(ast, animations);
      walk(ast, function (node) {
        if (node.type === 'Atrule' && KEYFRAMES.test(node.name)) return this.skip;
        if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return undefined;
        const { children } = node.prelude;
        for (const selector of children.toArray()) {
          for (const copy of scopeSelector(selector, scope)) children.appendData(copy);
        }
        return undefined;
      });
    });
    for (const { attributes } of elements(root)) {
      if (!attributes.style?.includes('animation')) continue;
      const list = parseCss(attributes.style, { context: 'declarationList' });
      renameAnimations(list, animations);
      attributes.style = generate(list);
    }
  },
};

const KEYFRAMES = /keyframes$/i;

/** Properties that hold the names of keyframes. */
const ANIMATION_NAME_PROPERTIES = /^animation(-name)?$/;

function isAnimationWord(name: string): boolean {
  const word = name.toLowerCase();
  return vocabularyOf('animation').keywords.has(word) || CSS_WIDE.has(word);
}

/** A name of an animation, which may be written as a word or in quotes. */
function plainName(text: string): string {
  return /^["']/.test(text) ? string.decode(text) : ident.decode(text);
}

function renameAnimations(ast: CssNode, names: ReadonlyMap<string, string>): void {
  walk(ast, (node) => {
    if (node.type !== 'Declaration' || !ANIMATION_NAME_PROPERTIES.test(node.property)) return;
    // The parser copies values that it cannot read, including names.
    if (node.value.type === 'Raw') node.value.value = 'none';
    walk(node, function (part, item) {
      // Words inside functions compute times.
      if (part.type === 'Function') return this.skip;
      if (part.type !== 'Identifier' && part.type !== 'String') return;
      const name = part.type === 'String' ? part.value : ident.decode(part.name);
      const isWord = part.type === 'Identifier' && isAnimationWord(name);
      const renamed = names.get(name) ?? (isWord ? undefined : 'none');
      if (renamed !== undefined && item) {
        item.data = { type: 'Identifier', name: ident.encode(renamed) };
      }
    });
  });
}

function renameIds(node: CssNode, names: StyleRenames): void {
  if (node.type === 'IdSelector') {
    const renamed = names.id(ident.decode(node.name));
    if (renamed !== undefined) node.name = ident.encode(renamed);
  }
  // Fallbacks of variables, and conditions.
  if (node.type === 'Raw') node.value = renameUrls(node.value, names.url ?? names.id);
  if (node.type === 'Url') {
    node.value = renameUrls(`url(${node.value})`, names.url ?? names.id).slice(4, -1);
  }
}

/** Flattens all style sheets of an icon, within one budget; see `unnest.ts`. */
function unnestAll(root: XastRoot): string[] {
  const budget = createNestingBudget();
  const problems: string[] = [];
  for (const element of elements(root)) {
    if (element.name !== 'style') continue;
    const nested = ownText(element);
    const { css = '', problem } = unnest(nested, budget);
    if (problem !== undefined) problems.push(problem);
    if (css !== nested) setText(element, css);
  }
  return problems;
}

/** Removes the nodes for which `find` returns a text; nodes with '' are not reported. */
function removeNodes(root: XastRoot, find: (node: CssNode) => string | undefined): string[] {
  const removed: string[] = [];
  editSheets(root, (ast) => {
    walk(ast, (node, item, list) => {
      const found = find(node);
      if (found === undefined || !list) return;
      if (found !== '') removed.push(found);
      list.remove(item);
    });
  });
  return removed;
}

/** Creates a test for custom properties that an icon uses. */
function usesVariable(root: XastRoot): (name: string) => boolean {
  const all = [...elements(root)];
  const texts = all.flatMap((element) => [
    ...Object.values(element.attributes),
    ...(element.name === 'style' ? [ownText(element)] : []),
  ]);
  const text = texts.filter((each) => /var\(/i.test(each)).join('\n');
  return (name) => text.includes(name);
}

/**
 * Finds an `@property` of a custom property that is used: it sets inheritance and initial value.
 */
function registeredProperty(node: CssNode, isUsed: (name: string) => boolean): string | undefined {
  if (node.type !== 'Atrule' || !/^property$/i.test(node.name) || !node.prelude) return undefined;
  const name = generate(node.prelude).trim();
  return isUsed(name) ? `@property ${name} in <style>` : undefined;
}

function removedAtRule(node: CssNode): string | undefined {
  if (node.type !== 'Atrule') return undefined;
  const name = ident.decode(node.name);
  if (CONDITIONAL_AT_RULES.test(name)) return undefined;
  return IGNORED_AT_RULES.test(name) ? '' : `@${name} in <style>`;
}

/** Checks that browsers apply a sheet: its language is CSS and its media are known. */
function isApplied({ attributes: { type = '', media = '' } }: XastElement): boolean {
  return /^(text\/css)?$/i.test(type) && isSafeMedia(media);
}

function cleanSheets(root: XastRoot): readonly RemovedContent[] {
  const all = [...elements(root)];
  for (const element of all) {
    if (element.name === 'style' && !isApplied(element)) element.children = [];
  }
  const removed: RemovedContent[] = [];
  editSheets(root, (ast) => removed.push(cleanSheet(ast, all)));
  dropEmptySheets(root);
  return removed;
}

function dropDeclarations(root: XastRoot, isUnwanted: (property: string) => boolean): void {
  editSheets(root, (ast) => {
    walk(ast, {
      leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
        const isDropped = node.type === 'Declaration' && isUnwanted(node.property);
        const isEmpty =
          (node.type === 'Rule' || node.type === 'Atrule') && node.block?.children.isEmpty;
        if (isDropped || isEmpty) list?.remove(item);
      },
    });
  });
  dropEmptySheets(root);
}

function dropEmptySheets(parent: XastParent): void {
  parent.children = parent.children.filter(
    (child) => child.type !== 'element' || child.name !== 'style' || child.children.length > 0,
  );
  for (const child of parent.children) if (child.type === 'element') dropEmptySheets(child);
}

function editSheets(root: XastRoot, change: (ast: CssNode) => void): void {
  for (const element of elements(root)) {
    if (element.name !== 'style') continue;
    const css = ownText(element);
    const ast = parseCss(css);
    change(ast);
    setText(element, generate(ast));
  }
}

function setText(element: XastElement, value: string): void {
  element.children = value === '' ? [] : [{ type: 'text', value }];
}
