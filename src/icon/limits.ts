import type { Limits } from '../core/types.ts';
import { tags } from './tags.ts';

/**
 * The limit that a text is over, if any. Read off the text, since the parser itself and what comes
 * after it take time by the square of some of these numbers, or run out of stack.
 */
export function limitExceeded(svg: string, limits: Limits): keyof Limits | undefined {
  if (svg.length > limits.bytes) return 'bytes';
  let [elements, depth] = [0, 0];
  for (const { isClosing, isEmpty, names } of tags(svg)) {
    if (names.length > limits.attributes) return 'attributes';
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
