import type { XastChild, XastRoot } from 'svgo';

/**
 * Passes that rewrite path data. For commands of one kind in a row, svgo copies all previous ones
 * with each, so the time grows with the square of their number.
 */
export const PATH_PLUGINS: ReadonlySet<string> = new Set([
  'convertPathData',
  'convertShapeToPath',
  'mergePaths',
]);

/** Most numbers in commands of one kind in a row: some 0.1 s for each pass. */
const MAX_NUMBERS = 20_000;

const COMMANDS = /([a-df-z])([^a-df-z]*)/gi;
const NUMBERS = /\d*\.\d+|\d+/g;

/** Checks for a path, or a list of points, that would take these passes too long. */
export function hasLongRun(node: XastRoot | XastChild): boolean {
  if (node.type === 'element') {
    const { d = '', points = '' } = node.attributes;
    if (points.length > MAX_NUMBERS && count(points) > MAX_NUMBERS) return true;
    if (d.length > MAX_NUMBERS && longestRun(d) > MAX_NUMBERS) return true;
  }
  return 'children' in node && node.children.some(hasLongRun);
}

function longestRun(d: string): number {
  let longest = 0;
  let run = 0;
  let last = '';
  for (const [, command = '', args = ''] of d.matchAll(COMMANDS)) {
    const startsRun = command !== last && !(last.toLowerCase() === 'm' && /l/i.test(command));
    run = (startsRun ? 0 : run) + count(args);
    longest = Math.max(longest, run);
    last = command;
  }
  return longest;
}

function count(text: string): number {
  return text.match(NUMBERS)?.length ?? 0;
}
