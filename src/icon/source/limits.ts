import type { Limits } from '../../core/types.ts';
import { TagScanner } from './scan-tags.ts';

/** Thrown by a pass when a source exceeds a limit. */
export class LimitError extends Error {
  readonly limit: keyof Limits;

  constructor(limit: keyof Limits) {
    super(limit);
    this.limit = limit;
  }
}

/**
 * Finds the limit that a text exceeds as a whole: its size, and the depth of its brackets. Limits on
 * tags are in {@link TagLimits}.
 */
export function textLimitExceeded(svg: string, limits: Limits): keyof Limits | undefined {
  if (svg.length > limits.bytes) return 'bytes';
  return isBracketDepthAbove(svg, BRACKETS_PER_LEVEL * limits.depth) ? 'depth' : undefined;
}

/**
 * Finds the limit that the tags of a text exceed. Counts them before parsing, since the parser and
 * later passes take quadratic time for some of these numbers, or overflow the stack.
 */
export class TagLimits {
  private readonly limits: Limits;
  private elements = 0;
  private depth = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Counts a tag. Returns the limit that is exceeded with it. */
  add({ isClosing, isEmpty, names, lengths }: TagScanner): keyof Limits | undefined {
    const { limits } = this;
    if (names.length > limits.attributes) return 'attributes';
    for (let i = 0; i < lengths.length; i++) {
      if ((lengths[i] as number) > limits.value && !UNLIMITED_ATTRIBUTES.test(names[i] as string))
        return 'value';
    }
    if (isClosing) {
      this.depth -= 1;
      return undefined;
    }
    this.elements += 1;
    if (this.elements > limits.elements) return 'elements';
    if (!isEmpty) this.depth += 1;
    return this.depth > limits.depth ? 'depth' : undefined;
  }
}

/** Number of elements in the text of an SVG. */
export function countElements(svg: string): number {
  let elements = 0;
  for (const tags = new TagScanner(svg); tags.next(); ) if (!tags.isClosing) elements += 1;
  return elements;
}

/**
 * Attributes without a limit on their length: path data, points, bitmaps, lists of numbers, and
 * ignored data of editors.
 */
const UNLIMITED_ATTRIBUTES = /^(d|points|path|href|values|tableValues|kernelMatrix|data-.*|.*:.*)$/;

/** Factor for brackets: texts may contain open brackets that are never closed. */
const BRACKETS_PER_LEVEL = 10;

/** Checks the depth of open brackets of any kind: CSS parsers recurse once for each. */
function isBracketDepthAbove(svg: string, limit: number): boolean {
  if (!hasMore(svg, '([{', limit)) return false;
  let depth = 0;
  for (const [bracket] of svg.matchAll(/[()[\]{}]/g)) {
    if (/[([{]/.test(bracket)) depth += 1;
    else if (depth > 0) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** Checks for more than a number of certain characters. */
function hasMore(text: string, characters: string, limit: number): boolean {
  let count = 0;
  for (const character of characters) {
    for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
      count += 1;
      if (count > limit) return true;
    }
  }
  return false;
}
