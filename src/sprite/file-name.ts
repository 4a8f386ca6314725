import { createHash } from 'node:crypto';
import type { Icon } from '../core/types.ts';

/** Default length of a hash. */
const HASH_LENGTH = 8;

const HASH = /\[hash(?::(\d+))?\]/g;

/**
 * File name of a sprite, by a pattern with `[name]`, `[hash]` and `[hash:12]`.
 *
 * @param icons icons whose symbols are hashed
 */
export function spriteFileName(pattern: string, name: string, icons: readonly Icon[]): string {
  const named = pattern.replaceAll('[name]', name);
  if (!isHashed(pattern)) return named;
  const hash = createHash('sha256');
  for (const { symbol } of icons) hash.update(symbol);
  const digest = hash.digest('hex');
  return named.replace(HASH, (_, length?: string) =>
    digest.slice(0, Number(length ?? HASH_LENGTH)),
  );
}

/** Checks if the name depends on the contents of the sprite. */
function isHashed(pattern: string): boolean {
  return pattern.search(HASH) >= 0;
}
