import { hullOf } from './hull.ts';
import type { Hull, SubpathOutline } from './outline.ts';

/** Checks by their hulls, as svgo does, if two paths may overlap. */
export function mayOverlap(
  outlines: readonly SubpathOutline[],
  others: readonly SubpathOutline[],
): boolean {
  if (outlines.every((outline) => others.every((other) => areApart(outline, other)))) return false;
  for (const outline of outlines) {
    const hull = hullOf(outline);
    if (hull.xs.length < 3) continue;
    for (const other of others) {
      const otherHull = hullOf(other);
      if (otherHull.xs.length < 3) continue;
      if (new OriginSearch(hull, otherHull).run()) return true;
    }
  }
  return false;
}

function areApart(a: SubpathOutline, b: SubpathOutline): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}

/** As many as in svgo, which then keeps the paths apart. */
const MAX_STEPS = 10_000;

/**
 * Searches for the origin in the differences of the points of two hulls (Gilbert, Johnson and
 * Keerthi): it is among them if the hulls overlap.
 */
class OriginSearch {
  private readonly a: Hull;
  private readonly b: Hull;
  private directionX = 1;
  private directionY = 0;
  /** Corners of the triangle or line that may contain the origin, the last one found first. */
  private readonly xs = [0, 0, 0];
  private readonly ys = [0, 0, 0];
  private count = 1;

  constructor(a: Hull, b: Hull) {
    this.a = a;
    this.b = b;
  }

  run(): boolean {
    const { xs, ys } = this;
    this.findCorner();
    this.directionX = -(xs[0] as number);
    this.directionY = -(ys[0] as number);
    for (let step = 0; step < MAX_STEPS; step++) {
      for (let i = this.count; i > 0; i--) {
        xs[i] = xs[i - 1] as number;
        ys[i] = ys[i - 1] as number;
      }
      this.count += 1;
      this.findCorner();
      const progress = this.directionX * (xs[0] as number) + this.directionY * (ys[0] as number);
      if (progress <= 0) return false;
      if (this.count === 2) this.reduceLine();
      else if (!this.reduceTriangle()) return true;
    }
    return true;
  }

  /** Sets the first corner to the farthest difference in the direction. */
  private findCorner(): void {
    const { a, b, directionX, directionY } = this;
    const i = farthest(a, directionX, directionY);
    const j = farthest(b, -directionX, -directionY);
    this.xs[0] = (a.xs[i] as number) - (b.xs[j] as number);
    this.ys[0] = (a.ys[i] as number) - (b.ys[j] as number);
  }

  private reduceLine(): void {
    const [x, y] = [this.xs[0] as number, this.ys[0] as number];
    const [abX, abY] = [(this.xs[1] as number) - x, (this.ys[1] as number) - y];
    if (-x * abX + -y * abY > 0) this.turn(abX, abY, x, y);
    else this.keepFirst();
  }

  /** Goes on with the side that faces the origin; `false` if the triangle contains it. */
  private reduceTriangle(): boolean {
    const { xs, ys } = this;
    const [x, y] = [xs[0] as number, ys[0] as number];
    const [abX, abY] = [(xs[1] as number) - x, (ys[1] as number) - y];
    const [acX, acY] = [(xs[2] as number) - x, (ys[2] as number) - y];
    this.turn(abX, abY, acX, acY);
    if (this.directionX * -x + this.directionY * -y > 0) {
      if (abX * -x + abY * -y > 0) this.count = 2;
      else this.keepFirst();
      return true;
    }
    this.turn(acX, acY, abX, abY);
    if (!(this.directionX * -x + this.directionY * -y > 0)) return false;
    if (acX * -x + acY * -y > 0) {
      xs[1] = xs[2] as number;
      ys[1] = ys[2] as number;
      this.count = 2;
    } else this.keepFirst();
    return true;
  }

  private keepFirst(): void {
    this.directionX = -(this.xs[0] as number);
    this.directionY = -(this.ys[0] as number);
    this.count = 1;
  }

  /** Turns the direction perpendicular to a vector, away from another. */
  private turn(x: number, y: number, awayX: number, awayY: number): void {
    const isTowards = -y * -awayX + x * -awayY < 0;
    this.directionX = isTowards ? y : -y;
    this.directionY = isTowards ? -x : x;
  }
}

/** Index of the farthest corner in a direction, going around from the nearest known one. */
function farthest(hull: Hull, x: number, y: number): number {
  const { xs, ys } = hull;
  const [below, above] = x < 0 ? [hull.lowest, 0] : [hull.rightmost, hull.highest];
  let index = y >= 0 ? below : above;
  let max = Number.NEGATIVE_INFINITY;
  for (;;) {
    const distance = (xs[index] as number) * x + (ys[index] as number) * y;
    if (!(distance > max)) break;
    max = distance;
    index = (index + 1) % xs.length;
  }
  return (index === 0 ? xs.length : index) - 1;
}
