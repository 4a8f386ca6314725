import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLintCache } from '../../src/node/cache/lint-cache.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'iconloom-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Keeps a measure in a cache that is opened anew; returns what came of it, and whether it was made. */
async function kept(path: string, what: string, symbol: string, value: unknown, context = 'code') {
  const cache = openLintCache(path, context);
  let isMade = false;
  const got = await cache.memoize(
    what,
    symbol,
    async () => {
      isMade = true;
      return value;
    },
    () => true,
  );
  cache.flush();
  return [got, isMade];
}

test('what was measured of a picture is not measured again', async () => {
  const path = folder();
  expect(await kept(path, 'ink', '<symbol/>', { left: 0.1, center: [1, 2] })).toEqual([
    { left: 0.1, center: [1, 2] },
    true,
  ]);
  expect(await kept(path, 'ink', '<symbol/>', 'other')).toEqual([
    { left: 0.1, center: [1, 2] },
    false,
  ]);
});

test('that there was nothing to measure is kept, too', async () => {
  const path = folder();
  await kept(path, 'ink', '<symbol/>', undefined);
  expect(await kept(path, 'ink', '<symbol/>', 'other')).toEqual([undefined, false]);
});

test.each([
  ['picture', 'ink', '<symbol id="b"/>', 'code'],
  ['measure', 'weight', '<symbol/>', 'code'],
  ['code', 'ink', '<symbol/>', 'other code'],
])('another %s is measured', async (_, what, symbol, context) => {
  const path = folder();
  await kept(path, 'ink', '<symbol/>', 1);
  expect(await kept(path, what, symbol, 2, context)).toEqual([2, true]);
});

test('what is not right, whoever wrote it, is measured', async () => {
  const path = folder();
  await kept(path, 'ink', '<symbol/>', 'no number');
  const cache = openLintCache(path, 'code');
  const isNumber = (value: unknown) => typeof value === 'number';
  expect(await cache.memoize('ink', '<symbol/>', async () => 3, isNumber)).toBe(3);
});
