import type { Matrix } from '../../../svg/matrix.ts';
import { type Arc, arcTo, cubicTo, lineTo, type Outline } from './outline.ts';

/** Coordinates of a shape. */
export interface Coordinates {
  /** To those of the root. */
  readonly matrix: Matrix;
  /** Upper bound of all numbers. */
  readonly maxValue: number;
}

/** Collects outlines, which it transforms to the coordinates of the root. */
export class OutlineBuilder {
  private readonly outlines: Outline[] = [];
  private outline: Outline | undefined;
  private readonly a: number;
  private readonly b: number;
  private readonly c: number;
  private readonly d: number;
  private readonly e: number;
  private readonly f: number;

  constructor(matrix: Matrix) {
    this.a = matrix[0];
    this.b = matrix[1];
    this.c = matrix[2];
    this.d = matrix[3];
    this.e = matrix[4];
    this.f = matrix[5];
  }

  /** Begins an outline. Without segments and without an end, nothing is drawn for it. */
  move(x: number, y: number): void {
    this.dropEmpty();
    this.outline = { x: this.toX(x, y), y: this.toY(x, y), segments: [], isClosed: false };
    this.outlines.push(this.outline);
  }

  line(x: number, y: number): void {
    this.outline?.segments.push(lineTo(this.toX(x, y), this.toY(x, y)));
  }

  cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.outline?.segments.push(
      cubicTo(
        this.toX(x1, y1),
        this.toY(x1, y1),
        this.toX(x2, y2),
        this.toY(x2, y2),
        this.toX(x, y),
        this.toY(x, y),
      ),
    );
  }

  arc({ cx, cy, ux, uy, vx, vy, sweep }: Arc, x: number, y: number): void {
    const { a, b, c, d } = this;
    const arc: Arc = {
      cx: this.toX(cx, cy),
      cy: this.toY(cx, cy),
      ux: a * ux + c * uy,
      uy: b * ux + d * uy,
      vx: a * vx + c * vy,
      vy: b * vx + d * vy,
      sweep,
    };
    this.outline?.segments.push(arcTo(arc, this.toX(x, y), this.toY(x, y)));
  }

  close(): void {
    if (this.outline) this.outline.isClosed = true;
  }

  /** Finished outlines. */
  finish(): readonly Outline[] {
    this.dropEmpty();
    return this.outlines;
  }

  private dropEmpty(): void {
    const { outline } = this;
    if (outline && !outline.isClosed && outline.segments.length === 0) this.outlines.pop();
    this.outline = undefined;
  }

  private toX(x: number, y: number): number {
    return this.a * x + this.c * y + this.e;
  }

  private toY(x: number, y: number): number {
    return this.b * x + this.d * y + this.f;
  }
}
