import type { Drawing } from './types.ts';

/** Smallest folder that has a consensus of its own; smaller ones take that of the whole set. */
const FEW = 8;

/** Value that most drawings of a drawing's folder have; `undefined` if they do not agree. */
export type Consensus<T> = (drawing: Drawing) => T | undefined;

/**
 * Finds the value that the drawings of each folder have in common, since sets keep their styles in
 * folders.
 *
 * @param valueIn returns the value of a drawing; `undefined` if it does not count
 * @param agree share of the drawings with a value that must have the same, 0 to 1
 */
export function consensusOf<T extends string | number>(
  drawings: readonly Drawing[],
  valueIn: (drawing: Drawing) => T | undefined,
  agree: number,
): Consensus<T> {
  const folders = new Map<string, T[]>();
  const all: T[] = [];
  for (const drawing of drawings) {
    const value = valueIn(drawing);
    if (value === undefined) continue;
    all.push(value);
    const folder = folders.get(drawing.folder) ?? [];
    folder.push(value);
    folders.set(drawing.folder, folder);
  }
  const whole = mostOf(all, agree);
  const byFolder = new Map(
    [...folders].map(([folder, values]) => [
      folder,
      values.length < FEW ? whole : mostOf(values, agree),
    ]),
  );
  return ({ folder }) => (byFolder.has(folder) ? byFolder.get(folder) : whole);
}

/** The most frequent value; `undefined` if too few have it. */
function mostOf<T>(values: readonly T[], agree: number): T | undefined {
  if (values.length < 2) return undefined;
  const most = mostFrequent(values);
  const count = values.filter((value) => value === most).length;
  return count >= agree * values.length && count > values.length / 2 ? most : undefined;
}

export function mostFrequent<T>(values: Iterable<T>): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T | undefined, number]>(
    (most, [value, count]) => (count > most[1] ? [value, count] : most),
    [undefined, 0],
  )[0];
}
