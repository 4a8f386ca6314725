import { ident, tokenTypes } from 'css-tree';
import {
  CannotFlatten,
  createNestingBudget,
  DOCUMENT_PARENT,
  isNesting,
  type NestingBudget,
  type ParentRule,
  parentOf,
  resolveNested,
  spend,
} from './nested-selectors.ts';
import {
  indexOfType,
  isSpace,
  readTokens,
  type SpannedToken,
  textOf,
  trimSpace,
} from './spanned-tokens.ts';

const { AtKeyword, CDC, CDO, Colon, Ident, LeftCurlyBracket, RightCurlyBracket, Semicolon } =
  tokenTypes;

/** Flat CSS, or the reason why the rules cannot be flattened: `are more than 50 levels deep`. */
export type Unnested =
  | { readonly css: string; readonly problem?: undefined }
  | { readonly css?: undefined; readonly problem: string };

const MAX_LEVELS = 50;

/**
 * Writes nested rules as separate rules with the same meaning, which the parser supports. CSS
 * without nesting is unchanged. Source: CSS Nesting 1; CSS Syntax 3, 5.5.
 *
 * `g{fill:red;.a{fill:blue}stroke:red}` → `g{fill:red}g .a{fill:blue}g{stroke:red}`
 */
export function unnest(css: string, budget: NestingBudget = createNestingBudget()): Unnested {
  try {
    const state = flatten(readTokens(css), budget);
    return { css: state.hasNesting ? state.css : css };
  } catch (error) {
    if (error instanceof CannotFlatten) return { problem: error.message };
    throw error;
  }
}

/** A block that is being read. */
interface OpenBlock {
  readonly parent: ParentRule;
  /** True for an at-rule, which stays around its content. */
  readonly isGroup: boolean;
  /** Declarations that are not yet written. */
  declarations: string[];
  /** True if writing its selectors again is not yet charged to the budget. */
  isRepeated: boolean;
}

interface UnnestState {
  readonly tokens: readonly SpannedToken[];
  readonly budget: NestingBudget;
  /** The token to be read next. */
  at: number;
  /** Open blocks, the innermost last. A list instead of recursion, since any depth can occur. */
  readonly blocks: [OpenBlock, ...OpenBlock[]];
  css: string;
  hasNesting: boolean;
  hasScope: boolean;
}

function flatten(tokens: readonly SpannedToken[], budget: NestingBudget): UnnestState {
  const blocks: UnnestState['blocks'] = [blockOf(DOCUMENT_PARENT, true)];
  const flags = { hasNesting: false, hasScope: false };
  const state: UnnestState = { tokens, budget, at: 0, blocks, css: '', ...flags };
  for (let token = tokens[0]; token; token = tokens[state.at]) readNext(state, token);
  // Inside @scope, `&` has a meaning that no selector outside can express.
  if (state.hasNesting && state.hasScope)
    throw new CannotFlatten('contain an @scope or are next to one');
  return state;
}

function blockOf(parent: ParentRule, isGroup: boolean): OpenBlock {
  return { parent, isGroup, declarations: [], isRepeated: isGroup };
}

function innermost({ blocks }: UnnestState): OpenBlock {
  return blocks.at(-1) ?? blocks[0];
}

function isInside({ blocks }: UnnestState): boolean {
  return blocks.length > 1;
}

/** Checks if declarations are allowed here, which makes every rule a nested one. */
function takesDeclarations(state: UnnestState): boolean {
  return innermost(state).parent !== DOCUMENT_PARENT;
}

function readNext(state: UnnestState, token: SpannedToken): void {
  const { type } = token;
  const isSkipped =
    isSpace(token) ||
    (type === Semicolon && takesDeclarations(state)) ||
    ((type === CDO || type === CDC) && !isInside(state));
  if (isSkipped) state.at += 1;
  else if (type === RightCurlyBracket && isInside(state)) closeBlock(state);
  else if (type === AtKeyword) readAtRule(state, token);
  else readRuleOrDeclaration(state);
}

