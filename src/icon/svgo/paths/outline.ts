import { ARGUMENT_COUNTS } from '../../../svg/path-commands.ts';
import { arcCurves } from './arc-curves.ts';
import { CASE, CODES, isRelative } from './commands.ts';
import { type PathBuffer, STRIDE } from './path-buffer.ts';

/** Convex hull of a subpath: corners in order, and the first corners in each direction. */
export interface Hull {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rightmost: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Points around a subpath, as svgo takes them: ends, and middles between control points. */
export class SubpathOutline {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  left: number = Number.POSITIVE_INFINITY;
  right: number = Number.NEGATIVE_INFINITY;
  top: number = Number.POSITIVE_INFINITY;
  bottom: number = Number.NEGATIVE_INFINITY;
  /** Set by the first search that needs it. */
  hull: Hull | undefined;

  add(x: number, y: number): void {
    this.xs.push(x);
    this.ys.push(y);
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.top) this.top = y;
    if (y > this.bottom) this.bottom = y;
  }
}

/** Coordinates for which all texts of numbers are exact. */
const MAX = 1e9;

/**
 * Outlines of the subpaths of a path; `undefined` if it is not usual: with moves that draw nothing
 * or rotated arcs.
 */
export function outlinesOf(buffer: PathBuffer): readonly SubpathOutline[] | undefined {
  return new OutlineReader(buffer).read();
}

class OutlineReader {
  private readonly buffer: PathBuffer;
  private readonly outlines: SubpathOutline[] = [];
  private outline = new SubpathOutline();
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  /** From the last control point to the end. */
  private handleX = 0;
  private handleY = 0;
  private previous = 0;

  constructor(buffer: PathBuffer) {
    this.buffer = buffer;
  }

  read(): readonly SubpathOutline[] | undefined {
    const { count, commands } = this.buffer;
    for (let i = 0; i < count; i++) {
      const command = (commands[i] as number) | CASE;
      if (this.previous === CODES.m && command === CODES.m) return undefined;
      if (!this.addSegment(command, i)) return undefined;
      this.previous = command;
    }
    return this.previous === CODES.m ? undefined : this.outlines;
  }

  private addSegment(command: number, index: number): boolean {
    const { commands, numbers } = this.buffer;
    if (command === CODES.z) {
      this.x = this.startX;
      this.y = this.startY;
      return true;
    }
    const at = index * STRIDE;
    const [dx, dy] = isRelative(commands[index] as number) ? [this.x, this.y] : [0, 0];
    const end = at + (ARGUMENT_COUNTS[command] as number) - 2;
    if (command === CODES.h) this.x = dx + (numbers[at] as number);
    else if (command === CODES.v) this.y = dy + (numbers[at] as number);
    else {
      this.x = dx + (numbers[end] as number);
      this.y = dy + (numbers[end + 1] as number);
    }
    if (!(Math.abs(this.x) < MAX && Math.abs(this.y) < MAX)) return false;
    if (command === CODES.m) {
      this.startX = this.x;
      this.startY = this.y;
      this.outline = new SubpathOutline();
      this.outlines.push(this.outline);
    } else if (!this.addHandles(command, at, dx, dy)) return false;
    if (command === CODES.h) this.outline.add(this.x, this.lastY());
    else if (command === CODES.v) this.outline.add(this.lastX(), this.y);
    else this.outline.add(this.x, this.y);
    return true;
  }

  /** The last point: after a closed subpath, not the point where the next segment starts. */
  private lastX(): number {
    return this.outline.xs[this.outline.xs.length - 1] as number;
  }

  private lastY(): number {
    return this.outline.ys[this.outline.ys.length - 1] as number;
  }

  private addHandles(command: number, at: number, dx: number, dy: number): boolean {
    const { outline, x, y } = this;
    const { numbers } = this.buffer;
    const [fromX, fromY] = [this.lastX(), this.lastY()];
    if (command === CODES.q) {
      const [qx, qy] = [(numbers[at] as number) + dx, (numbers[at + 1] as number) + dy];
      outline.add(qx, qy);
      this.handleX = x - qx;
      this.handleY = y - qy;
    } else if (command === CODES.t) {
      if (this.previous !== CODES.q && this.previous !== CODES.t) {
        // For the next curve, svgo would take the handle of an earlier path.
        this.handleX = 0;
        this.handleY = 0;
        return true;
      }
      const [qx, qy] = [fromX + this.handleX, fromY + this.handleY];
      outline.add(qx, qy);
      this.handleX = x - qx;
      this.handleY = y - qy;
    } else if (command === CODES.c) {
      const [ax, ay] = [(numbers[at] as number) + dx, (numbers[at + 1] as number) + dy];
      const [bx, by] = [(numbers[at + 2] as number) + dx, (numbers[at + 3] as number) + dy];
      this.addMiddles(fromX, fromY, ax, ay, bx, by, x, y);
      this.handleX = x - bx;
      this.handleY = y - by;
    } else if (command === CODES.s) {
      let [ax, ay] = [fromX, fromY];
      const [bx, by] = [(numbers[at] as number) + dx, (numbers[at + 1] as number) + dy];
      if (this.previous === CODES.c || this.previous === CODES.s) {
        outline.add(fromX + 0.5 * this.handleX, fromY + 0.5 * this.handleY);
        ax += this.handleX;
        ay += this.handleY;
      }
      outline.add(0.5 * (ax + bx), 0.5 * (ay + by));
      outline.add(0.5 * (bx + x), 0.5 * (by + y));
      this.handleX = x - bx;
      this.handleY = y - by;
    } else if (command === CODES.a) return this.addArc(at, fromX, fromY);
    return true;
  }

  private addArc(at: number, fromX: number, fromY: number): boolean {
    const { numbers } = this.buffer;
    const curves = arcCurves(fromX, fromY, numbers, at, this.x, this.y);
    if (!curves) return false;
    let [x, y] = [fromX, fromY];
    for (let i = 0; i < curves.length; i += 6) {
      const [ax, ay] = [(curves[i] as number) + x, (curves[i + 1] as number) + y];
      const [bx, by] = [(curves[i + 2] as number) + x, (curves[i + 3] as number) + y];
      const [endX, endY] = [(curves[i + 4] as number) + x, (curves[i + 5] as number) + y];
      this.addMiddles(x, y, ax, ay, bx, by, endX, endY);
      if (i + 6 < curves.length) this.outline.add(endX, endY);
      x = endX;
      y = endY;
    }
    return true;
  }

  /** Adds the middles between the points of a cubic curve. */
  private addMiddles(
    fromX: number,
    fromY: number,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    toX: number,
    toY: number,
  ): void {
    const { outline } = this;
    outline.add(0.5 * (fromX + ax), 0.5 * (fromY + ay));
    outline.add(0.5 * (ax + bx), 0.5 * (ay + by));
    outline.add(0.5 * (bx + toX), 0.5 * (by + toY));
  }
}
