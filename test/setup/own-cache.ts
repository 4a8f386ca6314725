import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** Each test has a cache of its own, and none leaves anything in the user's. */
beforeEach(() => {
  process.env.XDG_CACHE_HOME = mkdtempSync(join(tmpdir(), 'iconloom-cache-'));
});

afterEach(() => {
  rmSync(process.env.XDG_CACHE_HOME as string, { recursive: true, force: true });
});
