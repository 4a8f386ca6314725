import type { AnyNode } from 'acorn';
import type { AppModule, PossibleValues, StaticValue } from './model.ts';

/** Limit of combinations; above it, the text is unknown. */
const MAX_TEXTS = 500;

/** Parts of a text around unknown gaps. */
type TextParts = readonly string[];

/** Combines the texts of all operands. An operand that is not a text becomes a gap. */
export function joinedTexts(
  parts: readonly PossibleValues[],
  node: AnyNode,
  module: AppModule,
): PossibleValues {
  let all: readonly TextParts[] = [['']];
  for (const part of parts) {
    const pieces = part && part.length > 0 ? part.map(partsOf) : [GAP];
    if (all.length * pieces.length > MAX_TEXTS) return undefined;
    all = all.flatMap((before) => pieces.map((after) => joinParts(before, after)));
  }
  const values = all.map((pieces): StaticValue | undefined => {
    const [text = '', ...others] = pieces;
    if (others.length === 0) return { kind: 'text', text, node, module };
    return pieces.join('') === '' ? undefined : { kind: 'pattern', parts: pieces };
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

const GAP: TextParts = ['', ''];

function partsOf(value: StaticValue): TextParts {
  if (value.kind === 'text') return [value.text];
  return value.kind === 'pattern' ? value.parts : GAP;
}

function joinParts(before: TextParts, after: TextParts): TextParts {
  const [first = '', ...rest] = after;
  return [...before.slice(0, -1), (before.at(-1) ?? '') + first, ...rest];
}
