import { type DSNode, type DSNodeMultiplier, definitionSyntax } from 'css-tree';
import { PROPERTIES } from '../../src/svg/css/properties.ts';
import { ATTRIBUTE_LENGTHS, DECLARED_LENGTHS, TYPES } from '../../src/svg/css/types.ts';
import type { Random } from './random.ts';
import { PRIVATE, TYPEFACE } from './words.ts';

/*
 * Values of CSS properties, made by walking their definitions: each is legal, and every branch of
 * every definition comes up.
 */

/** From here on the first alternative is taken, which is the simplest in all definitions. */
const DEEPEST = 7;
const MOST_REPEATS = 3;

const UNITS = {
  length: ['px', 'em', 'rem', 'ex', 'ch', 'in', 'cm', 'mm', 'Q', 'pt', 'pc', 'vw', 'vmin', 'cqi'],
  angle: ['deg', 'grad', 'rad', 'turn'],
  time: ['s', 'ms'],
} as const;

const NUMBERS = ['0', '1', '2', '.5', '-1', '+3', '1e2', '1e-3', '0.0', '12.75', '360', '-0'];
const PATH = 'M4 4h16v16z';

const parsed = new Map<string, DSNode>();

/** A legal value of a property. */
export function cssValueOf(random: Random, property: string): string {
  if (random.chance(0.05)) return random.pick(['inherit', 'initial', 'unset', 'revert']);
  const value = walk(random, definitionOf(PROPERTIES.get(property) ?? '<color>'), 0);
  if (random.chance(0.08)) return `var(--${random.pick(['a', 'b'])}, ${value})`;
  return random.chance(0.03) ? 'var(--a)' : value;
}

function definitionOf(definition: string): DSNode {
  const known = parsed.get(definition) ?? definitionSyntax.parse(definition);
  parsed.set(definition, known);
  return known;
}

function walk(random: Random, node: DSNode, depth: number): string {
  switch (node.type) {
    case 'Group':
      return group(random, node.terms, { combinator: node.combinator, depth });
    case 'Multiplier':
      return repeated(random, node, depth);
    case 'Function':
      return `${node.name}(`;
    case 'Type':
      return typed(random, node.name, depth);
    case 'Keyword':
      return node.name;
    case 'Token':
      return node.value;
    case 'Comma':
      return ',';
    default:
      return '';
  }
}

interface Grouping {
  readonly combinator: string;
  readonly depth: number;
}

function group(random: Random, terms: readonly DSNode[], { combinator, depth }: Grouping): string {
  const all = () => terms.map((term) => walk(random, term, depth + 1)).filter(Boolean);
  if (combinator === '|') {
    const term = depth >= DEEPEST ? terms[0] : random.pick(terms);
    return term ? walk(random, term, depth + 1) : '';
  }
  if (combinator === ' ') return all().join(' ');
  const mixed = all().sort(() => random.next() - 0.5);
  if (combinator === '&&') return mixed.join(' ');
  return mixed.slice(0, 1 + (depth >= DEEPEST ? 0 : random.below(mixed.length))).join(' ');
}

function repeated(random: Random, { term, min, max, comma }: DSNodeMultiplier, depth: number) {
  const most = max === 0 ? Math.max(min, MOST_REPEATS) : max;
  const count = depth >= DEEPEST ? min : min + random.below(most - min + 1);
  return Array.from({ length: count }, () => walk(random, term, depth + 1)).join(
    comma ? ', ' : ' ',
  );
}

function typed(random: Random, name: string, depth: number): string {
  const number = () => random.pick(NUMBERS);
  const withUnit = (kind: keyof typeof UNITS) =>
    random.chance(0.15) ? math(random, kind) : number() + random.pick(UNITS[kind]);
  switch (name) {
    case 'number':
      return random.chance(0.08) ? 'calc(1 + 2 * 3)' : number();
    case 'integer':
      return random.pick(['0', '1', '3']);
    case 'percentage':
      return `${number()}%`;
    case 'zero':
      return '0';
    case 'length':
    case 'angle':
    case 'time':
      return withUnit(name);
    case 'hex-color':
      return random.pick(['#f00', '#0F08', '#00ff00', '#00FF0080']);
    case 'url-token':
      return `url(#${random.pick(['a', 'b', `${PRIVATE}-id`])})`;
    case 'string':
      return random.pick([`"${PATH}"`, '"kern"', `"${PRIVATE}"`]);
    case 'family-name':
      return random.pick([`"${TYPEFACE} a"`, `${TYPEFACE} b`, 'serif']);
    case 'custom-ident':
    case 'keyframes-name':
      return random.pick([`${PRIVATE}-spin`, 'spin', 'none']);
    case 'property-name':
      return random.pick([...PROPERTIES.keys()]);
  }
  const lengths = random.chance(0.5) ? ATTRIBUTE_LENGTHS : DECLARED_LENGTHS;
  const definition = lengths[name] ?? TYPES[name];
  return definition === undefined ? 'none' : walk(random, definitionOf(definition), depth + 1);
}

function math(random: Random, kind: keyof typeof UNITS): string {
  const [one, two] = [random.pick(UNITS[kind]), random.pick(UNITS[kind])];
  return random.pick([
    `calc(1${one} + 2${two}*3)`,
    `calc((1${one} - 2${two})/-2)`,
    `min(1${one},max(2${two},3${one}))`,
    `clamp(0${one},1${two},2${one})`,
    `round(up,1${one},2${two})`,
    `calc(pi*1${one})`,
  ]);
}
