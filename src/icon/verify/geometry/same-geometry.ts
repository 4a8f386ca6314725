import { matchShapes } from './match-shapes.ts';
import {
  isStroked,
  type PaintedShape,
  type PaintedSource,
  readPaintedSource,
} from './painted-shapes.ts';

/** Two prepared sources, and how their pictures would be compared. */
export interface GeometryPair {
  readonly before: string;
  readonly after: string;
  /** Longer sides of the pictures, in px. */
  readonly sides: readonly number[];
  readonly isWide: boolean;
}

/** Farthest that any point of an edge may move, in px of the largest picture. */
const MAX_SHIFT = 0.02;

/**
 * Proves that two prepared sources look the same without rendering them: they paint the same shapes
 * in the same order and styles, and no edge moves by more than a fraction of a pixel. All moved
 * edges together cover less than the tolerated share of the picture. False if that is not proven.
 *
 * @param tolerance share of pixels that may differ, 0 to 1
 */
export function hasSameGeometry(
  { before, after, sides, isWide }: GeometryPair,
  tolerance: number,
): boolean {
  // The result of optimizing is shorter and easier to refuse.
  const to = readPaintedSource(after);
  const from = to && readPaintedSource(before);
  if (!from || !isSameFrame(from, to)) return false;
  const { viewBox } = from;
  const side = Math.max(...sides);
  const unit = (isWide ? viewBox.width : viewBox.height) / side;
  const edges = from.shapes.reduce((sum, shape) => sum + edgeLength(shape), 0);
  const area = tolerance * viewBox.width * viewBox.height;
  const distance = Math.min(MAX_SHIFT * unit, edges > 0 ? area / edges : 0);
  const currentColor = [from.color, to.color] as const;
  return matchShapes(from, to, { distance, currentColor });
}

/** Checks whether two pictures have the same size and the same coordinates. */
function isSameFrame(a: PaintedSource, b: PaintedSource): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.viewBox.x === b.viewBox.x &&
    a.viewBox.y === b.viewBox.y &&
    a.viewBox.width === b.viewBox.width &&
    a.viewBox.height === b.viewBox.height
  );
}

/** Length of all edges, about: an arc's by the mean of its radii, a curve's by its control points. */
function edgeLength({ style, outlines }: PaintedShape): number {
  let length = 0;
  for (const { x, y, segments } of outlines) {
    let [fromX, fromY] = [x, y];
    for (const { x1, y1, x2, y2, x: toX, y: toY, arc } of segments) {
      length += arc
        ? Math.abs(arc.sweep) * (Math.hypot(arc.ux, arc.uy) + Math.hypot(arc.vx, arc.vy)) * 0.5
        : Math.hypot(x1 - fromX, y1 - fromY) +
          Math.hypot(x2 - x1, y2 - y1) +
          Math.hypot(toX - x2, toY - y2);
      [fromX, fromY] = [toX, toY];
    }
    length += Math.hypot(fromX - x, fromY - y);
  }
  return isStroked(style) ? 2 * length : length;
}
