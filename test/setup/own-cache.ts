import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

/** Each test has a cache of its own, as have the hooks of a file, and none leaves anything in the user's. */
let ofFile = '';
beforeAll(() => {
  ofFile = useNew();
});
beforeEach(() => void useNew());
afterEach(() => {
  remove(process.env.XDG_CACHE_HOME as string);
  process.env.XDG_CACHE_HOME = ofFile;
});
afterAll(() => remove(ofFile));

function useNew(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-cache-'));
  process.env.XDG_CACHE_HOME = folder;
  return folder;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
