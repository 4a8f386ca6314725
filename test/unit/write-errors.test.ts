import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import type { OutputFile } from '../../src/core/types.ts';
import { memoryFile } from '../../src/node/output-buffer.ts';
import { syncOutputFolder } from '../../src/node/write.ts';
import { readTree, temporaryFolder } from '../e2e/test-build.ts';

type Call = 'open' | 'writeFile' | 'sync' | 'rename' | 'mkdir' | 'rm';

/** What the disk refuses: a call that concerns a path of this pattern, with this error. */
const refuses = vi.hoisted(() => ({ call: '', path: /^/, code: '' }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const pathOf = new Map<number, string>();
  const check = (call: Call, path: unknown) => {
    if (refuses.call !== call || !refuses.path.test(String(path))) return;
    throw Object.assign(new Error(`${refuses.code}: ${call}`), { code: refuses.code });
  };
  const guarded =
    <A extends unknown[], R>(call: Call, about: number, run: (...args: A) => R) =>
    (...args: A): R => {
      check(call, args[about]);
      return run(...args);
    };
  return {
    ...real,
    openSync: (...args: Parameters<typeof real.openSync>): number => {
      check('open', args[0]);
      const file = real.openSync(...args);
      pathOf.set(file, String(args[0]));
      return file;
    },
    writeFileSync: (...args: Parameters<typeof real.writeFileSync>): void => {
      const path = pathOf.get(args[0] as number) ?? args[0];
      // A disk that fills up takes the first part.
      if (refuses.call === 'writeFile') real.writeFileSync(args[0], 'half');
      check('writeFile', path);
      real.writeFileSync(...args);
    },
    fsyncSync: (file: number): void => {
      check('sync', pathOf.get(file));
      real.fsyncSync(file);
    },
    renameSync: guarded('rename', 1, real.renameSync),
    mkdirSync: guarded('mkdir', 0, real.mkdirSync),
    rmSync: guarded('rm', 0, real.rmSync),
  };
});

afterEach(() => {
  refuses.call = '';
});

function build(value: string, ...more: readonly string[]): readonly OutputFile[] {
  const files = ['a.txt', 'b.txt', ...more, 'manifest.json'];
  const manifest = JSON.stringify({ generator: 'iconloom', value, files });
  return files.map((path) => ({ path, contents: path === 'manifest.json' ? manifest : value }));
}

async function write(files: readonly OutputFile[], out: string): Promise<unknown> {
  return syncOutputFolder(files.map(memoryFile), out, { cwd: join(out, '..'), dryRun: false });
}

describe('an error of the disk', () => {
  test.each<[Call, RegExp, string, string, string]>([
    ['writeFile', /b\.txt/, 'ENOSPC', 'out/b.txt', 'the disk is full'],
    ['writeFile', /manifest/, 'EDQUOT', 'out/manifest.json', 'your disk quota'],
    ['sync', /manifest/, 'ENOSPC', 'out/manifest.json', 'the disk is full'],
    ['open', /a\.txt/, 'EACCES', 'out/a.txt', 'permission denied'],
    ['open', /b\.txt/, 'EROFS', 'out/b.txt', 'the disk is read-only'],
    ['mkdir', /out$/, 'EACCES', 'out', 'permission denied'],
    ['mkdir', /out$/, 'EROFS', 'out', 'the disk is read-only'],
    ['rename', /a\.txt$/, 'EPERM', 'out/a.txt', 'permission denied'],
    ['rename', /manifest\.json$/, 'EBUSY', 'out/manifest.json', 'another program has it open'],
    ['rm', /old\.txt$/, 'EPERM', 'out/old.txt', 'permission denied'],
    ['rename', /b\.txt$/, 'EODD', 'out/b.txt', 'EODD: rename'],
  ])('%s %s %s is told of %s and leaves the last output whole', async (...row) => {
    const [call, path, code, file, reason] = row;
    const out = join(temporaryFolder(), 'out');
    await write(build('old', 'old.txt'), out);
    const before = readTree(out);

    Object.assign(refuses, { call, path, code });
    const error = await write(build('new', 'new.txt'), out).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BuildError);
    const { diagnostics } = error as BuildError;
    expect(diagnostics).toMatchObject([{ code: 'write-failed', file }]);
    expect(diagnostics[0]?.message).toContain(reason);
    expect(diagnostics[0]?.hint).toMatch(/^[A-Z].+\.$/);
    expect(readTree(out)).toEqual(before);

    refuses.call = '';
    await write(build('new', 'new.txt'), out);
    const wanted = build('new', 'new.txt').map(({ path, contents }) => [path, contents]);
    expect(readTree(out)).toEqual(Object.fromEntries(wanted));
  });
});
