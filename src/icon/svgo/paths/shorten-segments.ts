import { ARGUMENT_COUNTS } from '../../../svg/path-commands.ts';
import { isCircular } from './circle-test.ts';
import { CASE, CODES } from './commands.ts';
import type { Decimals } from './decimals.ts';
import { moveArguments } from './make-relative.ts';
import { FROM, type PathBuffer, STRIDE, TO } from './path-buffer.ts';

/** Properties of an element that decide which segments show. */
export interface StrokeFacts {
  readonly mayBeStroked: boolean;
  readonly mayHaveCaps: boolean;
  /** True if closing a subpath looks the same as drawing a line to its start. */
  readonly canClose: boolean;
}

/**
 * Shortens relative segments as svgo's `convertPathData` does, which see for the reasons: rounds
 * them without adding up errors, and replaces, merges and removes segments.
 *
 * @returns `false` if the path needs svgo's own function: a curve is an arc, or a number is too large
 */
export function shortenSegments(
  buffer: PathBuffer,
  facts: StrokeFacts,
  decimals: Decimals,
): boolean {
  return new SegmentShortener(buffer, facts, decimals).run();
}

class SegmentShortener {
  private readonly commands: Uint8Array;
  private readonly numbers: Float64Array;
  private readonly count: number;
  private readonly facts: StrokeFacts;
  private readonly decimals: Decimals;
  /** End of the rounded segments so far. */
  private x = 0;
  private y = 0;
  /** Start of the subpath, rounded. */
  private startX = 0;
  private startY = 0;
  /** Index of the last segment that stays. */
  private previous = 0;
  /** Control point of the last segment, if that is a quadratic curve. */
  private controlX = 0;
  private controlY = 0;
  /** Arguments in whole steps, to compare lengths. */
  private readonly steps = new Float64Array(6);
  /** Control points of a smooth curve, with the implied one, before rounding. */
  private readonly smooth = new Float64Array(6);

  constructor(buffer: PathBuffer, facts: StrokeFacts, decimals: Decimals) {
    this.commands = buffer.commands;
    this.numbers = buffer.numbers;
    this.count = buffer.count;
    this.facts = facts;
    this.decimals = decimals;
  }

  run(): boolean {
    const { numbers, decimals } = this;
    numbers[0] = decimals.round(numbers[0] as number);
    numbers[1] = decimals.round(numbers[1] as number);
    this.x = this.startX = decimals.round(numbers[0]);
    this.y = this.startY = decimals.round(numbers[1]);
    if (!isUsual(this.x) || !isUsual(this.y)) return false;
    for (let i = 1; i < this.count; i++) {
      const command = this.commands[i] as number;
      if ((command | CASE) === CODES.z) this.close(i);
      else if (!this.shorten(i, command)) return false;
    }
    return true;
  }

  private remove(i: number): void {
    this.commands[i] = 0;
  }

  private close(i: number): void {
    this.x = this.startX;
    this.y = this.startY;
    const before = (this.commands[this.previous] as number) | CASE;
    if (before === CODES.z || this.isUselessClose(i)) this.remove(i);
    else this.previous = i;
  }

  private isUselessClose(i: number): boolean {
    const { numbers } = this;
    const at = i * STRIDE;
    const limit = this.decimals.tolerance / 10;
    return (
      this.mayRemove(this.facts.canClose) &&
      Math.abs((numbers[at + FROM] as number) - (numbers[at + TO] as number)) < limit &&
      Math.abs((numbers[at + FROM + 1] as number) - (numbers[at + TO + 1] as number)) < limit
    );
  }

  /** Checks if a segment without length does not show. */
  private mayRemove(isInvisibleLater: boolean): boolean {
    const { mayBeStroked, mayHaveCaps } = this.facts;
    if (!mayBeStroked) return true;
    const isFirst = ((this.commands[this.previous] as number) | CASE) === CODES.m;
    return isFirst ? !mayHaveCaps : isInvisibleLater;
  }

