/** Largest angle of one curve. */
const MAX_ANGLE = (Math.PI * 120) / 180;

/**
 * Cubic curves for an arc without rotation, one after the other: two control points and the end of
 * each, relative to its start. `undefined` for arcs that are not usual.
 */
export function arcCurves(
  fromX: number,
  fromY: number,
  arc: Float64Array,
  at: number,
  toX: number,
  toY: number,
): readonly number[] | undefined {
  let [rx, ry] = [arc[at] as number, arc[at + 1] as number];
  const [isLarge, isClockwise] = [arc[at + 3] === 1, arc[at + 4] === 1];
  const isUsual = arc[at + 2] === 0 && rx > 0 && ry > 0 && (fromX !== toX || fromY !== toY);
  if (!isUsual) return undefined;
  const [x, y] = [(fromX - toX) / 2, (fromY - toY) / 2];
  const stretch = (x * x) / (rx * rx) + (y * y) / (ry * ry);
  if (stretch > 1) {
    rx *= Math.sqrt(stretch);
    ry *= Math.sqrt(stretch);
  }
  const [rx2, ry2] = [rx * rx, ry * ry];
  const distance = Math.sqrt(
    Math.abs((rx2 * ry2 - rx2 * y * y - ry2 * x * x) / (rx2 * y * y + ry2 * x * x)),
  );
  const k = (isLarge === isClockwise ? -1 : 1) * distance;
  const centerX = (k * rx * y) / ry + (fromX + toX) / 2;
  const centerY = (k * -ry * x) / rx + (fromY + toY) / 2;
  let angle = angleOf(fromX < centerX, (fromY - centerY) / ry);
  let end = angleOf(toX < centerX, (toY - centerY) / ry);
  if (isClockwise && angle > end) angle -= Math.PI * 2;
  if (!isClockwise && end > angle) end -= Math.PI * 2;

  const curves: number[] = [];
  let [startX, startY] = [fromX, fromY];
  for (;;) {
    const isLast = !(Math.abs(end - angle) > MAX_ANGLE);
    const next = isLast ? end : angle + MAX_ANGLE * (isClockwise && end > angle ? 1 : -1);
    const nextX = isLast ? toX : centerX + rx * Math.cos(next);
    const nextY = isLast ? toY : centerY + ry * Math.sin(next);
    const tangent = Math.tan((next - angle) / 4);
    const [handleX, handleY] = [(4 / 3) * rx * tangent, (4 / 3) * ry * tangent];
    curves.push(
      -handleX * Math.sin(angle),
      handleY * Math.cos(angle),
      nextX + handleX * Math.sin(next) - startX,
      nextY - handleY * Math.cos(next) - startY,
      nextX - startX,
      nextY - startY,
    );
    if (isLast) break;
    angle = next;
    startX = nextX;
    startY = nextY;
  }
  return curves.every(Number.isFinite) ? curves : undefined;
}

/** Angle of a point of a circle, from 0 to 2π. */
function angleOf(isLeft: boolean, sine: number): number {
  const angle = Math.asin(Number(sine.toFixed(9)));
  const turned = isLeft ? Math.PI - angle : angle;
  return turned < 0 ? Math.PI * 2 + turned : turned;
}
