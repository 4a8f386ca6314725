/** Relative error of a length that is computed in different ways, with some reserve. */
const ERROR = 1e-12;

/** Largest radius of an arc. */
const MAX_RADIUS = 1e15;

/**
 * Checks if svgo takes a curve from the origin for an exact part of a circle. Curves that drawing
 * tools write for circles are none; a few flat ones are by chance, so the last test computes in the
 * same order as svgo, with the same rounding.
 */
export function isCircular(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): boolean {
  // The perpendiculars on the middles of two chords meet in the center.
  const midX = 0.375 * x1 + 0.375 * x2 + 0.125 * x3;
  const midY = 0.375 * y1 + 0.375 * y2 + 0.125 * y3;
  const [ax, ay] = [midX / 2, midY / 2];
  const [bx, by] = [(midX + x3) / 2, (midY + y3) / 2];
  const [ax2, ay2] = [ax + ay, ay - ax];
  const [bx2, by2] = [bx + (by - midY), by - (bx - midX)];
  const a1 = ay - ay2;
  const b1 = ax2 - ax;
  const c1 = ax * ay2 - ax2 * ay;
  const a2 = by - by2;
  const b2 = bx2 - bx;
  const c2 = bx * by2 - by * bx2;
  const determinant = a1 * b2 - a2 * b1;
  if (determinant === 0 || Number.isNaN(determinant)) return false;
  const x = (b1 * c2 - b2 * c1) / determinant;
  const y = (a1 * c2 - a2 * c1) / -determinant;
  const radius = Math.sqrt(x * x + y * y);
  const earlyX = 0.421875 * x1 + 0.140625 * x2 + 0.015625 * x3 - x;
  const earlyY = 0.421875 * y1 + 0.140625 * y2 + 0.015625 * y3 - y;
  const early = Math.sqrt(earlyX * earlyX + earlyY * earlyY);
  if (Math.abs(early - radius) > ERROR * radius) return false;
  const lateX = 0.140625 * x1 + 0.421875 * x2 + 0.421875 * x3 - x;
  const lateY = 0.140625 * y1 + 0.421875 * y2 + 0.421875 * y3 - y;
  const late = Math.sqrt(lateX * lateX + lateY * lateY);
  if (Math.abs(late - radius) > ERROR * radius) return false;
  const exactRadius = Math.hypot(x, y);
  return (
    exactRadius < MAX_RADIUS &&
    Math.hypot(earlyX, earlyY) === exactRadius &&
    Math.hypot(lateX, lateY) === exactRadius &&
    isConvex(x1, y1, x2, y2, x3, y3)
  );
}

/** Checks that the lines through the control points, each to the other's end, cross beyond both. */
function isConvex(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): boolean {
  const [b1, b2] = [x2, x3 - x1];
  const a2 = y1 - y3;
  const c2 = x1 * y3 - y1 * x3;
  const determinant = -y2 * b2 - a2 * b1;
  if (determinant === 0 || Number.isNaN(determinant)) return false;
  const [x, y] = [(b1 * c2) / determinant, (-y2 * c2) / -determinant];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  return x2 < x === x < 0 && y2 < y === y < 0 && x3 < x === x < x1 && y3 < y === y < y1;
}
