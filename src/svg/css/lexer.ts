import { Lexer, type Match } from 'css-tree/lexer';
import { PROPERTIES } from './properties.ts';
import { ATTRIBUTE_LENGTHS, DECLARED_LENGTHS, TYPES } from './types.ts';

/** Whether a value stands in an attribute, where lengths need no unit, or in a declaration. */
export type Context = 'attribute' | 'declaration';

/** Dashes in a declaration may leave out the unit, too. Source: SVG 2, 13.5.6. */
const DASHES = '[ [ <length [0,∞]> | <percentage [0,∞]> | <number [0,∞]> ]+ ]#';
const PROPERTY_NAME = [...PROPERTIES.keys()].join(' | ');
const OF_PROPERTY = 'property ';

function createLexer(lengths: Readonly<Record<string, string>>): Lexer {
  const ofProperties = [...PROPERTIES].map(([name, syntax]) => [OF_PROPERTY + name, syntax]);
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

/** How a value matches the definition of a property or, in `<…>`, of a type, if it does. */
export function matchValue(property: string, css: string, context: Context): Match | undefined {
  const lexer =
    lexers[context] ?? createLexer(context === 'attribute' ? ATTRIBUTE_LENGTHS : DECLARED_LENGTHS);
  lexers[context] = lexer;
  const type =
    lexer.types[property.startsWith('<') ? property.slice(1, -1) : OF_PROPERTY + property];
  return (type && lexer.match(type, css).matched) ?? undefined;
}

/** Names of the types that each token of a match is part of, token by token. */
export function typesOf(match: Match): readonly ReadonlySet<string>[] {
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
