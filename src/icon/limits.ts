import type { Limits } from '../core/types.ts';

/**
 * The limit that a text is over, if any. Read off the text, since the parser itself and what comes
 * after it take time by the square of some of these numbers, or run out of stack.
 */
export function limitExceeded(svg: string, limits: Limits): keyof Limits | undefined {
  if (svg.length > limits.bytes) return 'bytes';
  let [elements, depth] = [0, 0];
  for (const { isClosing, isEmpty, attributes } of tags(svg)) {
    if (attributes > limits.attributes) return 'attributes';
    if (isClosing) depth -= 1;
    else {
      elements += 1;
      if (elements > limits.elements) return 'elements';
      if (!isEmpty) depth += 1;
      if (depth > limits.depth) return 'depth';
    }
  }
  return undefined;
}

interface Tag {
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly attributes: number;
}

/** What holds no tags, by how it begins and ends. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function* tags(svg: string): Generator<Tag> {
  for (let start = svg.indexOf('<'); start >= 0; start = svg.indexOf('<', start)) {
    const aside = ASIDES.find(([opening]) => svg.startsWith(opening, start));
    if (aside) {
      const end = svg.indexOf(aside[1], start);
      if (end < 0) return;
      start = end;
      continue;
    }
    let attributes = 0;
    let end = start + 1;
    while (end < svg.length && svg[end] !== '>') {
      const character = svg[end];
      if (character === '=') attributes += 1;
      if (character === '"' || character === "'") {
        const close = svg.indexOf(character, end + 1);
        if (close < 0) return;
        end = close;
      }
      end += 1;
    }
    const next = svg[start + 1];
    if (next !== '!') yield { isClosing: next === '/', isEmpty: svg[end - 1] === '/', attributes };
    start = end;
  }
}
