import { createHash } from 'node:crypto';
import type { Icon } from '../core/types.ts';

/** Characters of a hash without a length of its own. */
const HASH_LENGTH = 8;

const HASH = /\[hash(?::(\d+))?\]/g;

/**
 * The file of a sprite, by a pattern with `[name]`, `[hash]` and `[hash:12]`.
 *
 * @param icons whose symbols the hash stands for
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

/** Whether the name changes with what the sprite holds. */
function isHashed(pattern: string): boolean {
  return pattern.search(HASH) >= 0;
}
