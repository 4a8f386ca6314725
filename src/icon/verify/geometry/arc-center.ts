import type { Arc } from './outline.ts';

/**
 * Center form of an arc that path data gives by its ends, in the coordinates of the path;
 * `undefined` if it is drawn as a line. Source: SVG 2, 9.5.1 and B.2.4.
 */
export function arcFromEnds(
  [x0, y0, x, y]: readonly [x0: number, y0: number, x: number, y: number],
  [radiusX, radiusY, degrees]: readonly [rx: number, ry: number, degrees: number],
  isLarge: boolean,
  isClockwise: boolean,
): Arc | undefined {
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
  if (rx === 0 || ry === 0) return undefined;
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = degrees === 0 ? [1, 0] : [Math.cos(radians), Math.sin(radians)];
  // The half chord, in units of the radii and turned.
  const [halfX, halfY] = [(x0 - x) / 2, (y0 - y) / 2];
  let px = (cos * halfX + sin * halfY) / rx;
  let py = (cos * halfY - sin * halfX) / ry;
  const lengthSquared = px * px + py * py;
  if (lengthSquared > 1) {
    // Radii too small for the chord grow.
    const factor = Math.sqrt(lengthSquared);
    [rx, ry, px, py] = [rx * factor, ry * factor, px / factor, py / factor];
  }
  const distance = lengthSquared >= 1 ? 0 : Math.sqrt(1 / lengthSquared - 1);
  const side = isLarge === isClockwise ? -distance : distance;
  const [qx, qy] = [side * py, -side * px];
  // Start and end on the unit circle.
  const [startX, startY, endX, endY] = [px - qx, py - qy, -px - qx, -py - qy];
  let sweep = Math.atan2(startX * endY - startY * endX, startX * endX + startY * endY);
  if (isClockwise && sweep < 0) sweep += 2 * Math.PI;
  else if (!isClockwise && sweep > 0) sweep -= 2 * Math.PI;
  const ux = cos * rx * startX - sin * ry * startY;
  const uy = sin * rx * startX + cos * ry * startY;
  const vx = -cos * rx * startY - sin * ry * startX;
  const vy = -sin * rx * startY + cos * ry * startX;
  return { cx: x0 - ux, cy: y0 - uy, ux, uy, vx, vy, sweep };
}
