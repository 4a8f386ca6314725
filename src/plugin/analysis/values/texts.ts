import type { AnyNode } from 'acorn';
import type { Module, Value, Values } from './model.ts';

/** Combinations of texts, above which they are taken for any. */
const MOST_TEXTS = 500;

/** Text with gaps that hold anything. */
type Pieces = readonly string[];

/**
 * All texts that parts put together come to. What is no known text leaves a gap.
 *
 * @returns `undefined` where nothing of the text is known
 */
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