  /** Shortens one segment; `false` if it is an arc. */
  private shorten(i: number, written: number): boolean {
    const { commands, numbers, decimals } = this;
    const { tolerance } = decimals;
    const at = i * STRIDE;
    const next = i + 1 < this.count ? (commands[i + 1] as number) : 0;
    const nextAt = at + STRIDE;
    let command = written;
    if (command === CODES.s) this.expandSmooth(at);
    if (this.isArc(command, at)) return false;
    if (!this.roundSegment(command, at)) return false;

    const sagitta = command === CODES.a ? this.roundRadius(at) : undefined;
    if (
      (command === CODES.c && isStraight(numbers, at, 6, tolerance)) ||
      (command === CODES.s && isStraight(this.smooth, 0, 6, tolerance))
    ) {
      if (next === CODES.s) this.makeLonghand(nextAt, at, command);
      command = this.toLine(at, command);
    } else if (command === CODES.q && isStraight(numbers, at, 4, tolerance)) {
      if (next === CODES.t) this.makeLonghand(nextAt, at, command);
      command = this.toLine(at, command);
    } else if (command === CODES.t && !this.followsQuadratic()) {
      if (next === CODES.t) {
        const [x, y] = [numbers[at + TO] as number, numbers[at + TO + 1] as number];
        this.insertHandle(
          nextAt,
          CODES.t,
          2 * x - (numbers[at + FROM] as number) - x,
          2 * y - (numbers[at + FROM + 1] as number) - y,
        );
      }
      command = CODES.l;
    } else if (
      command === CODES.a &&
      (numbers[at] === 0 || numbers[at + 1] === 0 || (sagitta !== undefined && sagitta < tolerance))
    ) {
      command = this.toLine(at, command);
    }

    if (command === CODES.c && this.toQuadratic(at)) {
      command = CODES.q;
      if (next === CODES.s) this.makeLonghand(nextAt, at, command);
    }
    if (command === CODES.l) {
      if (numbers[at + 1] === 0) command = CODES.h;
      else if (numbers[at] === 0) {
        command = CODES.v;
        numbers[at] = numbers[at + 1] as number;
      }
    }
    if (this.mergeIntoPrevious(command, at)) {
      this.remove(i);
      return true;
    }
    if (command === CODES.c && this.isSmooth(at)) {
      command = CODES.s;
      numbers.copyWithin(at, at + 2, at + 6);
    } else if (command === CODES.q && this.isSmoothQuadratic(at)) {
      command = CODES.t;
      numbers.copyWithin(at, at + 2, at + 4);
    }
    if (this.isEmpty(command, at) && this.mayRemove(true)) {
      this.remove(i);
      return true;
    }
    const isLine = command === CODES.l || command === CODES.h || command === CODES.v;
    if (isLine && (this.facts.canClose || (next | CASE) === CODES.z) && this.endsAtStart(at)) {
      command = CODES.z;
    }
    commands[i] = command;
    if (command === CODES.z && this.isUselessClose(i)) {
      this.remove(i);
      return true;
    }
    this.noteControlPoint(command, at);
    this.previous = i;
    return true;
  }

  /** Writes the curve with the control point that a smooth one implies. */
  private expandSmooth(at: number): void {
    const { numbers, smooth } = this;
    const before = this.previous * STRIDE;
    const length = ARGUMENT_COUNTS[this.commands[this.previous] as number] as number;
    for (let axis = 0; axis < 2; axis++) {
      const end = before + length - 2 + axis;
      // svgo reads two numbers further back with any command, even if there are none.
      smooth[axis] =
        length < 4 ? Number.NaN : (numbers[end] as number) - (numbers[end - 2] as number);
    }
    for (let k = 0; k < 4; k++) smooth[k + 2] = numbers[at + k] as number;
  }

  private isArc(command: number, at: number): boolean {
    if (command !== CODES.c && command !== CODES.s) return false;
    const [values, from] = command === CODES.c ? [this.numbers, at] : [this.smooth, 0];
    return isCircular(
      values[from] as number,
      values[from + 1] as number,
      values[from + 2] as number,
      values[from + 3] as number,
      values[from + 4] as number,
      values[from + 5] as number,
    );
  }

  /** Rounds so that errors do not add up; `false` for numbers that are too large. */
  private roundSegment(command: number, at: number): boolean {
    const { numbers, decimals } = this;
    const count = ARGUMENT_COUNTS[command] as number;
    moveArguments(
      numbers,
      at,
      command,
      (numbers[at + FROM] as number) - this.x,
      (numbers[at + FROM + 1] as number) - this.y,
    );
    for (let k = at; k < at + count; k++) {
      numbers[k] = decimals.round(numbers[k] as number);
      if (!isUsual(numbers[k] as number)) return false;
    }
    if (command === CODES.h) this.x += numbers[at] as number;
    else if (command === CODES.v) this.y += numbers[at] as number;
    else {
      this.x += numbers[at + count - 2] as number;
      this.y += numbers[at + count - 1] as number;
    }
    this.x = decimals.round(this.x);
    this.y = decimals.round(this.y);
    if (command === CODES.m) {
      this.startX = this.x;
      this.startY = this.y;
    }
    return isUsual(this.x) && isUsual(this.y);
  }

