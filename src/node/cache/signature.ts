import { statsAt } from '../files.ts';

/** What the system says of a file without reading it: size, times of change, number of the node. */
export type Signature = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

export function isSignature(value: unknown): value is Signature {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);
}

/** `undefined` where there is no regular file, or none that can be looked at. */
export function signatureOf(path: string): Signature | undefined {
  const found = statsAt(path);
  return found?.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
}

/** How long clocks of file systems may stand still, in ms: whole seconds, or a tick of the kernel. */
const TICK = { coarse: 2000, fine: 20 };

/**
 * Whether an equal signature means equal bytes. Not where the file was changed in the very moment
 * in which it was looked at: it may have been changed once more since, in the same tick of the clock.
 * Source: git, “racy git”.
 *
 * @param seen when the signature was taken, in ms
 */
export function isSettled([, mtimeMs, ctimeMs]: Signature, seen: number): boolean {
  const last = Math.max(mtimeMs, ctimeMs);
  return seen - last > (last % 1000 === 0 ? TICK.coarse : TICK.fine);
}

export function isSame(a: Signature | undefined, b: Signature | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((value, index) => value === b[index]);
}
