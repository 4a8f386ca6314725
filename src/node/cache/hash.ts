import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IconifySets } from '../iconify-sets.ts';

/** SHA-256 of a file's bytes, in hex; `undefined` if it cannot be read. */
export function hashFile(path: string): string | undefined {
  return hashOf(() => readFileSync(path));
}

/** SHA-256 of the bytes of one icon of an Iconify set. */
export function hashIconifyIcon(
  path: string,
  entry: string,
  sets: IconifySets,
): string | undefined {
  return hashOf(() => sets.readIcon(path, entry));
}

function hashOf(read: () => Buffer): string | undefined {
  try {
    return createHash('sha256').update(read()).digest('hex');
  } catch {
    return undefined;
  }
}