  /** Writes the radius of a circular arc with as few digits as keep its height; returns that. */
  private roundRadius(at: number): number | undefined {
    const { numbers, decimals } = this;
    const sagitta = this.sagitta(at, numbers[at] as number, numbers[at + 1] as number);
    if (sagitta === undefined) return undefined;
    for (let { scale } = decimals; scale >= 1; scale /= 10) {
      const radius = Math.round((numbers[at] as number) * scale) / scale;
      const height = this.sagitta(at, radius, radius) ?? Number.NaN;
      if (!(Math.abs(sagitta - height) < decimals.tolerance)) break;
      numbers[at] = radius;
      numbers[at + 1] = radius;
    }
    return sagitta;
  }

  /** Height of a circular arc above its chord; `undefined` for other and for large arcs. */
  private sagitta(at: number, rx: number, ry: number): number | undefined {
    const { numbers } = this;
    if (numbers[at + 3] === 1 || Math.abs(rx - ry) > this.decimals.tolerance) return undefined;
    const chord = Math.hypot(numbers[at + 5] as number, numbers[at + 6] as number);
    return chord > rx * 2 ? undefined : rx - Math.sqrt(rx ** 2 - 0.25 * chord ** 2);
  }

  /** Keeps only the end of a segment. */
  private toLine(at: number, command: number): number {
    const { numbers } = this;
    const end = at + (ARGUMENT_COUNTS[command] as number) - 2;
    numbers[at] = numbers[end] as number;
    numbers[at + 1] = numbers[end + 1] as number;
    return CODES.l;
  }

  /** Gives the next segment the control point that it takes from this one. */
  private makeLonghand(nextAt: number, at: number, command: number): void {
    const { numbers } = this;
    const end = at + (ARGUMENT_COUNTS[command] as number) - 2;
    const next = this.commands[nextAt / STRIDE] as number;
    this.insertHandle(
      nextAt,
      next,
      (numbers[end] as number) - (numbers[end - 2] as number),
      (numbers[end + 1] as number) - (numbers[end - 1] as number),
    );
  }

  private insertHandle(at: number, smooth: number, x: number, y: number): void {
    const { numbers } = this;
    numbers.copyWithin(at + 2, at, at + (ARGUMENT_COUNTS[smooth] as number));
    numbers[at] = x;
    numbers[at + 1] = y;
    this.commands[at / STRIDE] = smooth === CODES.s ? CODES.c : CODES.q;
  }

  private followsQuadratic(): boolean {
    const before = this.commands[this.previous];
    return before === CODES.q || before === CODES.t;
  }

  /** Turns a cubic curve into a quadratic one if that is nearly the same and shorter. */
  private toQuadratic(at: number): boolean {
    const { numbers, decimals } = this;
    const x = this.quadraticHandle(at, numbers[at + FROM] as number);
    if (Number.isNaN(x)) return false;
    const y = this.quadraticHandle(at + 1, numbers[at + FROM + 1] as number);
    if (Number.isNaN(y)) return false;
    const { round, scale, rowLength } = decimals;
    const { steps } = this;
    for (let k = 0; k < 6; k++) steps[k] = Math.round((numbers[at + k] as number) * scale);
    const length = rowLength(steps, 6);
    const shorter = [
      ...[round(x), round(y)],
      ...[round(numbers[at + 4] as number), round(numbers[at + 5] as number)],
    ];
    for (let k = 0; k < 4; k++) steps[k] = Math.round((shorter[k] as number) * scale);
    if (rowLength(steps, 4) >= length) return false;
    numbers.set(shorter, at);
    return true;
  }

  /** Coordinate of the only control point, relative; NaN if two are needed. */
  private quadraticHandle(at: number, from: number): number {
    const { numbers, decimals } = this;
    const first = 0.75 * (from + (numbers[at] as number)) - 0.25 * from;
    const second =
      0.75 * (from + (numbers[at + 2] as number)) - 0.25 * (from + (numbers[at + 4] as number));
    return Math.abs(first - second) < decimals.tolerance * 2 ? first + second - from : Number.NaN;
  }

