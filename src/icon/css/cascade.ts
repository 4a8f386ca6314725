import {
  type CssNode,
  type Declaration,
  generate,
  ident,
  type Selector,
  type SelectorList,
  walk,
} from 'css-tree';
import type { XastElement, XastRoot } from 'svgo';
import { querySelectorAll } from 'svgo/browser';
import { canonicalProperty, longhands } from '../../svg/css/properties.ts';
import { type ParsedValue, parseValue } from '../../svg/css/values.ts';
import { parseCss } from './parse-css.ts';
import { type RemovedContent, recordRemoved } from './removed-content.ts';
import { insertShadowTrees, shadowTreesOfUses, type UseShadowTree } from './use-shadow-trees.ts';

/** Value that a style sheet sets for a property, with its rank in the cascade. */
export interface CascadedValue {
  readonly value: string;
  /** Importance, then ids, classes, types, then order: compared from the left. */
  readonly rank: readonly number[];
}

/** Declarations of rules for each element, by property. */
type CascadedDeclarations = Map<XastElement, Map<string, CascadedValue>>;

/** Rules of an icon that always apply. */
export interface StaticRules {
  readonly declarations: CascadedDeclarations;
  /** True if some rules apply only at times: media queries, states, animations. */
  readonly hasDynamicRules: boolean;
  /** Elements that some rules match differently in the copy that a `<use>` draws. */
  readonly elementsDifferingInUse: ReadonlySet<XastElement>;
  /** Parts removed from values that always apply. */
  readonly removed: RemovedContent;
}

/** Rank of a `style` attribute: above every selector, below `!important`. */
export function rankOfStyleAttribute(isImportant: boolean): readonly number[] {
  return [isImportant ? 1 : 0, Number.POSITIVE_INFINITY];
}

/** Keeps the declaration that wins. Source: CSS Cascade 4, 6.1. */
export function applyDeclaration(
  properties: Map<string, CascadedValue>,
  property: string,
  declared: CascadedValue,
): void {
  for (const longhand of longhands(property)) {
    const current = properties.get(longhand);
    if (!current || compareRanks(declared.rank, current.rank) >= 0)
      properties.set(longhand, declared);
  }
}

/** States and pseudo-elements that an element without interaction does not have. */
const DYNAMIC_PSEUDO =
  /:(hover|active|focus|focus-within|focus-visible|target|visited|link|any-link|before|after)\b|::/;
const DYNAMIC_PROPERTY = /^(animation|transition|offset)(-|$)/;

/** Reads the rules of all style sheets of an icon and applies those that always match. */
export function applyStaticRules(root: XastRoot, sheets: readonly string[]): StaticRules {
  const declarations: CascadedDeclarations = new Map();
  const trees = shadowTreesOfUses(root);
  const differingTrees = new Set<UseShadowTree>();
  let hasDynamicRules = false;
  const removed: RemovedContent = { outside: [], unknown: [] };
  let order = 0;
  for (const sheet of sheets) {
    const ast = parseCss(sheet, { parseValue: false });
    if (ast.type !== 'StyleSheet') continue;
    for (const node of ast.children) {
      if (node.type === 'Atrule') hasDynamicRules = true;
      if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') continue;
      for (const selector of node.prelude.children) {
        order += 1;
        const matched = selector.type === 'Selector' ? matchSelector(root, selector) : undefined;
        if (!matched) hasDynamicRules = true;
        const matchedInTrees = trees.flatMap((tree) => {
          const found = matchInTree(tree, selector as Selector);
          if (matched && differs(tree, matched, found)) differingTrees.add(tree);
          return found;
        });
        for (const element of matched ? [...matched, ...matchedInTrees] : []) {
          const properties = declarations.get(element) ?? new Map<string, CascadedValue>();
          declarations.set(element, properties);
          const rank = [...specificity(selector as Selector), order];
          const isStatic = applyDeclarations(properties, node.block.children.toArray(), {
            rank,
            removed,
          });
          if (!isStatic) hasDynamicRules = true;
        }
      }
    }
  }
  // Rules that stay match the present ids without copies.
  if (!hasDynamicRules) insertShadowTrees(root, [...differingTrees]);
  const elementsDifferingInUse = new Set(
    [...differingTrees].flatMap(({ copies }) => [...copies.keys()]),
  );
  return { declarations, hasDynamicRules, elementsDifferingInUse, removed };
}

