import {
  type Atrule,
  type Block,
  type CssNode,
  generate,
  type Rule,
  type Selector,
  type SelectorList,
} from 'css-tree';
import { type Declaration, readDeclarations } from '../../../svg/css/declarations.ts';
import { parseCss } from '../../parse-css.ts';
import { holdsMedia, holdsSupports } from './css-queries.ts';
import { compareRanks } from './ranked-value.ts';
import { Unsupported } from './unsupported.ts';

/** A selector with the declarations that it gives to what it matches. */
export interface SheetRule {
  readonly selector: string;
  /** Ids, classes and types. Source: Selectors 4, 17. */
  readonly specificity: Specificity;
  readonly declarations: readonly Declaration[];
}

type Specificity = readonly [ids: number, classes: number, types: number];

/** At-rules that change nothing of a drawing at rest; an image loads no other file. */
const WITHOUT_EFFECT =
  /^(?:charset|import|namespace|font-face|keyframes|page|property|counter-style)$/;

/**
 * Reads the rules of a style sheet that hold at rest, in order, with rules inside rules unfolded.
 *
 * @throws {Unsupported} if it needs more of CSS than is known here
 */
export function readSheet(css: string): readonly SheetRule[] {
  const ast = parseCss(css, { parseValue: false, parseCustomProperty: false });
  return ast.type === 'StyleSheet' ? ast.children.toArray().flatMap((node) => read(node)) : [];
}

/** @param parent selectors of the rule around it */
function read(node: CssNode, parent?: string): readonly SheetRule[] {
  if (node.type === 'Atrule') return readAtRule(node, parent);
  // What cannot be parsed is dropped as a whole, as browsers do.
  if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return [];
  return readRule(node, node.prelude, parent);
}

function readAtRule({ name, prelude, block }: Atrule, parent?: string): readonly SheetRule[] {
  const keyword = name.toLowerCase().replace(/^-\w+-/, '');
  if (WITHOUT_EFFECT.test(keyword)) return [];
  const condition = prelude ? generate(prelude) : '';
  const holds =
    keyword === 'media'
      ? holdsMedia(condition)
      : keyword === 'supports'
        ? holdsSupports(condition)
        : undefined;
  if (holds === undefined) throw new Unsupported(`@${keyword} in its style sheet`);
  if (!holds || !block) return [];
  return parent === undefined
    ? block.children.toArray().flatMap((each) => read(each))
    : [
        {
          selector: parent,
          ...{ specificity: specificityOfText(parent) },
          declarations: own(block),
        },
        ...inner(block, parent),
      ];
}

function readRule(
  { block }: Rule,
  { children }: SelectorList,
  parent: string | undefined,
): readonly SheetRule[] {
  const declarations = own(block);
  const selectors = children.toArray().map((selector) => nested(generate(selector).trim(), parent));
  return [
    ...selectors.map((selector) => ({
      selector,
      specificity: specificityOfText(selector),
      declarations,
    })),
    ...inner(block, selectors.join(',')),
  ];
}

/** Source: CSS Nesting 1, 3. */
function nested(selector: string, parent: string | undefined): string {
  if (parent === undefined) return selector.replaceAll('&', ':root');
  const around = `:is(${parent})`;
  return selector.includes('&') ? selector.replaceAll('&', around) : `${around} ${selector}`;
}

/** Rules inside a block; those that do not begin with `&` css-tree leaves as text. */
function inner({ children }: Block, parent: string): readonly SheetRule[] {
  return children.toArray().flatMap((node) => {
    if (node.type !== 'Raw') return read(node, parent);
    const sheet = parseCss(partsOf(node.value).rules, { parseValue: false });
    return sheet.type === 'StyleSheet'
      ? sheet.children.toArray().flatMap((each) => read(each, parent))
      : [];
  });
}

/** Parts rules from declarations. */
function partsOf(text: string): { readonly rules: string; readonly declarations: string } {
  let [rules, depth, start] = ['', 0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) {
      rules += text.slice(start, at + 1);
      start = at + 1;
    }
  }
  return { rules, declarations: text.slice(start) };
}

function own({ children }: Block): readonly Declaration[] {
  return children.toArray().flatMap((node) => {
    if (node.type === 'Raw') return readDeclarations(partsOf(node.value).declarations);
    return node.type === 'Declaration' ? readDeclarations(generate(node)) : [];
  });
}

function specificityOfText(text: string): Specificity {
  const ast = parseCss(text, { context: 'selectorList' });
  return ast.type === 'SelectorList' ? mostSpecific(ast) : [0, 0, 0];
}

function mostSpecific({ children }: SelectorList): Specificity {
  let most: Specificity = [0, 0, 0];
  for (const child of children) {
    if (child.type !== 'Selector') continue;
    const each = specificityOf(child);
    if (compareRanks(each, most) > 0) most = each;
  }
  return most;
}

function specificityOf({ children }: Selector): Specificity {
  let sum: Specificity = [0, 0, 0];
  const add = ([ids, classes, types]: Specificity) => {
    sum = [sum[0] + ids, sum[1] + classes, sum[2] + types];
  };
  for (const node of children) {
    if (node.type === 'IdSelector') add([1, 0, 0]);
    else if (node.type === 'ClassSelector' || node.type === 'AttributeSelector') add([0, 1, 0]);
    else if (node.type === 'TypeSelector') add([0, 0, node.name === '*' ? 0 : 1]);
    else if (node.type === 'PseudoElementSelector') add([0, 0, 1]);
    else if (node.type === 'PseudoClassSelector') {
      const name = node.name.toLowerCase();
      const inner = node.children?.first;
      if (name === 'where') continue;
      if (!/^(?:is|not|has|matches|-webkit-any)$/.test(name)) add([0, 1, 0]);
      else if (inner?.type === 'SelectorList') add(mostSpecific(inner));
    }
  }
  return sum;
}
