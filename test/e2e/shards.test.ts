import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run-cli.ts';
import { readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const FILES = {
  'package.json': '{}',
  'iconloom.config.json': JSON.stringify({ split: 'folder', aliases: { top: 'nav-up' } }),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((side) => [`icons/box-${side}.svg`, square(side)]),
  ),
  'icons/nav/up.svg': square(8),
  'icons/nav/up.meta.json': '{"aliases":["rise"]}',
  'icons/nav/text.svg': square(9).replace('<path', '<text>a</text><path'),
};

function project(files: Record<string, string> = FILES): string {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  return cwd;
}

const shard = (cwd: string, part: string) => run(cwd, 'build', '--shard', part);

describe('shards', () => {
  test.each([1, 2, 4, 20])('%s of them give the bytes of one build', async (of) => {
    const whole = project();
    expect((await run(whole, 'build')).code).toBe(0);
    const cwd = project();
    for (let index = 1; index <= of; index++) {
      expect(await shard(cwd, `${index}/${of}`)).toMatchObject({ code: 0 });
    }
    rmSync(join(cwd, 'icons'), { recursive: true });
    const merged = await run(cwd, 'merge');
    expect(merged).toMatchObject({ code: 0 });
    expect(merged.stderr).toContain('text-element');
    expect(merged.stdout).not.toContain('cache');
    expect(readTree(join(cwd, 'dist'))).toEqual(readTree(join(whole, 'dist')));
  });

  test('are joined from other machines and folders, handed over by name', async () => {
    const [a, b, c] = [project(), project(), project()];
    await shard(a, '1/2');
    await shard(b, '2/2');
    cpSync(join(a, 'iconloom-shards'), join(c, 'from/a'), { recursive: true });
    cpSync(join(b, 'iconloom-shards'), join(c, 'from/b'), { recursive: true });
    expect(await run(c, 'merge', 'from', '--out', 'out')).toMatchObject({ code: 0 });
    await run(a, 'build');
    expect(readTree(join(c, 'out'))).toEqual(readTree(join(a, 'dist')));
  });

  test('say which icons they hold and where that is', async () => {
    const { stdout } = await shard(project(), '2/4');
    expect(stdout).toBe('2 icons, shard 2 of 4 → iconloom-shards/shard-2-of-4.json\n');
  });

  test('write nothing with --dry-run', async () => {
    const cwd = project();
    const { stdout } = await run(cwd, 'build', '--shard', '1/1', '--dry-run');
    expect(stdout).toContain('(dry run: nothing written)');
    expect(readTree(join(cwd, 'iconloom-shards'))).toEqual({});
  });

  test('and merging print no warnings with --silent, and files with --verbose', async () => {
    const cwd = project();
    const silent = { code: 0, stdout: '', stderr: '' };
    expect(await run(cwd, 'build', '--shard', '1/1', '--silent')).toMatchObject(silent);
    expect(await run(cwd, 'merge', '--silent')).toMatchObject(silent);
    expect((await run(cwd, 'merge', '--verbose')).stdout).toContain('  unchanged manifest.json\n');
    expect((await run(cwd, 'merge')).stdout).not.toContain('manifest.json');
  });

  test('take finished icons out of the cache', async () => {
    const cwd = project();
    await run(cwd, 'build');
    const { stdout } = await run(cwd, 'build', '--shard', '1/2', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, icons: 5, worked: 0 });
  });

  test('with an icon that has errors write nothing', async () => {
    const cwd = project({ ...FILES, 'icons/a.svg': '<svg' });
    expect(await shard(cwd, '1/2')).toMatchObject({ code: 1 });
    expect(await shard(cwd, '2/2')).toMatchObject({ code: 0 });
    expect((await run(cwd, 'merge')).stderr).toContain('shard 1/2 is missing');
  });

  test('leave out icons that have errors with --keep-going, and merging tells of them', async () => {
    const cwd = project({ ...FILES, 'icons/a.svg': '<svg' });
    for (const part of ['1/2', '2/2']) await run(cwd, 'build', '--shard', part, '--keep-going');
    const merged = await run(cwd, 'merge', '--keep-going');
    expect(merged.code).toBe(1);
    expect(merged.stderr).toContain('icons/a.svg:1:4 error parse-error');
    expect(merged.stderr).toMatch(
      /\nLeft out icons\/a\.svg\. The other 9 icons are in the output\. .*\n$/,
    );
  });
});

describe('a merge is refused', () => {
  const refused = async (cwd: string, reason: string, ...args: string[]) => {
    const { code, stderr } = await run(cwd, 'merge', ...args);
    expect(stderr).toContain(reason);
    expect(code).toBe(2);
    expect(readTree(join(cwd, 'dist'))).toEqual({});
  };

  test('without a part', () => refused(project(), 'there is no partial result'));

  test('where a part is missing', async () => {
    const cwd = project();
    await shard(cwd, '1/3');
    await refused(cwd, 'shard 2/3, 3/3 is missing');
  });

  test('of parts of two builds', async () => {
    const cwd = project();
    await shard(cwd, '1/2');
    writeFileSync(join(cwd, 'icons/new.svg'), square(3));
    await shard(cwd, '2/2');
    await refused(
      cwd,
      'it was made from other source files than iconloom-shards/shard-1-of-2.json',
    );
  });

  test('of parts that were counted differently', async () => {
    const cwd = project();
    await shard(cwd, '1/2');
    await shard(cwd, '2/3');
    await refused(cwd, 'it is one of 3, and iconloom-shards/shard-1-of-2.json one of 2');
  });

  test('with other options', async () => {
    const cwd = project();
    for (const part of ['1/2', '2/2']) await shard(cwd, part);
    await refused(cwd, 'its options, or its version of iconloom, are not those', '--prefix', 'x-');
  });

  test('of a file that is cut off', async () => {
    const cwd = project();
    await shard(cwd, '1/1');
    const path = join(cwd, 'iconloom-shards/shard-1-of-1.json');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    await refused(cwd, 'it is not a partial result');
  });
});

test.each(['0/2', '3/2', '1', 'a/b', '1/0', ''])('a shard of %j is a wrong call', async (part) => {
  const { code, stderr } = await shard(project(), part);
  expect(code).toBe(2);
  expect(stderr).toContain('two whole numbers such as 2/4');
});
