import { type CssNode, find, type Selector, tokenTypes } from 'css-tree';
import { parseCss } from './parse-css.ts';
import { indexOfType, type SpannedToken, textOf, trimSpace } from './spanned-tokens.ts';

const { Colon, Comma, Comment, Delim, Hash, LeftParenthesis, RightParenthesis, WhiteSpace } =
  tokenTypes;

const COMMA: ReadonlySet<number> = new Set([Comma]);
/** Tokens that no selector contains, and that would have another meaning inside another rule. */
const FORBIDDEN_TOKENS: ReadonlySet<number> = new Set([
  tokenTypes.RightCurlyBracket,
  tokenTypes.Semicolon,
]);
/** Tokens before a compound selector. */
const COMPOUND_STARTS: ReadonlySet<number> = new Set([
  ...[WhiteSpace, Comma, LeftParenthesis, tokenTypes.Function],
]);
/** Tokens that can continue or end a compound selector after `&`. */
const COMPOUND_CONTINUATIONS: ReadonlySet<number> = new Set([
  ...[WhiteSpace, Comma, RightParenthesis, Colon, Hash, tokenTypes.LeftSquareBracket],
]);

/** Owner of the rules and declarations in a block. */
export interface ParentRule {
  /** Selectors that declarations apply to; `undefined` if they are skipped with their rule. */
  readonly selectors: string | undefined;
  /** True if a selector without `&` applies to descendants. */
  readonly isRule: boolean;
  /** Text for `&`; `undefined` if the selectors are invalid. */
  readonly spellings: () => ParentSpellings | undefined;
}

/** Text for a list of selectors inside a selector, by the position. */
interface ParentSpellings {
  /** At the start of a selector. */
  readonly first: string;
  /** At the start of a compound selector. */
  readonly compoundStart: string;
  readonly anywhere: string;
}

/** Characters of selectors that nesting may still add. */
export interface NestingBudget {
  remaining: number;
}

/** Thrown if nested rules cannot be flattened. The message completes “they …”. */
export class CannotFlatten extends Error {}

const MAX_CHARACTERS = 200_000;

/** Creates the budget for nesting in all style sheets of one source. */
export function createNestingBudget(): NestingBudget {
  return { remaining: MAX_CHARACTERS };
}

export function spend(budget: NestingBudget, characters: number): void {
  budget.remaining -= characters;
  if (budget.remaining < 0)
    throw new CannotFlatten(`add up to more than ${MAX_CHARACTERS} characters`);
}

/** Parent of top-level rules. There `&` is the root, at no specificity, as in browsers. */
export const DOCUMENT_PARENT: ParentRule = { ...parentOf(':where(:root)'), isRule: false };

export function parentOf(selectors: string | undefined): ParentRule {
  let cached: { readonly spellings: ParentSpellings | undefined } | undefined;
  const spellings = () => {
    cached ??= { spellings: selectors === undefined ? undefined : spellParent(selectors) };
    return cached.spellings;
  };
  return { selectors, isRule: true, spellings };
}

/** Text for `&`: `:is()` around all selectors, unless one means the same without it. */
function spellParent(selectors: string): ParentSpellings | undefined {
  const list = readList(selectors);
  if (!list?.every(isValid)) return undefined;
  const anywhere = `:is(${selectors})`;
  const [only, second] = list;
  if (!only || second || find(only, isPseudoElement)) {
    return { first: anywhere, compoundStart: anywhere, anywhere };
  }
  const isCompound = !only.children.some(({ type }) => type === 'Combinator');
  return { first: selectors, compoundStart: isCompound ? selectors : anywhere, anywhere };
}

