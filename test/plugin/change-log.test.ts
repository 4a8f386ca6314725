import { expect, test } from 'vitest';
import { openChangeLog } from '../../src/plugin/dev/change-log.ts';
import type { ServedPayload } from '../../src/plugin/dev/served.ts';

const served = (version: string, ...names: readonly string[]): ServedPayload => ({
  ...{ folder: '/@iconloom/', prefix: '', version, names },
  ...{ ids: [], constants: {}, aliases: {}, directional: [] },
});

test('a page gets what changed after its version, each icon as it is now', () => {
  const log = openChangeLog(served('v0', 'a', 'b', 'c'));
  log.add({ version: 'v1', changed: { a: 'a1' } });
  log.add({ version: 'v2', changed: { b: 'b1' } });
  log.add({ version: 'v3', changed: { b: 'b2' } });
  expect(log.since('v3')).toBeUndefined();
  expect(log.since('v2')).toEqual({ version: 'v3', changed: { b: 'b2' } });
  expect(log.since('v0')).toEqual({ version: 'v3', changed: { a: 'a1', b: 'b2' } });
});

test('a page gets the names if those changed after its version', () => {
  const log = openChangeLog(served('v0', 'a'));
  log.add({ version: 'v1', icons: served('v1', 'a', 'b'), changed: { b: 'b1' } });
  log.add({ version: 'v2', changed: { a: 'a1' } });
  expect(log.since('v1')).toEqual({ version: 'v2', changed: { a: 'a1' } });
  expect(log.since('v0')?.icons).toEqual(served('v2', 'a', 'b'));
  expect(log.since('of another server')?.icons).toEqual(served('v2', 'a', 'b'));
});

test('after an edit that is undone, a page of before misses nothing', () => {
  const log = openChangeLog(served('v0', 'a'));
  log.add({ version: 'v1', changed: { a: 'a1' } });
  log.add({ version: 'v0', changed: { a: 'a0' } });
  expect(log.since('v0')).toBeUndefined();
  expect(log.since('v1')).toEqual({ version: 'v0', changed: { a: 'a0' } });
});
