import { Lexer, type Match } from 'css-tree/lexer';
import { tokenTypes } from 'css-tree/tokenizer';
import { PROPERTIES } from './properties.ts';
import { depthOf, type Token, writeTokens } from './tokens.ts';
import { ATTRIBUTE_LENGTHS, DECLARED_LENGTHS, TYPES } from './types.ts';

/** Context of a value: an attribute, in which lengths need no unit, or a declaration. */
export type Context = 'attribute' | 'declaration';

/** Definition of dashes, which need no unit in declarations either. Source: SVG 2, 13.5.6. */
const DASHES = '[ [ <length [0,∞]> | <percentage [0,∞]> | <number [0,∞]> ]+ ]#';
const PROPERTY_NAME = [...PROPERTIES.keys()].join(' | ');
const OF_PROPERTY = 'property ';

/** Definition that is a comma-separated list of one item. */
const LIST = /^(<[^<>]+>|\[[^[\]]+\])#$/;

function itemOf(property: string): string | undefined {
  return LIST.exec(PROPERTIES.get(property) ?? '')?.[1];
}

function createLexer(lengths: Readonly<Record<string, string>>): Lexer {
  const ofProperties = [...PROPERTIES].map(([name, syntax]) => [
    OF_PROPERTY + name,
    itemOf(name) ?? syntax,
  ]);
  return new Lexer({
    generic: true,
    types: {
      ...TYPES,
      ...lengths,
      dashes: DASHES,
      'property-name': PROPERTY_NAME,
      ...Object.fromEntries(ofProperties),
    },
  });
}

const lexers: Record<Context, Lexer | undefined> = {
  attribute: undefined,
  declaration: undefined,
};

/**
 * Matches a value with the definition of a property. Returns the names of the types that each token
 * belongs to, without white space; `undefined` if it does not match.
 */
export function matchValue(
  property: string,
  tokens: readonly Token[],
  context: Context,
): readonly ReadonlySet<string>[] | undefined {
  // css-tree tries the items of a list in all combinations, and gives up on long ones.
  const items = itemOf(property) === undefined ? [tokens] : itemsOf(tokens);
  const types: ReadonlySet<string>[] = [];
  for (const item of items) {
    const matched = matchItem(property, writeTokens(item), context);
    if (!matched) return undefined;
    if (types.length > 0) types.push(COMMA);
    types.push(...typesOf(matched));
  }
  return types;
}

const COMMA: ReadonlySet<string> = new Set();

/** Splits tokens at commas outside functions. */
function itemsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (depth === 0 && token.type === tokenTypes.Comma) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function matchItem(property: string, css: string, context: Context): Match | undefined {
  const lexer =
    lexers[context] ?? createLexer(context === 'attribute' ? ATTRIBUTE_LENGTHS : DECLARED_LENGTHS);
  lexers[context] = lexer;
  const type = lexer.types[OF_PROPERTY + property];
  return (type && lexer.match(type, css).matched) ?? undefined;
}

function typesOf(match: Match): readonly ReadonlySet<string>[] {
  const tokens: ReadonlySet<string>[] = [];
  const visit = (node: Match, around: ReadonlySet<string>): void => {
    const name = node.syntax?.type === 'Type' ? node.syntax.name : undefined;
    const inside = name === undefined ? around : new Set([...around, name]);
    if (node.match) for (const part of node.match) visit(part, inside);
    else tokens.push(inside);
  };
  visit(match, new Set());
  return tokens;
}
