import { expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { CachedStat } from '../../src/node/cache/last-build.ts';
import type { Pool } from '../../src/node/pool.ts';
import type { SourceFile } from '../../src/pipeline/collect-sources.ts';
import { makeSprites } from '../../src/pipeline/make-sprites.ts';

test('each part says how many drawings follow, so that threads are started for all of them', async () => {
  const drawings = Array.from({ length: 4500 }, (_, index): SourceFile => {
    const name = `icon-${String(index).padStart(4, '0')}`;
    const file = `icons/${name}.svg`;
    return { name, folder: '', path: `/${file}`, file, meta: {}, aliases: [] };
  });
  const told: (readonly [jobs: number, toFollow: number | undefined])[] = [];
  const pool: Pool = {
    run(jobs, onDone, toFollow) {
      told.push([jobs.length, toFollow]);
      for (const index of jobs.keys()) onDone(index, { hash: '', bytes: 0, diagnostics: [] });
      return Promise.resolve();
    },
    close() {},
  };
  const sprites = makeSprites(drawings, {
    ...{ config: resolveConfig({ split: 'folder' }, { cwd: '/', configFile: '' }), pool },
    ...{
      cache: undefined,
      fileStats: new Map<string, CachedStat>(),
      keepGoing: true,
      onChunk() {},
    },
  });
  for await (const _ of sprites);
  expect(told).toEqual([
    [2000, 2500],
    [2000, 500],
    [500, 0],
  ]);
});
