import { tokenTypes } from 'css-tree/tokenizer';
import { canonicalProperty } from './properties.ts';
import {
  type CssToken,
  closeBrackets,
  depthChange,
  readTokens,
  trimWhiteSpace,
  writeTokens,
} from './tokens.ts';

/** One declaration of a list, not yet validated. */
export interface Declaration {
  /** Lower case, without escapes and aliased prefixes; custom properties are unchanged. */
  readonly property: string;
  /** Without `!important`; '' if strings or brackets are not closed, which is invalid. */
  readonly value: string;
  readonly isImportant: boolean;
}

const { Colon, Delim, Ident, Semicolon, WhiteSpace } = tokenTypes;

/**
 * Reads the value of a `style` attribute. Invalid declarations are skipped up to the next
 * semicolon, like in browsers. Source: CSS Syntax 3, 5.5.4.
 *
 * `;FILL:red!important;junk` → `fill`, `red`, important
 */
export function readDeclarations(style: string): readonly Declaration[] {
  const parts: CssToken[][] = [[]];
  let depth = 0;
  for (const token of readTokens(style)) {
    depth = Math.max(0, depth + depthChange(token));
    if (token.type === Semicolon && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.flatMap((part) => readDeclaration(trimWhiteSpace(part)) ?? []);
}

function readDeclaration(tokens: readonly CssToken[]): Declaration | undefined {
  const [name] = tokens;
  const colon = tokens.findIndex(({ type }, at) => at > 0 && type !== WhiteSpace);
  if (name?.type !== Ident || tokens[colon]?.type !== Colon) return undefined;
  const valueTokens = trimWhiteSpace(tokens.slice(colon + 1));
  const end = findImportant(valueTokens);
  const value = closeBrackets(trimWhiteSpace(valueTokens.slice(0, end)));
  return {
    property: canonicalProperty(name.value),
    value: value ? writeTokens(value) : '',
    isImportant: end < valueTokens.length,
  };
}

/** Index of `!important`; the length if there is none. */
function findImportant(tokens: readonly CssToken[]): number {
  const word = tokens.at(-1);
  if (word?.type !== Ident || word.value.toLowerCase() !== 'important') return tokens.length;
  const at = tokens.slice(0, -1).findLastIndex(({ type }) => type !== WhiteSpace);
  const mark = tokens[at];
  return mark?.type === Delim && mark.value === '!' ? at : tokens.length;
}
