import { tryStat } from '../files.ts';

/** Stat of a file: size, mtime, ctime and inode. Compared to detect changes without reading. */
export type FileStat = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

export function isFileStat(value: unknown): value is FileStat {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);
}

/** Reads the stat of a regular file; `undefined` if there is none. */
export function readFileStat(path: string): FileStat | undefined {
  const stats = tryStat(path);
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino] : undefined;
}

/** Resolution of file system clocks, in ms: whole seconds, or a tick of the kernel. */
const CLOCK_TICK = { coarse: 2000, fine: 20 };

/**
 * Checks if an equal stat means equal bytes. It does not if the file was changed just before the stat
 * was taken: another change in the same clock tick would go unnoticed. Source: git, “racy git”.
 *
 * @param takenAt time when the stat was taken, in ms
 */
export function isReliable([, mtimeMs, ctimeMs]: FileStat, takenAt: number): boolean {
  const last = Math.max(mtimeMs, ctimeMs);
  return takenAt - last > (last % 1000 === 0 ? CLOCK_TICK.coarse : CLOCK_TICK.fine);
}

export function isSameStat(a: FileStat | undefined, b: FileStat | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((value, index) => value === b[index]);
}
