import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readIconifyIcon } from '../iconify-set.ts';

/** SHA-256 of a source file's bytes, in hex; `undefined` if it cannot be read. */
export function hashSource(path: string, entry?: string): string | undefined {
  try {
    const bytes = entry === undefined ? readFileSync(path) : readIconifyIcon(path, entry);
    return createHash('sha256').update(bytes).digest('hex');
  } catch {
    return undefined;
  }
}
