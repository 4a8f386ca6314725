import { type CssNode, generate, type Selector, type SelectorList } from 'css-tree';
import { tokenTypes } from 'css-tree/tokenizer';
import { type Declaration, readDeclarations } from '../../../svg/css/declarations.ts';
import { depthOf, readTokens } from '../../../svg/css/tokens.ts';
import { parseCss } from '../../parse-css.ts';
import { holdsMedia, holdsSupports } from './css-queries.ts';
import { compareRanks } from './ranked-value.ts';
import { Unsupported } from './unsupported.ts';

/** A selector with its declarations. */
export interface SheetRule {
  readonly selector: string;
  /** Ids, classes and types. Source: Selectors 4, 17. */
  readonly specificity: Specificity;
  readonly declarations: readonly Declaration[];
}

type Specificity = readonly [ids: number, classes: number, types: number];

/** At-rules without effect on a static image; images load no other files. */
const WITHOUT_EFFECT =
  /^(?:charset|import|namespace|font-face|keyframes|page|property|counter-style)$/;
const DEEPEST = 50;

/**
 * Reads the rules of a style sheet that apply to a static image, in order, with nesting resolved.
 *
 * @throws {Unsupported} if it uses unsupported CSS
 */
export function readSheet(css: string): readonly SheetRule[] {
  return readBlock(css.replace(/^\ufeff|<!--|-->/g, '').replace(/\r\n?|\f/g, '\n'), undefined, 0);
}

/** @param parent selectors of the parent rule */
function readBlock(css: string, parent: string | undefined, depth: number): readonly SheetRule[] {
  if (depth > DEEPEST) throw new Unsupported('its style sheet is nested too deeply');
  return itemsOf(css, parent !== undefined).flatMap(({ prelude, body }): readonly SheetRule[] => {
    const [, name] = /^@([-\w]+)/.exec(prelude) ?? [];
    if (name !== undefined) {
      const condition = prelude.slice(name.length + 1);
      return holds(name, condition) && body !== undefined ? readBlock(body, parent, depth + 1) : [];
    }
    if (body === undefined) return parent === undefined ? [] : rulesOf(parent, prelude);
    const selectors = selectorsOf(prelude, parent);
    return selectors === undefined ? [] : readBlock(body, selectors, depth + 1);
  });
}

/** A statement: a rule with its block, or text without one. */
interface SheetItem {
  readonly prelude: string;
  readonly body?: string;
}

const { AtKeyword, LeftCurlyBracket, RightCurlyBracket, Semicolon, WhiteSpace } = tokenTypes;

/** Splits a block into rules and declarations, in order. Source: CSS Syntax 3, 5.5. */
function itemsOf(css: string, isInRule: boolean): readonly SheetItem[] {
  const items: SheetItem[] = [];
  let [start, depth, open] = [0, 0, -1];
  let isAtRule = false;
  for (const token of readTokens(css)) {
    const isTop = depth === 0;
    if (isTop && token.start === start && token.type === WhiteSpace) start = token.end;
    if (isTop && token.start === start) isAtRule = token.type === AtKeyword;
    if (isTop && token.type === LeftCurlyBracket && !/^--[^{}]*:/.test(css.slice(start))) {
      open = token.start;
    }
    depth = Math.max(0, depth + depthOf(token));
    const end = token.end;
    if (isTop && token.type === Semicolon && (isInRule || isAtRule)) {
      items.push({ prelude: css.slice(start, token.start) });
      start = end;
    } else if (depth === 0 && token.type === RightCurlyBracket && open >= start) {
      items.push({ prelude: css.slice(start, open), body: css.slice(open + 1, token.start) });
      start = end;
      open = -1;
    }
  }
  if (open >= start && start < css.length) {
    items.push({ prelude: css.slice(start, open), body: css.slice(open + 1) });
  } else if (css.slice(start).trim() !== '') items.push({ prelude: css.slice(start) });
  return items;
}

function holds(name: string, condition: string): boolean {
  const keyword = name.toLowerCase().replace(/^-[a-z]+-/, '');
  if (WITHOUT_EFFECT.test(keyword)) return false;
  const found =
    keyword === 'media'
      ? holdsMedia(condition.replace(/\/\*[\s\S]*?\*\//g, ' ').trim())
      : keyword === 'supports'
        ? holdsSupports(condition)
        : undefined;
  if (found === undefined) throw new Unsupported(`@${keyword} in its style sheet`);
  return found;
}

/** Selectors of a rule with nesting resolved; `undefined` if browsers drop the rule. */
function selectorsOf(prelude: string, parent: string | undefined): string | undefined {
  const isNested = parent !== undefined;
  const list = isNested ? prelude.replace(/(^|,)(\s*)(?=[>+~])/g, '$1$2&') : prelude;
  const ast = parseSelectors(list);
  const selectors = ast?.children.toArray().map((selector) => generate(selector).trim()) ?? [];
  if (selectors.length === 0) return undefined;
  return selectors.map((selector) => nested(selector, parent)).join(',');
}

/** Resolves `&`. Source: CSS Nesting 1, 3. */
function nested(selector: string, parent: string | undefined): string {
  if (parent === undefined) return selector.replaceAll('&', ':root');
  const around = `:is(${parent})`;
  return selector.includes('&') ? selector.replaceAll('&', around) : `${around} ${selector}`;
}

function parseSelectors(text: string): SelectorList | undefined {
  try {
    const ast = parseCss(text, { context: 'selectorList' });
    return ast.type === 'SelectorList' ? ast : undefined;
  } catch {
    return undefined;
  }
}

/** Creates a rule for each selector of a list. */
function rulesOf(selectors: string, text: string): readonly SheetRule[] {
  const declarations = readDeclarations(text);
  const list = declarations.length === 0 ? undefined : parseSelectors(selectors);
  return (list?.children.toArray() ?? []).map((selector) => ({
    selector: generate(selector),
    specificity: specificityOf(selector),
    declarations,
  }));
}

function mostSpecific({ children }: SelectorList): Specificity {
  let most: Specificity = [0, 0, 0];
  for (const child of children) {
    const each = specificityOf(child);
    if (compareRanks(each, most) > 0) most = each;
  }
  return most;
}

function specificityOf(selector: Selector | CssNode): Specificity {
  let sum: Specificity = [0, 0, 0];
  const add = ([ids, classes, types]: Specificity) => {
    sum = [sum[0] + ids, sum[1] + classes, sum[2] + types];
  };
  for (const node of selector.type === 'Selector' ? selector.children : []) {
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
