import { statsAt } from '../files.ts';

/** Stat of a file: size, mtime, ctime and inode. Compared to detect changes without reading. */
export type Signature = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

export function isSignature(value: unknown): value is Signature {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);
}

/** Reads the stat of a regular file; `undefined` if there is none. */
export function signatureOf(path: string): Signature | undefined {
  const found = statsAt(path);
  return found?.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
}

/** Resolution of file system clocks, in ms: whole seconds, or a tick of the kernel. */
const TICK = { coarse: 2000, fine: 20 };

/**
 * Checks if an equal stat means equal bytes. It does not if the file was changed just before the stat
 * was taken: another change in the same clock tick would go unnoticed. Source: git, “racy git”.
 *
 * @param seen time when the stat was taken, in ms
 */
export function isSettled([, mtimeMs, ctimeMs]: Signature, seen: number): boolean {
  const last = Math.max(mtimeMs, ctimeMs);
  return seen - last > (last % 1000 === 0 ? TICK.coarse : TICK.fine);
}

export function isSame(a: Signature | undefined, b: Signature | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((value, index) => value === b[index]);
}
