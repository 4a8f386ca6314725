import { readFileSync } from 'node:fs';

/** Text of a file; `undefined` if there is none. */
export function readIfExists(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
