import { ident, tokenTypes } from 'css-tree';
import { indexOfType, isSpace, readTokens, type Token, textOf, trim } from './css-tokens.ts';
import {
  type Budget,
  DOCUMENT,
  isNesting,
  NotFlat,
  nestingBudget,
  type Parent,
  parentOf,
  resolve,
  spend,
} from './nested-selectors.ts';

const { AtKeyword, CDC, CDO, Colon, Ident, LeftCurlyBracket, RightCurlyBracket, Semicolon } =
  tokenTypes;

/** Flat CSS, or why the rules cannot be written so: `are more than 50 levels deep`. */
export type Unnested =
  | { readonly css: string; readonly problem?: undefined }
  | { readonly css?: undefined; readonly problem: string };

const LEVELS = 50;

/**
 * Writes rules inside rules as rules of their own with the same meaning, which is what the parser
 * reads. CSS without them stays as it is, byte for byte. Source: CSS Nesting 1; CSS Syntax 3, 5.5.
 *
 * `g{fill:red;.a{fill:blue}stroke:red}` → `g{fill:red}g .a{fill:blue}g{stroke:red}`
 */
export function unnest(css: string, budget: Budget = nestingBudget()): Unnested {
  try {
    const sheet = flatten(readTokens(css), budget);
    return { css: sheet.hasNesting ? sheet.css : css };
  } catch (error) {
    if (error instanceof NotFlat) return { problem: error.message };
    throw error;
  }
}

/** A block that is being read. */
interface Block {
  readonly parent: Parent;
  /** True for an at-rule, which stays around its content. */
  readonly isGroup: boolean;
  /** Declarations that are not yet written. */
  declarations: string[];
  /** True if writing its selectors again is not yet charged to the budget. */
  isRepeated: boolean;
}

interface Sheet {
  readonly tokens: readonly Token[];
  readonly budget: Budget;
  /** The token to be read next. */
  at: number;
  /** Open blocks, the innermost last. A list, since the call stack does not bear every depth. */
  readonly blocks: [Block, ...Block[]];
  css: string;
  hasNesting: boolean;
  hasScope: boolean;
}

function flatten(tokens: readonly Token[], budget: Budget): Sheet {
  const blocks: Sheet['blocks'] = [blockOf(DOCUMENT, true)];
  const found = { hasNesting: false, hasScope: false };
  const sheet: Sheet = { tokens, budget, at: 0, blocks, css: '', ...found };
  for (let token = tokens[0]; token; token = tokens[sheet.at]) readNext(sheet, token);
  // There `&` means what no selector outside of it can say.
  if (sheet.hasNesting && sheet.hasScope) throw new NotFlat('contain an @scope or are next to one');
  return sheet;
}

function blockOf(parent: Parent, isGroup: boolean): Block {
  return { parent, isGroup, declarations: [], isRepeated: isGroup };
}

function innermost({ blocks }: Sheet): Block {
  return blocks.at(-1) ?? blocks[0];
}

function isInside({ blocks }: Sheet): boolean {
  return blocks.length > 1;
}

/** Checks if declarations are allowed here, which makes every rule a nested one. */
function takesDeclarations(sheet: Sheet): boolean {
  return innermost(sheet).parent !== DOCUMENT;
}

function readNext(sheet: Sheet, token: Token): void {
  const { type } = token;
  const isSkipped =
    isSpace(token) ||
    (type === Semicolon && takesDeclarations(sheet)) ||
    ((type === CDO || type === CDC) && !isInside(sheet));
  if (isSkipped) sheet.at += 1;
  else if (type === RightCurlyBracket && isInside(sheet)) closeBlock(sheet);
  else if (type === AtKeyword) readAtRule(sheet, token);
  else readRuleOrDeclaration(sheet);
}

/** Index of the end: a token of the types given, or the end of the block around it. */
function findEnd({ tokens, at, blocks }: Sheet, ...types: readonly number[]): number {
  const around = blocks.length > 1 ? [RightCurlyBracket] : [];
  return indexOfType(tokens, new Set([...types, ...around]), at);
}

/** At-rules that hold rules; inside a rule, declarations too. */
const GROUPS: ReadonlySet<string> = new Set([
  ...['media', 'supports', 'layer', 'container', 'scope', 'starting-style'],
]);

function readAtRule(sheet: Sheet, keyword: Token): void {
  const { tokens, at: start } = sheet;
  const end = findEnd(sheet, LeftCurlyBracket, Semicolon);
  const final = tokens[end];
  const name = ident.decode(keyword.text.slice(1)).toLowerCase();
  const isNested = takesDeclarations(sheet);
  if (isNested) sheet.hasNesting = true;
  if (name === 'scope') sheet.hasScope = true;
  if (final?.type === LeftCurlyBracket && GROUPS.has(name)) {
    openBlock(sheet, innermost(sheet).parent, true);
    sheet.css += `${textOf(tokens.slice(start, end))}{`;
    sheet.at = end + 1;
    return;
  }
  sheet.at = end + (final && final.type !== RightCurlyBracket ? final.span : 0);
  // In a rule, browsers skip it.
  if (!isNested) sheet.css += textOf(tokens.slice(start, sheet.at));
}

function readRuleOrDeclaration(sheet: Sheet): void {
  const { tokens, at: start } = sheet;
  const property = takesDeclarations(sheet) ? propertyAt(tokens, start) : undefined;
  const end = property?.startsWith('--')
    ? findEnd(sheet, Semicolon)
    : findEnd(sheet, LeftCurlyBracket, ...(takesDeclarations(sheet) ? [Semicolon] : []));
  const text = tokens.slice(start, end);
  const isRule = tokens[end]?.type === LeftCurlyBracket;
  sheet.at = isRule ? end + 1 : end;
  if (isRule) openRule(sheet, text);
  else if (property !== undefined) innermost(sheet).declarations.push(textOf(trim(text)));
}

/** The property of the declaration that begins at a place, if one does. */
function propertyAt(tokens: readonly Token[], start: number): string | undefined {
  const name = tokens[start];
  let at = start + 1;
  for (let token = tokens[at]; token && isSpace(token); token = tokens[at]) at += 1;
  const isDeclaration = name?.type === Ident && tokens[at]?.type === Colon;
  return isDeclaration ? ident.decode(name.text) : undefined;
}

function openRule(sheet: Sheet, prelude: readonly Token[]): void {
  if (takesDeclarations(sheet) || prelude.some(isNesting)) sheet.hasNesting = true;
  const selectors = resolve(prelude, innermost(sheet).parent, sheet.budget);
  openBlock(sheet, parentOf(selectors), false);
}

function openBlock(sheet: Sheet, parent: Parent, isGroup: boolean): void {
  if (takesDeclarations(sheet) && sheet.blocks.length > LEVELS) {
    throw new NotFlat(`are more than ${LEVELS} levels deep`);
  }
  writeDeclarations(sheet);
  sheet.blocks.push(blockOf(parent, isGroup));
}

function closeBlock(sheet: Sheet): void {
  writeDeclarations(sheet);
  if (innermost(sheet).isGroup) sheet.css += '}';
  sheet.blocks.pop();
  sheet.at += 1;
}

/** Declarations keep their place among the rules beside them, since the order counts. */
function writeDeclarations(sheet: Sheet): void {
  const block = innermost(sheet);
  const { declarations, isRepeated } = block;
  const { selectors } = block.parent;
  if (declarations.length === 0 || selectors === undefined) return;
  if (isRepeated) spend(sheet.budget, selectors.length);
  sheet.css += `${selectors}{${declarations.join(';')}}`;
  block.declarations = [];
  block.isRepeated = true;
}
