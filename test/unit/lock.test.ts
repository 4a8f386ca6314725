import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import { isLocked, LOCK_FILE, withLock } from '../../src/node/lock.ts';
import { readTree, temporaryFolder } from '../e2e/test-build.ts';

/** A folder with the lock of another build. */
function lockedFolder(lock: string | object, seconds = 0): string {
  const folder = temporaryFolder();
  const path = join(folder, LOCK_FILE);
  writeFileSync(path, typeof lock === 'string' ? lock : JSON.stringify(lock));
  const time = new Date(Date.now() - seconds * 1000);
  utimesSync(path, time, time);
  return folder;
}

function holder(pid: number, host = hostname()): object {
  return { pid, host, since: '2001-01-01T00:00:00.000Z', token: 'x' };
}

function goneProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

const done = async () => 'done';

describe('a lock', () => {
  test('is there during the task and gone afterwards', async () => {
    const folder = join(temporaryFolder(), 'new/folder');
    const seen = await withLock(folder, { cwd: '/' }, async (confirm) => {
      await confirm();
      return [await isLocked(folder), JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8'))];
    });
    expect(seen).toMatchObject([true, { pid: process.pid, host: hostname() }]);
    expect(await isLocked(folder)).toBe(false);
  });

  test('is gone after a task that fails', async () => {
    const folder = temporaryFolder();
    const task = withLock(folder, { cwd: '/' }, () => Promise.reject(new Error('no')));
    await expect(task).rejects.toThrow('no');
    expect(readTree(folder)).toEqual({});
  });

  test('lets one task run at a time', async () => {
    const folder = temporaryFolder();
    let running = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++running);
      await sleep(2);
      running -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(folder, { cwd: '/' }, task)));
    expect(most).toBe(1);
  });

  test('that was taken away lets the task run again', async () => {
    const folder = temporaryFolder();
    let runs = 0;
    await withLock(folder, { cwd: '/' }, async (confirm) => {
      runs += 1;
      if (runs === 1) writeFileSync(join(folder, LOCK_FILE), JSON.stringify(holder(goneProcess())));
      await confirm();
    });
    expect(runs).toBe(2);
    expect(readTree(folder)).toEqual({});
  });

  test('of another build is not removed with ours', async () => {
    const folder = temporaryFolder();
    await withLock(folder, { cwd: '/' }, async () => {
      writeFileSync(join(folder, LOCK_FILE), 'theirs');
    });
    expect(readTree(folder)).toEqual({ [LOCK_FILE]: 'theirs' });
  });
});

describe('a lock that is left over', () => {
  test.each([
    ['of a process that is gone', () => lockedFolder(holder(goneProcess()))],
    ['of a process that runs, a minute old', () => lockedFolder(holder(process.pid), 61)],
    ['of another machine, ten seconds old', () => lockedFolder(holder(1, 'other'), 11)],
    ['that names no one, ten seconds old', () => lockedFolder('', 11)],
    ['from the future of another clock', () => lockedFolder(holder(1, 'other'), -3600)],
  ])('%s is taken away', async (_, make) => {
    const folder = make();
    expect(await withLock(folder, { cwd: '/', timeout: 0 }, done)).toBe('done');
    expect(readTree(folder)).toEqual({});
  });
});

describe('a lock that is held', () => {
  test.each([
    ['by a process that runs', holder(process.pid), `process ${process.pid} on ${hostname()}`],
    ['by another machine', holder(goneProcess(), 'other'), 'on other, since 2001-01-01'],
    ['by no one knows whom', '', 'unknown process'],
  ])('%s is waited for, then told', async (_, by, who) => {
    const folder = lockedFolder(by, 5);
    const before = readTree(folder);
    const start = performance.now();
    const error = await withLock(folder, { cwd: folder, timeout: 100 }, done).catch((e) => e);
    expect(performance.now() - start).toBeGreaterThan(90);
    expect(error).toBeInstanceOf(BuildError);
    expect(error.diagnostics).toMatchObject([{ code: 'out-locked', file: LOCK_FILE }]);
    expect(error.diagnostics[0].message).toContain(who);
    expect(readTree(folder)).toEqual(before);
  });

  test('and cannot be made is told as a file that cannot be written', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/file'), '');
    const error = await withLock(join(folder, 'sub/file'), { cwd: folder }, done).catch((e) => e);
    expect(error.diagnostics).toMatchObject([{ code: 'write-failed', file: 'sub/file' }]);
  });
});
