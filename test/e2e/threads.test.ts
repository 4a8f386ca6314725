import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
// Built, since threads of its own cannot run TypeScript.
import { build } from '../../dist/index.js';
import { resolveConfig } from '../../src/config/resolve.ts';
import { jobSettingsOf } from '../../src/node/job-settings.ts';
import { openPool } from '../../src/node/pool.ts';
import type { Job } from '../../src/node/process-icon.ts';
import { temporaryFolder, writeTree } from './test-build.ts';

/** Enough for a second thread that optimizes. */
const COUNT = 1200;

function drawings(): Record<string, string> {
  const names = Array.from({ length: COUNT }, (_, index) => `icons/icon-${index}.svg`);
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h${1 + (index % 24)}v${1 + (index % 7)}H0z"/></svg>`,
    ]),
  );
}

/** Holds this thread up, so that there is something left for the others when they have started. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4);
}

test.each([{}, { verify: false as const }])(
  'four threads give what one gives: %j',
  async (config) => {
    const cwd = temporaryFolder();
    writeTree(cwd, drawings());
    const options = { cwd, dryRun: true };
    const one = await build({ ...config, threads: 1, cache: false }, options);
    const seen = new Set<number>();
    const four = await build(
      { ...config, threads: 4, cache: false },
      {
        ...options,
        onTiming({ kind, thread }) {
          if (kind !== 'icon') return;
          seen.add(thread);
          if (thread === 0) pause();
        },
      },
    );
    expect(seen.size).toBe(2);
    expect(four.files).toEqual(one.files);
    expect(four.icons).toHaveLength(COUNT);
  },
);

test('a thread that is warm takes part, however few drawings are left', async () => {
  const cwd = temporaryFolder();
  writeTree(cwd, drawings());
  const seen = new Set<number>();
  const pool = openPool(jobSettingsOf(resolveConfig({ verify: false }, { cwd, configFile: '' })), {
    threads: 4,
    onTiming({ thread }) {
      seen.add(thread);
      if (thread === 0) pause();
    },
  });
  const jobs = Object.keys(drawings()).map((file): Job => {
    return { path: join(cwd, file), file, id: basename(file, '.svg'), color: 'keep' };
  });
  while (seen.size < 2) await pool.run(jobs, () => {});
  seen.clear();
  await pool.run(jobs.slice(0, 400), () => {});
  pool.close();
  expect(seen.size).toBe(2);
});
