import { Lexer, type Match } from 'css-tree/lexer';
import { tokenTypes } from 'css-tree/tokenizer';
import { PROPERTIES } from './properties.ts';
import { type CssToken, depthChange, writeTokens } from './tokens.ts';
import { ATTRIBUTE_LENGTHS, DECLARED_LENGTHS, TYPES } from './types.ts';

/** Context of a value: an attribute, in which lengths need no unit, or a declaration. */
export type ValueContext = 'attribute' | 'declaration';

/** Definition of dashes, which need no unit in declarations either. Source: SVG 2, 13.5.6. */
const DASH_LIST = '[ [ <length [0,∞]> | <percentage [0,∞]> | <number [0,∞]> ]+ ]#';
const PROPERTY_NAME = [...PROPERTIES.keys()].join(' | ');
const PROPERTY_PREFIX = 'property ';

/** Definition that is a comma-separated list of one item. */
const LIST = /^(<[^<>]+>|\[[^[\]]+\])#$/;

function listItemSyntax(property: string): string | undefined {
  return LIST.exec(PROPERTIES.get(property) ?? '')?.[1];
}

function createLexer(lengths: Readonly<Record<string, string>>): Lexer {
  const propertyTypes = [...PROPERTIES].map(([name, syntax]) => [
    PROPERTY_PREFIX + name,
    listItemSyntax(name) ?? syntax,
  ]);
  return new Lexer({
    generic: true,
    types: {
      ...TYPES,
      ...lengths,
      dashes: DASH_LIST,
      'property-name': PROPERTY_NAME,
      ...Object.fromEntries(propertyTypes),
    },
  });
}

const lexers: Record<ValueContext, Lexer | undefined> = {
  attribute: undefined,
  declaration: undefined,
};

/**
 * Matches a value with the definition of a property. Returns the names of the types that each token
 * belongs to, without white space; `undefined` if it does not match.
 */
export function matchValue(
  property: string,
  tokens: readonly CssToken[],
  context: ValueContext,
): readonly ReadonlySet<string>[] | undefined {
  // css-tree tries the items of a list in all combinations, and gives up on long ones.
  const items = listItemSyntax(property) === undefined ? [tokens] : splitAtCommas(tokens);
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
function splitAtCommas(tokens: readonly CssToken[]): readonly (readonly CssToken[])[] {
  const items: CssToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (depth === 0 && token.type === tokenTypes.Comma) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function matchItem(property: string, css: string, context: ValueContext): Match | undefined {
  const lexer =
    lexers[context] ?? createLexer(context === 'attribute' ? ATTRIBUTE_LENGTHS : DECLARED_LENGTHS);
  lexers[context] = lexer;
  const type = lexer.types[PROPERTY_PREFIX + property];
  return (type && lexer.match(type, css).matched) ?? undefined;
}

function typesOf(match: Match): readonly ReadonlySet<string>[] {
  const tokens: ReadonlySet<string>[] = [];
  const visit = (node: Match, outerTypes: ReadonlySet<string>): void => {
    const name = node.syntax?.type === 'Type' ? node.syntax.name : undefined;
    const nodeTypes = name === undefined ? outerTypes : new Set([...outerTypes, name]);
    if (node.match) for (const part of node.match) visit(part, nodeTypes);
    else tokens.push(nodeTypes);
  };
  visit(match, new Set());
  return tokens;
}
