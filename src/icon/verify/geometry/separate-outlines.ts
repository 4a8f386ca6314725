import { arcX, arcY, type Outline } from './outline.ts';

/** Directions in which gaps are searched. */
const DIRECTIONS = Array.from({ length: 8 }, (_, index) => {
  const angle = (index * Math.PI) / 8;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** Extents of the hull of an outline in each direction: smallest and largest, in turn. */
export type Extents = readonly number[];

/** Extents of what an outline encloses, with its stroke. */
export function extentsOf({ x, y, segments }: Outline, margin: number): Extents {
  const extents: number[] = [];
  for (let at = 0; at < DIRECTIONS.length; at++) extents.push(Infinity, -Infinity);
  include(extents, x, y);
  for (const segment of segments) {
    include(extents, segment.x1, segment.y1);
    include(extents, segment.x2, segment.y2);
    include(extents, segment.x, segment.y);
    const { arc } = segment;
    if (!arc) continue;
    // An arc lies in the hull of its ends and the corners of its tangents.
    const count = Math.ceil(Math.abs(arc.sweep) / (Math.PI / 3));
    const step = arc.sweep / count;
    const stretch = 1 / Math.cos(step / 2);
    for (let part = 0; part < count; part++) {
      const angle = (part + 0.5) * step;
      include(
        extents,
        arc.cx + (arcX(arc, angle) - arc.cx) * stretch,
        arc.cy + (arcY(arc, angle) - arc.cy) * stretch,
      );
      include(extents, arcX(arc, part * step), arcY(arc, part * step));
    }
  }
  return extents.map((value, index) => (index % 2 === 0 ? value - margin : value + margin));
}

function include(extents: number[], x: number, y: number): void {
  for (const [index, [dx, dy]] of DIRECTIONS.entries()) {
    const value = x * dx + y * dy;
    if (value < (extents[2 * index] as number)) extents[2 * index] = value;
    if (value > (extents[2 * index + 1] as number)) extents[2 * index + 1] = value;
  }
}

/** Checks whether there is a straight gap between two outlines. */
export function areSeparate(a: Extents, b: Extents): boolean {
  for (let at = 0; at < a.length; at += 2) {
    if ((a[at + 1] as number) < (b[at] as number)) return true;
    if ((b[at + 1] as number) < (a[at] as number)) return true;
  }
  return false;
}