/** Index of the end: a token of the types given, or the end of the block around it. */
function findEnd({ tokens, at, blocks }: UnnestState, ...types: readonly number[]): number {
  const closers = blocks.length > 1 ? [RightCurlyBracket] : [];
  return indexOfType(tokens, new Set([...types, ...closers]), at);
}

/** At-rules that contain rules; inside a rule, also declarations. */
const GROUPS: ReadonlySet<string> = new Set([
  ...['media', 'supports', 'layer', 'container', 'scope', 'starting-style'],
]);

function readAtRule(state: UnnestState, keyword: SpannedToken): void {
  const { tokens, at: start } = state;
  const end = findEnd(state, LeftCurlyBracket, Semicolon);
  const final = tokens[end];
  const name = ident.decode(keyword.text.slice(1)).toLowerCase();
  const isNested = takesDeclarations(state);
  if (isNested) state.hasNesting = true;
  if (name === 'scope') state.hasScope = true;
  if (final?.type === LeftCurlyBracket && GROUPS.has(name)) {
    openBlock(state, innermost(state).parent, true);
    state.css += `${textOf(tokens.slice(start, end))}{`;
    state.at = end + 1;
    return;
  }
  state.at = end + (final && final.type !== RightCurlyBracket ? final.span : 0);
  // In a rule, browsers skip it.
  if (!isNested) state.css += textOf(tokens.slice(start, state.at));
}

function readRuleOrDeclaration(state: UnnestState): void {
  const { tokens, at: start } = state;
  const property = takesDeclarations(state) ? propertyAt(tokens, start) : undefined;
  const end = property?.startsWith('--')
    ? findEnd(state, Semicolon)
    : findEnd(state, LeftCurlyBracket, ...(takesDeclarations(state) ? [Semicolon] : []));
  const text = tokens.slice(start, end);
  const isRule = tokens[end]?.type === LeftCurlyBracket;
  state.at = isRule ? end + 1 : end;
  if (isRule) openRule(state, text);
  else if (property !== undefined) innermost(state).declarations.push(textOf(trimSpace(text)));
}

/** The property of the declaration that begins at a place, if one does. */
function propertyAt(tokens: readonly SpannedToken[], start: number): string | undefined {
  const name = tokens[start];
  let at = start + 1;
  for (let token = tokens[at]; token && isSpace(token); token = tokens[at]) at += 1;
  const isDeclaration = name?.type === Ident && tokens[at]?.type === Colon;
  return isDeclaration ? ident.decode(name.text) : undefined;
}

function openRule(state: UnnestState, prelude: readonly SpannedToken[]): void {
  if (takesDeclarations(state) || prelude.some(isNesting)) state.hasNesting = true;
  const selectors = resolveNested(prelude, innermost(state).parent, state.budget);
  openBlock(state, parentOf(selectors), false);
}

function openBlock(state: UnnestState, parent: ParentRule, isGroup: boolean): void {
  if (takesDeclarations(state) && state.blocks.length > MAX_LEVELS) {
    throw new CannotFlatten(`are more than ${MAX_LEVELS} levels deep`);
  }
  writeDeclarations(state);
  state.blocks.push(blockOf(parent, isGroup));
}

function closeBlock(state: UnnestState): void {
  writeDeclarations(state);
  if (innermost(state).isGroup) state.css += '}';
  state.blocks.pop();
  state.at += 1;
}

/** Writes the pending declarations before the next nested rule, since the order counts. */
function writeDeclarations(state: UnnestState): void {
  const block = innermost(state);
  const { declarations, isRepeated } = block;
  const { selectors } = block.parent;
  if (declarations.length === 0 || selectors === undefined) return;
  if (isRepeated) spend(state.budget, selectors.length);
  state.css += `${selectors}{${declarations.join(';')}}`;
  block.declarations = [];
  block.isRepeated = true;
}