function readList(selectors: string): readonly Selector[] | undefined {
  try {
    const ast = parseCss(selectors, { context: 'selectorList' });
    if (ast.type !== 'SelectorList') return undefined;
    return ast.children.toArray().filter((node) => node.type === 'Selector');
  } catch (error) {
    // A stack overflow does not mean that the selector is invalid.
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}

/** Checks what the parser does not: it accepts selectors that are valid only inside others. */
function isValid({ children }: Selector): boolean {
  let isCompound = false;
  for (const { type } of children) {
    if (type === 'Combinator' ? !isCompound : type === 'TypeSelector' && isCompound) return false;
    isCompound = type !== 'Combinator';
  }
  return isCompound;
}

const OLD_PSEUDO_ELEMENT = /^(before|after|first-line|first-letter)$/i;

function isPseudoElement(node: CssNode): boolean {
  return (
    node.type === 'PseudoElementSelector' ||
    (node.type === 'PseudoClassSelector' && OLD_PSEUDO_ELEMENT.test(node.name))
  );
}

/**
 * Writes the selectors of a nested rule without the outer rule; `undefined` if they are invalid.
 * Source: CSS Nesting 1, 3.
 *
 * `.b,&:hover` in `g` → `g .b,g:hover`
 */
export function resolveNested(
  prelude: readonly SpannedToken[],
  parent: ParentRule,
  budget: NestingBudget,
): string | undefined {
  const selectors = split(prelude);
  const isWhole = indexOfType(prelude, FORBIDDEN_TOKENS, 0) === prelude.length;
  if (!isWhole || selectors.some(({ length }) => length === 0)) return undefined;
  if (!parent.isRule && !prelude.some(isNesting)) return textOf(trimSpace(prelude));
  const resolved = selectors.map((selector) => {
    const text = substituteParent(selector, parent, budget);
    const spellings = parent.spellings();
    if (text === undefined || !spellings || !parent.isRule) return text;
    if (selector.some(isNesting) && !isCombinator(selector[0])) return text;
    spend(budget, spellings.first.length + text.length);
    return `${spellings.first} ${text}`;
  });
  return resolved.includes(undefined) ? undefined : resolved.join(',');
}

/** Replaces each `&` with the parent; `undefined` if that is not allowed there. */
function substituteParent(
  selector: readonly SpannedToken[],
  parent: ParentRule,
  budget: NestingBudget,
): string | undefined {
  const spellings = parent.spellings();
  if (!spellings) return undefined;
  if (!selector.every((token, at) => !isNesting(token) || canFollow(selector, at + 1))) {
    return undefined;
  }
  spend(budget, selector.filter(isNesting).length * spellings.anywhere.length);
  return selector
    .map((token, at) => {
      if (!isNesting(token)) return token.text;
      if (at === 0) return spellings.first;
      return startsCompound(selector[at - 1]) ? spellings.compoundStart : spellings.anywhere;
    })
    .join('');
}

function split(prelude: readonly SpannedToken[]): readonly (readonly SpannedToken[])[] {
  const selectors: (readonly SpannedToken[])[] = [];
  for (let start = 0; start <= prelude.length; ) {
    const end = indexOfType(prelude, COMMA, start);
    selectors.push(trimSpace(prelude.slice(start, end)));
    start = end + 1;
  }
  return selectors;
}

export function isNesting({ type, text }: SpannedToken): boolean {
  return type === Delim && text === '&';
}

function isCombinator(token: SpannedToken | undefined): boolean {
  return token?.type === Delim && /^[>+~]$/.test(token.text);
}

/** Checks if a compound selector starts after a token. */
function startsCompound(token: SpannedToken | undefined): boolean {
  return token !== undefined && (isCombinator(token) || COMPOUND_STARTS.has(token.type));
}

/** Checks if `&` can precede a token: type selectors must come first, and names must not merge. */
function canFollow(selector: readonly SpannedToken[], start: number): boolean {
  let at = start;
  while (selector[at]?.type === Comment) at += 1;
  const next = selector[at];
  if (!next || COMPOUND_CONTINUATIONS.has(next.type)) return true;
  return next.type === Delim && /^[.&>+~]$/.test(next.text);
}
