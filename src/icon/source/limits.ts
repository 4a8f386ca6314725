import type { Limits } from '../../core/types.ts';
import { scanTags } from './scan-tags.ts';

/** Thrown by a pass when a source exceeds a limit. */
export class LimitError extends Error {
  readonly limit: keyof Limits;

  constructor(limit: keyof Limits) {
    super(limit);
    this.limit = limit;
  }
}

/**
 * Finds the limit that a text exceeds. Scans the text, since the parser and later passes take
 * quadratic time for some of these numbers, or overflow the stack.
 */
export function limitExceeded(svg: string, limits: Limits): keyof Limits | undefined {
  if (svg.length > limits.bytes) return 'bytes';
  let [elements, depth] = [0, 0];
  if (bracketDepth(svg) > BRACKETS_PER_LEVEL * limits.depth) return 'depth';
  for (const { isClosing, isEmpty, names, lengths } of scanTags(svg)) {
    if (names.length > limits.attributes) return 'attributes';
    for (let i = 0; i < lengths.length; i++) {
      if ((lengths[i] ?? 0) > limits.value && !UNLIMITED_ATTRIBUTES.test(names[i] ?? ''))
        return 'value';
    }
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

/** Number of elements in the text of an SVG. */
export function countElements(svg: string): number {
  let elements = 0;
  for (const { isClosing } of scanTags(svg)) if (!isClosing) elements += 1;
  return elements;
}

/**
 * Attributes without a limit on their length: path data, points, bitmaps, lists of numbers, and
 * ignored data of editors.
 */
const UNLIMITED_ATTRIBUTES = /^(d|points|path|href|values|tableValues|kernelMatrix|data-.*|.*:.*)$/;

/** Factor for brackets: texts may contain open brackets that are never closed. */
const BRACKETS_PER_LEVEL = 10;

/** Maximum depth of open brackets of any kind: CSS parsers recurse once for each. */
function bracketDepth(svg: string): number {
  if (!/[([{]/.test(svg)) return 0;
  let [depth, most] = [0, 0];
  for (const [bracket] of svg.matchAll(/[()[\]{}]/g)) {
    if (/[([{]/.test(bracket)) most = Math.max(most, ++depth);
    else if (depth > 0) depth -= 1;
  }
  return most;
}
