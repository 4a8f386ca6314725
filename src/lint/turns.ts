/** A rotation or reflection of a square picture. */
export interface Turn {
  /** Description of the transform of the other drawing: `… is icons/up.svg, turned by 90°`. */
  readonly description: string;
  /** Source position of a pixel of the turned picture. */
  readonly from: (x: number, y: number, last: number) => readonly [x: number, y: number];
}

/** No turn. */
export const NO_TURN: Turn = { description: '', from: (x, y) => [x, y] };

export const TURNS: readonly Turn[] = [
  { description: 'mirrored left to right', from: (x, y, last) => [last - x, y] },
  { description: 'mirrored top to bottom', from: (x, y, last) => [x, last - y] },
  { description: 'turned by 180°', from: (x, y, last) => [last - x, last - y] },
  { description: 'turned by 90° to the right', from: (x, y, last) => [y, last - x] },
  { description: 'turned by 90° to the left', from: (x, y, last) => [last - y, x] },
  { description: 'turned by 90° and mirrored', from: (x, y) => [y, x] },
  { description: 'turned by 90° and mirrored', from: (x, y, last) => [last - y, last - x] },
];

/**
 * Turns a picture of several planes.
 *
 * @param values `side` × `side` numbers for each plane, one plane after the other
 */
export function turnPicture<T extends Uint8Array | Float64Array>(
  values: T,
  side: number,
  turn: Turn,
): T {
  if (turn === NO_TURN) return values;
  const { from } = turn;
  const result = values.slice() as T;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [fromX, fromY] = from(x, y, side - 1);
      const [to, source] = [y * side + x, fromY * side + fromX];
      for (let plane = 0; plane < values.length; plane += side * side)
        result[plane + to] = values[plane + source] ?? 0;
    }
  }
  return result;
}
