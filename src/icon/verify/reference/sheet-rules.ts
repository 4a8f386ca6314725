import { type CssNode, generate, type Selector, type SelectorList } from 'css-tree';
import { tokenTypes } from 'css-tree/tokenizer';
import { type Declaration, readDeclarations } from '../../../svg/css/declarations.ts';
import { depthChange, readTokens } from '../../../svg/css/tokens.ts';
import { parseCss } from '../../css/parse-css.ts';
import { matchesMedia, matchesSupports } from './css-queries.ts';
import { compareRanks } from './ranked-value.ts';
import { Unsupported } from './unsupported.ts';

/** A selector with its declarations. */
export interface SheetRule {
  readonly selector: string;
  /** Ids, classes and types. Source: Selectors 4, 17. */
  readonly specificity: SelectorSpecificity;
  readonly declarations: readonly Declaration[];
}

type SelectorSpecificity = readonly [ids: number, classes: number, types: number];

/** At-rules without effect on a static image; images load no other files. */
const WITHOUT_EFFECT =
  /^(?:charset|import|namespace|font-face|keyframes|page|property|counter-style)$/;
const MAX_DEPTH = 50;

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
  if (depth > MAX_DEPTH) throw new Unsupported('its style sheet is nested too deeply');
  return splitStatements(css, parent !== undefined).flatMap(
    ({ prelude, body }): readonly SheetRule[] => {
      const [, name] = /^@([-\w]+)/.exec(prelude) ?? [];
      if (name !== undefined) {
        const condition = prelude.slice(name.length + 1);
        return matchesAtRule(name, condition) && body !== undefined
          ? readBlock(body, parent, depth + 1)
          : [];
      }
      if (body === undefined) return parent === undefined ? [] : createRules(parent, prelude);
      const selectors = resolveSelectors(prelude, parent);
      return selectors === undefined ? [] : readBlock(body, selectors, depth + 1);
    },
  );
}

/** A statement: a rule with its block, or text without one. */
interface SheetStatement {
  readonly prelude: string;
  readonly body?: string;
}

const { AtKeyword, LeftCurlyBracket, RightCurlyBracket, Semicolon, WhiteSpace } = tokenTypes;

/** Splits a block into rules and declarations, in order. Source: CSS Syntax 3, 5.5. */
function splitStatements(css: string, isInRule: boolean): readonly SheetStatement[] {
  const statements: SheetStatement[] = [];
  let [start, depth, blockStart] = [0, 0, -1];
  let isAtRule = false;
  for (const token of readTokens(css)) {
    const isTop = depth === 0;
    if (isTop && token.start === start && token.type === WhiteSpace) start = token.end;
    if (isTop && token.start === start) isAtRule = token.type === AtKeyword;
    if (isTop && token.type === LeftCurlyBracket && !/^--[^{}]*:/.test(css.slice(start))) {
      blockStart = token.start;
    }
    depth = Math.max(0, depth + depthChange(token));
    const end = token.end;
    if (isTop && token.type === Semicolon && (isInRule || isAtRule)) {
      statements.push({ prelude: css.slice(start, token.start) });
      start = end;
    } else if (depth === 0 && token.type === RightCurlyBracket && blockStart >= start) {
      statements.push({
        prelude: css.slice(start, blockStart),
        body: css.slice(blockStart + 1, token.start),
      });
      start = end;
      blockStart = -1;
    }
  }
  if (blockStart >= start && start < css.length) {
    statements.push({ prelude: css.slice(start, blockStart), body: css.slice(blockStart + 1) });
  } else if (css.slice(start).trim() !== '') statements.push({ prelude: css.slice(start) });
  return statements;
}

function matchesAtRule(name: string, condition: string): boolean {
  const keyword = name.toLowerCase().replace(/^-[a-z]+-/, '');
  if (WITHOUT_EFFECT.test(keyword)) return false;
  const isMatch =
    keyword === 'media'
      ? matchesMedia(condition.replace(/\/\*[\s\S]*?\*\//g, ' ').trim())
      : keyword === 'supports'
        ? matchesSupports(condition)
        : undefined;
  if (isMatch === undefined) throw new Unsupported(`@${keyword} in its style sheet`);
  return isMatch;
}

/** Selectors of a rule with nesting resolved; `undefined` if browsers drop the rule. */
function resolveSelectors(prelude: string, parent: string | undefined): string | undefined {
  const isNested = parent !== undefined;
  const list = isNested ? prelude.replace(/(^|,)(\s*)(?=[>+~])/g, '$1$2&') : prelude;
  const ast = parseSelectors(list);
  const selectors = ast?.children.toArray().map((selector) => generate(selector).trim()) ?? [];
  if (selectors.length === 0) return undefined;
  return selectors.map((selector) => resolveNesting(selector, parent)).join(',');
}

/** Resolves `&`. Source: CSS Nesting 1, 3. */
function resolveNesting(selector: string, parent: string | undefined): string {
  if (parent === undefined) return selector.replaceAll('&', ':root');
  const parentSelector = `:is(${parent})`;
  return selector.includes('&')
    ? selector.replaceAll('&', parentSelector)
    : `${parentSelector} ${selector}`;
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
function createRules(selectors: string, text: string): readonly SheetRule[] {
  const declarations = readDeclarations(text);
  const list = declarations.length === 0 ? undefined : parseSelectors(selectors);
  return (list?.children.toArray() ?? []).map((selector) => ({
    selector: generate(selector),
    specificity: specificityOf(selector),
    declarations,
  }));
}

function maxSpecificity({ children }: SelectorList): SelectorSpecificity {
  let max: SelectorSpecificity = [0, 0, 0];
  for (const child of children) {
    const each = specificityOf(child);
    if (compareRanks(each, max) > 0) max = each;
  }
  return max;
}

function specificityOf(selector: Selector | CssNode): SelectorSpecificity {
  let sum: SelectorSpecificity = [0, 0, 0];
  const add = ([ids, classes, types]: SelectorSpecificity) => {
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
      else if (inner?.type === 'SelectorList') add(maxSpecificity(inner));
    }
  }
  return sum;
}
