import type { Hull, SubpathOutline } from './outline.ts';

/** Hull of an outline, computed once. */
export function hullOf(outline: SubpathOutline): Hull {
  outline.hull ??= computeHull(outline);
  return outline.hull;
}

function computeHull({ xs, ys }: SubpathOutline): Hull {
  const order = xs.map((_, index) => index);
  order.sort((a, b) =>
    xs[a] === xs[b] ? (ys[a] as number) - (ys[b] as number) : (xs[a] as number) - (xs[b] as number),
  );
  const turnsRight = (chain: readonly number[], point: number) => {
    const [from, over] = [chain[chain.length - 2] as number, chain[chain.length - 1] as number];
    const [x, y] = [xs[from] as number, ys[from] as number];
    const [overX, overY] = [xs[over] as number, ys[over] as number];
    const turn =
      (overX - x) * ((ys[point] as number) - y) - (overY - y) * ((xs[point] as number) - x);
    return turn <= 0;
  };
  const lower: number[] = [];
  let highest = 0;
  let highestPoint = order[0] as number;
  for (const point of order) {
    while (lower.length >= 2 && turnsRight(lower, point)) lower.pop();
    if ((ys[point] as number) < (ys[highestPoint] as number)) {
      highestPoint = point;
      highest = lower.length;
    }
    lower.push(point);
  }
  const upper: number[] = [];
  let lowest = 0;
  let lowestPoint = order[order.length - 1] as number;
  for (let i = order.length - 1; i >= 0; i--) {
    const point = order[i] as number;
    while (upper.length >= 2 && turnsRight(upper, point)) upper.pop();
    if ((ys[point] as number) > (ys[lowestPoint] as number)) {
      lowestPoint = point;
      lowest = upper.length;
    }
    upper.push(point);
  }
  // The last corner of each chain is the first of the other.
  upper.pop();
  lower.pop();
  const corners = [...lower, ...upper];
  return {
    xs: corners.map((corner) => xs[corner] as number),
    ys: corners.map((corner) => ys[corner] as number),
    rightmost: lower.length,
    highest,
    lowest: (lower.length + lowest) % corners.length,
  };
}
