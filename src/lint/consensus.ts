import type { LintSource } from './types.ts';

/** Smallest folder that has a consensus of its own; smaller ones take that of the whole set. */
const MIN_FOLDER_SIZE = 8;

/** Value that most drawings of a drawing's folder have; `undefined` if they do not agree. */
export type Consensus<T> = (source: LintSource) => T | undefined;

/**
 * Finds the value that the drawings of each folder have in common, since sets keep their styles in
 * folders.
 *
 * @param getValue returns the value of a drawing; `undefined` if it does not count
 * @param minShare share of the drawings with a value that must have the same, 0 to 1
 */
export function findConsensus<T extends string | number>(
  sources: readonly LintSource[],
  getValue: (source: LintSource) => T | undefined,
  minShare: number,
): Consensus<T> {
  const folders = new Map<string, T[]>();
  const all: T[] = [];
  for (const source of sources) {
    const value = getValue(source);
    if (value === undefined) continue;
    all.push(value);
    const folder = folders.get(source.folder) ?? [];
    folder.push(value);
    folders.set(source.folder, folder);
  }
  const overall = majorityOf(all, minShare);
  const byFolder = new Map(
    [...folders].map(([folder, values]) => [
      folder,
      values.length < MIN_FOLDER_SIZE ? overall : majorityOf(values, minShare),
    ]),
  );
  return ({ folder }) => (byFolder.has(folder) ? byFolder.get(folder) : overall);
}

/** The most frequent value; `undefined` if too few have it. */
function majorityOf<T>(values: readonly T[], minShare: number): T | undefined {
  if (values.length < 2) return undefined;
  const most = mostFrequent(values);
  const count = values.filter((value) => value === most).length;
  return count >= minShare * values.length && count > values.length / 2 ? most : undefined;
}

export function mostFrequent<T>(values: Iterable<T>): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T | undefined, number]>(
    (most, [value, count]) => (count > most[1] ? [value, count] : most),
    [undefined, 0],
  )[0];
}
