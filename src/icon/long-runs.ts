import type { XastChild, XastRoot } from 'svgo';

/**
 * Passes that rewrite path data. For commands of one kind in a row, svgo copies all previous ones
 * with each, so the time grows with the square of their number.
 */
export const WRITES_PATHS: ReadonlySet<string> = new Set([
  'convertPathData',
  'convertShapeToPath',
  'mergePaths',
]);

/** Most numbers in commands of one kind in a row: some 0.1 s for each pass. */
const MOST = 20_000;

const COMMANDS = /([a-df-z])([^a-df-z]*)/gi;
const NUMBERS = /\d*\.\d+|\d+/g;

/** Checks for a path, or a list of points, that would take these passes too long. */
export function hasLongRun(node: XastRoot | XastChild): boolean {
  if (node.type === 'element') {
    const { d = '', points = '' } = node.attributes;
    if (points.length > MOST && count(points) > MOST) return true;
    if (d.length > MOST && longestRun(d) > MOST) return true;
  }
  return 'children' in node && node.children.some(hasLongRun);
}

function longestRun(d: string): number {
  let longest = 0;
  let run = 0;
  let last = '';
  for (const [, command = '', args = ''] of d.matchAll(COMMANDS)) {
    const begins = command !== last && !(last.toLowerCase() === 'm' && /l/i.test(command));
    run = (begins ? 0 : run) + count(args);
    longest = Math.max(longest, run);
    last = command;
  }
  return longest;
}

function count(text: string): number {
  return text.match(NUMBERS)?.length ?? 0;
}