/** Elements of a copy that a selector matches; no element there is the root. */
function matchInTree({ tree }: UseShadowTree, selector: Selector): readonly XastElement[] {
  const isOfRoot = /:root\b/i.test(generate(selector));
  return isOfRoot ? [] : (matchSelector(tree, selector) ?? []);
}

function differs(
  { copies }: UseShadowTree,
  matched: readonly XastElement[],
  inCopy: readonly XastElement[],
): boolean {
  const originals = matched.flatMap((element) => copies.get(element) ?? []);
  return originals.length !== inCopy.length || originals.some((copy) => !inCopy.includes(copy));
}

/** Elements that a selector always matches; `undefined` if that depends on state. */
function matchSelector(root: XastRoot, selector: Selector): readonly XastElement[] | undefined {
  const text = generate(selector);
  if (DYNAMIC_PSEUDO.test(text)) return undefined;
  try {
    return querySelectorAll(root, text).filter((node) => node.type === 'element');
  } catch {
    return undefined;
  }
}

/** Name of a declaration's property, without escapes. */
function propertyOf({ property }: Declaration): string {
  return canonicalProperty(ident.decode(property));
}

/** Value of an invalid custom property: every `var()` of it uses the fallback. */
export const INVALID = '\0';

const BACKGROUND = /^background(?:-color|-image)?$/;

/** The value that a declaration sets; `undefined` if browsers ignore it. */
export function declaredValue(
  property: string,
  written: string,
  { text }: ParsedValue,
): string | undefined {
  // `root-background.ts` draws the background of the root as a shape.
  if (BACKGROUND.test(property)) return written;
  return text ?? (property.startsWith('--') ? INVALID : undefined);
}

/** Returns `true` if all declarations always apply. */
function applyDeclarations(
  properties: Map<string, CascadedValue>,
  nodes: readonly CssNode[],
  { rank, removed }: { readonly rank: readonly number[]; readonly removed: RemovedContent },
): boolean {
  let isStatic = true;
  for (const node of nodes) {
    if (node.type !== 'Declaration') {
      // A rule inside a rule.
      isStatic = false;
      continue;
    }
    const property = propertyOf(node);
    if (DYNAMIC_PROPERTY.test(property)) {
      isStatic = false;
      continue;
    }
    const written = generate(node.value);
    const parsed = parseValue(property, written, 'declaration');
    recordRemoved(removed, parsed, 'in <style>');
    const value = declaredValue(property, written, parsed);
    if (value === undefined) continue;
    applyDeclaration(properties, property, { value, rank: [node.important ? 1 : 0, ...rank] });
  }
  return isStatic;
}

type SpecificityTuple = readonly [ids: number, classes: number, types: number];

/**
 * Ids, classes and types of a selector; for a list in parentheses, those of its most specific
 * selector. Source: Selectors 4, 17.
 *
 * `g:not(.a,#b)` → `[1, 0, 1]`
 */
function specificity(selector: Selector): SpecificityTuple {
  let [ids, classes, types] = [0, 0, 0];
  walk(selector, function (node) {
    if (node.type === 'IdSelector') ids += 1;
    else if (node.type === 'ClassSelector' || node.type === 'AttributeSelector') classes += 1;
    else if (node.type === 'TypeSelector' && node.name !== '*') types += 1;
    else if (node.type === 'SelectorList') {
      const most = mostSpecific(node);
      [ids, classes, types] = [ids + most[0], classes + most[1], types + most[2]];
      return this.skip;
    } else if (node.type === 'PseudoClassSelector') {
      if (/^where$/i.test(node.name)) return this.skip;
      if (!/^(is|not|has)$/i.test(node.name)) classes += 1;
    }
    return undefined;
  });
  return [ids, classes, types];
}

function mostSpecific({ children }: SelectorList): SpecificityTuple {
  return children
    .toArray()
    .filter((node) => node.type === 'Selector')
    .map(specificity)
    .reduce((most, each) => (compareRanks(each, most) > 0 ? each : most), [0, 0, 0]);
}

/** Compares two ranks: positive if the first wins. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
