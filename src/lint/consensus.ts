import type { LintSource } from './types.ts';

/** Smallest folder that has a consensus of its own; smaller ones take that of the folder around them. */
const MIN_FOLDER_SIZE = 8;

/** Value that most drawings agree on. */
export interface Agreement<T> {
  readonly value: T;
  /** Number of drawings that have it. */
  readonly count: number;
  /** Number of drawings with any value. */
  readonly total: number;
}

/** Value that most drawings of a drawing's folder have; `undefined` if they do not agree. */
export type Consensus<T> = (source: Pick<LintSource, 'file'>) => Agreement<T> | undefined;

/**
 * Finds the value that the drawings of each folder have in common, since sets keep their styles in
 * folders. A small folder of which most drawings depart from the folder around it has a style of its
 * own, and no consensus.
 *
 * @param getValue returns the value of a drawing; `undefined` if it does not count
 * @param minShare share of the drawings with a value that must have the same, 0 to 1
 */
export function findConsensus<T extends string | number>(
  sources: readonly LintSource[],
  getValue: (source: LintSource) => T | undefined,
  minShare: number,
): Consensus<T> {
  const folders = new Map<string, Map<T, number>>();
  for (const source of sources) {
    const value = getValue(source);
    if (value === undefined) continue;
    for (const folder of foldersAround(source.file)) addTo(folders, folder, value);
  }
  const cache = new Map<string, Agreement<T> | undefined>();
  const find = (folder: string): Agreement<T> | undefined => {
    const counts = folders.get(folder);
    const size = counts ? sumOf(counts) : 0;
    if (folder === ROOT || size >= MIN_FOLDER_SIZE) return agreementOf(counts, minShare);
    const outer = findCached(parentOf(folder));
    const departing = counts && outer ? size - (counts.get(outer.value) ?? 0) : 0;
    return size > 1 && departing > size / 2 ? undefined : outer;
  };
  const findCached = (folder: string): Agreement<T> | undefined => {
    if (!cache.has(folder)) cache.set(folder, find(folder));
    return cache.get(folder);
  };
  return ({ file }) => findCached(parentOf(file));
}

/** Folder of all drawings. */
const ROOT = '';

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Folders that contain a file, the innermost first. */
function* foldersAround(file: string): Generator<string> {
  for (let folder = parentOf(file); folder !== ROOT; folder = parentOf(folder)) yield folder;
  yield ROOT;
}

function addTo<T>(folders: Map<string, Map<T, number>>, folder: string, value: T): void {
  const counts = folders.get(folder) ?? new Map<T, number>();
  folders.set(folder, counts);
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** The most frequent value; `undefined` if too few have it. */
function agreementOf<T>(
  counts: ReadonlyMap<T, number> | undefined,
  minShare: number,
): Agreement<T> | undefined {
  const total = counts ? sumOf(counts) : 0;
  const [most] = [...(counts ?? [])].sort(([, a], [, b]) => b - a);
  if (!most || total < 2) return undefined;
  const [value, count] = most;
  return count >= minShare * total && count > total / 2 ? { value, count, total } : undefined;
}
