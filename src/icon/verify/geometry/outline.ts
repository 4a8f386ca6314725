/** Outlines in the coordinates of the root: subpaths of lines, cubic curves and elliptical arcs. */

export const LINE = 0;
export const CUBIC = 1;
const ARC = 2;

/** A segment. Its start is the end of the one before it. */
export interface OutlineSegment {
  readonly kind: typeof LINE | typeof CUBIC | typeof ARC;
  /** Control points of a cubic curve; of others, the end. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** End. */
  readonly x: number;
  readonly y: number;
  readonly arc: Arc | undefined;
}

/**
 * Center form of an arc: center + u · cos(angle) + v · sin(angle), for angles from 0 to `sweep`. So
 * it begins at center + u. Any affine transform of center, u and v transforms the arc.
 */
export interface Arc {
  readonly cx: number;
  readonly cy: number;
  readonly ux: number;
  readonly uy: number;
  readonly vx: number;
  readonly vy: number;
  /** In radians, negative for counterclockwise arcs. */
  readonly sweep: number;
}

/** Connected segments. */
export interface Outline {
  /** Start. */
  readonly x: number;
  readonly y: number;
  readonly segments: OutlineSegment[];
  isClosed: boolean;
}

export function lineTo(x: number, y: number): OutlineSegment {
  return { kind: LINE, x1: x, y1: y, x2: x, y2: y, x, y, arc: undefined };
}

export function cubicTo(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x: number,
  y: number,
): OutlineSegment {
  return { kind: CUBIC, x1, y1, x2, y2, x, y, arc: undefined };
}

export function arcTo(arc: Arc, x: number, y: number): OutlineSegment {
  return { kind: ARC, x1: x, y1: y, x2: x, y2: y, x, y, arc };
}

/** Point of an arc: x and y. */
export function arcX({ cx, ux, vx }: Arc, angle: number): number {
  return cx + ux * Math.cos(angle) + vx * Math.sin(angle);
}

export function arcY({ cy, uy, vy }: Arc, angle: number): number {
  return cy + uy * Math.cos(angle) + vy * Math.sin(angle);
}
