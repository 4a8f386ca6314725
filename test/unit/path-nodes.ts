export type Point = readonly [x: number, y: number];

/** How many numbers a command of path data takes. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6, a: 7, z: 0 };

/** The nodes of path data, absolute: where each segment ends, not the handles of curves. */
export function nodesOf(d: string): Point[] {
  const nodes: Point[] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = command.toLowerCase();
    const takes = TAKES[kind];
    if (takes === undefined) throw new Error(`'${command}' is not known in '${d}'.`);
    const numbers = numbersOf(kind, rest);
    for (let index = 0; index < Math.max(numbers.length, 1); index += takes || 1) {
      at =
        takes === 0 ? start : end(kind, command !== kind, at, numbers.slice(index, index + takes));
      if (kind === 'm' && index === 0) start = at;
      if (takes > 0) nodes.push(at);
    }
  }
  return nodes;
}

function end(kind: string, absolute: boolean, [x, y]: Point, numbers: readonly number[]): Point {
  const [fromX, fromY] = absolute ? [0, 0] : [x, y];
  const last = numbers.at(-1) ?? Number.NaN;
  if (kind === 'h') return [fromX + last, y];
  if (kind === 'v') return [x, fromY + last];
  return [fromX + (numbers.at(-2) ?? Number.NaN), fromY + last];
}

function numbersOf(kind: string, text: string): number[] {
  // The two flags of an arc may be written without anything between them.
  const spaced = kind === 'a' ? text.replace(/ ([01])[ ,]?([01])(?=[ ,-.\d])/g, ' $1 $2 ') : text;
  return (spaced.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
}
