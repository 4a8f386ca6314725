import type { AnyNode } from 'acorn';
import type { Module, Value, Values } from './model.ts';

/** Limit of combinations; above it, the text is unknown. */
const MOST_TEXTS = 500;

/** Parts of a text around unknown gaps. */
type Pieces = readonly string[];

/** Combines the texts of all operands. An operand that is not a text becomes a gap. */
export function joinedTexts(parts: readonly Values[], node: AnyNode, module: Module): Values {
  let all: readonly Pieces[] = [['']];
  for (const part of parts) {
    const pieces = part && part.length > 0 ? part.map(piecesOf) : [GAP];
    if (all.length * pieces.length > MOST_TEXTS) return undefined;
    all = all.flatMap((before) => pieces.map((after) => joined(before, after)));
  }
  const values = all.map((pieces): Value | undefined => {
    const [text = '', ...others] = pieces;
    if (others.length === 0) return { is: 'text', text, node, module };
    return pieces.join('') === '' ? undefined : { is: 'pattern', parts: pieces };
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

const GAP: Pieces = ['', ''];

function piecesOf(value: Value): Pieces {
  if (value.is === 'text') return [value.text];
  return value.is === 'pattern' ? value.parts : GAP;
}

function joined(before: Pieces, after: Pieces): Pieces {
  const [first = '', ...rest] = after;
  return [...before.slice(0, -1), (before.at(-1) ?? '') + first, ...rest];
}