  /** Adds a line or moveto in the same direction to the segment before it. */
  private mergeIntoPrevious(command: number, at: number): boolean {
    const isMove = command === CODES.m;
    if (!isMove && command !== CODES.h && command !== CODES.v) return false;
    if (command !== ((this.commands[this.previous] as number) | CASE)) return false;
    const { numbers } = this;
    const before = this.previous * STRIDE;
    const isSameDirection = (numbers[before] as number) >= 0 === (numbers[at] as number) >= 0;
    if (!isMove && !isSameDirection) return false;
    numbers[before] = (numbers[before] as number) + (numbers[at] as number);
    if (isMove) numbers[before + 1] = (numbers[before + 1] as number) + (numbers[at + 1] as number);
    numbers[before + TO] = numbers[at + TO] as number;
    numbers[before + TO + 1] = numbers[at + TO + 1] as number;
    return true;
  }

  /** Checks if the first control point is the one that a smooth curve implies. */
  private isSmooth(at: number): boolean {
    const { numbers, decimals } = this;
    const before = this.previous * STRIDE;
    const command = this.commands[this.previous];
    let [x, y] = [0, 0];
    if (command === CODES.c || command === CODES.s) {
      const handle = before + (command === CODES.c ? 2 : 0);
      x = (numbers[handle] as number) - (numbers[handle + 2] as number);
      y = (numbers[handle + 1] as number) - (numbers[handle + 3] as number);
    }
    return (
      Math.abs((numbers[at] as number) + x) < decimals.tolerance &&
      Math.abs((numbers[at + 1] as number) + y) < decimals.tolerance
    );
  }

  private isSmoothQuadratic(at: number): boolean {
    const { numbers, controlX, controlY } = this;
    const { tolerance } = this.decimals;
    const before = this.previous * STRIDE;
    const command = this.commands[this.previous];
    const [x, y] = [numbers[at] as number, numbers[at + 1] as number];
    if (command === CODES.q) {
      const handleX = (numbers[before + 2] as number) - (numbers[before] as number);
      const handleY = (numbers[before + 3] as number) - (numbers[before + 1] as number);
      return Math.abs(x - handleX) < tolerance && Math.abs(y - handleY) < tolerance;
    }
    if (command !== CODES.t) return false;
    const [fromX, fromY] = [numbers[at + FROM] as number, numbers[at + FROM + 1] as number];
    return (
      Math.abs(2 * fromX - controlX - (x + fromX)) < tolerance &&
      Math.abs(2 * fromY - controlY - (y + fromY)) < tolerance
    );
  }

  private isEmpty(command: number, at: number): boolean {
    const { numbers } = this;
    if (command === CODES.m) return false;
    const count = ARGUMENT_COUNTS[command] as number;
    for (let k = command === CODES.a ? 5 : 0; k < count; k++) {
      if (numbers[at + k] !== 0) return false;
    }
    return true;
  }

  private endsAtStart(at: number): boolean {
    const { numbers, startX, startY } = this;
    const { tolerance } = this.decimals;
    return (
      Math.abs(startX - (numbers[at + TO] as number)) < tolerance &&
      Math.abs(startY - (numbers[at + TO + 1] as number)) < tolerance
    );
  }

  private noteControlPoint(command: number, at: number): void {
    const { numbers } = this;
    if (command === CODES.q) {
      this.controlX = (numbers[at] as number) + (numbers[at + FROM] as number);
      this.controlY = (numbers[at + 1] as number) + (numbers[at + FROM + 1] as number);
    } else if (command === CODES.t) {
      this.controlX = 2 * (numbers[at + FROM] as number) - this.controlX;
      this.controlY = 2 * (numbers[at + FROM + 1] as number) - this.controlY;
    }
  }
}

/** Largest number whose steps are exact with any number of digits. */
const MAX = 1e9;

function isUsual(value: number): boolean {
  return Math.abs(value) < MAX;
}

/** Checks if the control points of a curve from the origin are on the line to its end. */
function isStraight(numbers: Float64Array, at: number, count: number, tolerance: number): boolean {
  const end = at + count - 2;
  const [x, y] = [numbers[end] as number, numbers[end + 1] as number];
  const scale = 1 / (y * y + x * x);
  if (!Number.isFinite(scale)) return false;
  for (let k = end - 2; k >= at; k -= 2) {
    const distance = -y * (numbers[k] as number) + x * (numbers[k + 1] as number);
    if (Math.sqrt(distance * distance * scale) > tolerance) return false;
  }
  return true;
}
