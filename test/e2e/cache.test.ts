import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { build, buildOutputs } from '../../src/pipeline/build.ts';
import type { SizeRequest } from '../../src/pipeline/size-request.ts';
import { readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const PROJECT = {
  'package.json': '{}',
  'icons/box.svg': square(8),
  'icons/cup.svg': square(6),
  'icons/lid.svg': square(4),
};
const CACHE = 'node_modules/.cache/iconloom';

function project(files: Record<string, string> = PROJECT): string {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  return cwd;
}

/** Files of the cache that keep icons. */
const records = (cwd: string) => join(cwd, CACHE, 'icons.jsonl');

async function worked(cwd: string, config = {}): Promise<number> {
  return (await build(config, { cwd })).stats.worked;
}

describe('a second build', () => {
  test('works on no icon and says the same', async () => {
    const cwd = project();
    const first = await build({}, { cwd });
    const second = await build({}, { cwd });
    expect([first.stats.worked, second.stats.worked]).toEqual([3, 0]);
    expect(second.icons).toEqual(first.icons);
    expect(second.sprites).toEqual(first.sprites);
    expect(second.files).toEqual(first.files);
    expect(second.diagnostics).toEqual(first.diagnostics);
    expect({ ...second.stats, worked: 3 }).toEqual(first.stats);
    expect(second.changes).toEqual(
      first.changes.map(({ path }) => ({ path, status: 'unchanged' })),
    );
  });

  test('makes anew what another build removed before it was asked for', async () => {
    const cwd = project();
    const catalog = { catalog: 'file', names: 'ts' } as const;
    const first = await build(catalog, { cwd });
    const { loadOutput, stats } = await buildOutputs(catalog, { cwd });
    expect(stats.worked).toBe(0);
    rmSync(join(cwd, 'dist'), { recursive: true });
    expect((await loadOutput()).files).toEqual(first.files);
    expect(readTree(join(cwd, 'dist'))).toEqual({});
  });

  test('reports the sizes that the last build measured, and adds missing ones', async () => {
    const cwd = project();
    // Stats of files that have just been written do not count.
    await sleep(40);
    const sizesOf = async (sizes?: SizeRequest) =>
      (await buildOutputs({}, { cwd }, sizes && { sizes })).sizes;
    expect(await sizesOf()).toBeUndefined();
    const small = await sizesOf('small');
    expect(small?.files.gzip).toBeGreaterThan(small?.sprites.gzip ?? 0);
    // Nothing is read or made again for sizes that are saved.
    rmSync(records(cwd));
    expect(await sizesOf('small')).toEqual(small);
    expect(readdirSync(join(cwd, CACHE))).not.toContain('icons.jsonl');
    const all = await sizesOf('all');
    expect(all).toEqual({ ...small, joined: expect.anything() });
    expect(await sizesOf('small')).toEqual(all);
  });

  test('says its warnings again', async () => {
    const text = square(8).replace('<path', '<text>a</text><path');
    const cwd = project({ ...PROJECT, 'icons/text.svg': text });
    const first = await build({}, { cwd });
    const second = await build({}, { cwd });
    expect(first.diagnostics).not.toEqual([]);
    expect(second.diagnostics).toEqual(first.diagnostics);
    appendFileSync(join(cwd, 'icons/box.svg'), ' ');
    expect((await build({}, { cwd })).diagnostics).toEqual(first.diagnostics);
  });

  test('works on the icon that changed, also within the same moment and size', async () => {
    const cwd = project();
    await worked(cwd);
    for (const side of [7, 5, 3]) {
      writeFileSync(join(cwd, 'icons/box.svg'), square(side));
      const { stats, icons } = await build({}, { cwd });
      expect(stats.worked).toBe(1);
      expect(icons[0]?.symbol).toContain(`h${side}v${side}`);
    }
  });

  test('sees a file with other bytes, the same size and the same time', async () => {
    const cwd = project();
    const box = join(cwd, 'icons/box.svg');
    const { atime, mtime } = statSync(box);
    await worked(cwd);
    writeFileSync(box, square(7));
    utimesSync(box, atime, mtime);
    expect(await worked(cwd)).toBe(1);
  });

  test('works on what was added or renamed, and on nothing when an icon goes', async () => {
    const cwd = project();
    await worked(cwd);
    writeFileSync(join(cwd, 'icons/new.svg'), square(5));
    expect(await worked(cwd)).toBe(1);
    renameSync(join(cwd, 'icons/new.svg'), join(cwd, 'icons/newer.svg'));
    expect(await worked(cwd)).toBe(1);
    rmSync(join(cwd, 'icons/newer.svg'));
    const { stats, icons } = await build({}, { cwd });
    expect([stats.worked, icons.length]).toEqual([0, 3]);
  });

  test('knows an icon that moved to another folder of inputs', async () => {
    const cwd = project();
    await worked(cwd);
    renameSync(join(cwd, 'icons'), join(cwd, 'drawings'));
    const { stats, icons } = await build({ inputs: 'drawings' }, { cwd });
    expect(stats.worked).toBe(0);
    expect(icons[0]?.source.file).toBe('drawings/box.svg');
  });

  test('makes outputs anew that were changed or removed', async () => {
    const cwd = project();
    await worked(cwd);
    const tree = readTree(join(cwd, 'dist'));
    appendFileSync(join(cwd, 'dist/sprite.svg'), ' ');
    rmSync(join(cwd, 'dist/icons.js'));
    const { stats, changes } = await build({}, { cwd });
    expect(stats.worked).toBe(0);
    expect(changes.filter(({ status }) => status === 'written').map(({ path }) => path)).toEqual([
      'sprite.svg',
      'icons.js',
    ]);
    expect(readTree(join(cwd, 'dist'))).toEqual(tree);
  });

  test('mends the one bad icon, and only that, after a build that failed', async () => {
    const cwd = project({ ...PROJECT, 'icons/bad.svg': '<svg' });
    await expect(build({}, { cwd })).rejects.toThrow();
    writeFileSync(join(cwd, 'icons/bad.svg'), square(2));
    expect(await worked(cwd)).toBe(1);
  });

  test('tells of a bad icon again', async () => {
    const cwd = project({ ...PROJECT, 'icons/bad.svg': '<svg' });
    for (const _ of [1, 2]) {
      const { diagnostics } = await build({ keepGoing: true }, { cwd });
      expect(diagnostics.map(({ code }) => code)).toEqual(['parse-error']);
    }
  });
});

describe('what decides what becomes of an icon', () => {
  test.each([
    ['prefix', { prefix: 'i-' }, 3],
    ['colors', { color: 'currentColor' }, 3],
    ['options of svgo', { svgo: { floatPrecision: 1 } }, 3],
    ['the proof', { verify: 'strict' }, 3],
    ['limits', { limits: { elements: 100 } }, 3],
    ['names of outputs only', { names: 'ts' }, 0],
    ['the output folder only', { out: 'elsewhere' }, 0],
    ['the number of threads', { threads: 1 }, 0],
  ] as const)('%s', async (_, config, expected) => {
    const cwd = project();
    await worked(cwd);
    expect(await worked(cwd, config)).toBe(expected);
    expect(await worked(cwd)).toBe(0);
  });

  test('metadata, where it says a color', async () => {
    const cwd = project();
    await worked(cwd);
    writeFileSync(join(cwd, 'icons/box.meta.json'), '{"title":"A box"}');
    const { stats, icons } = await build({}, { cwd });
    expect([stats.worked, icons[0]?.title]).toEqual([0, 'A box']);
    writeFileSync(join(cwd, 'icons/box.meta.json'), '{"color":"currentColor"}');
    expect(await worked(cwd)).toBe(1);
  });
});

describe('functions of the user', () => {
  const plugin = { name: 'mine', fn: () => ({}) };

  test('keep anything from being kept', async () => {
    const cwd = project();
    const config = { svgo: { plugins: [plugin] } };
    expect([await worked(cwd, config), await worked(cwd, config)]).toEqual([3, 3]);
  });

  test('are known by the key that stands for them', async () => {
    const cwd = project();
    const config = (cacheKey: string) => ({ svgo: { plugins: [{ ...plugin, cacheKey }] } });
    expect([await worked(cwd, config('1')), await worked(cwd, config('1'))]).toEqual([3, 0]);
    expect(await worked(cwd, config('2'))).toBe(3);
  });

  test('patterns are no functions, and two are told apart', async () => {
    const cwd = project();
    const config = (pattern: RegExp) => ({
      svgo: { overrides: { removeComments: { preservePatterns: [pattern] } } },
    });
    expect([await worked(cwd, config(/a/)), await worked(cwd, config(/a/))]).toEqual([3, 0]);
    expect(await worked(cwd, config(/b/))).toBe(3);
  });
});

describe('the cache', () => {
  test('is off with `cache: false`', async () => {
    const cwd = project();
    expect([await worked(cwd, { cache: false }), await worked(cwd, { cache: false })]).toEqual([
      3, 3,
    ]);
    expect(readdirSync(cwd)).not.toContain('node_modules');
  });

  test('is not written by a dry run', async () => {
    const cwd = project();
    await build({}, { cwd, dryRun: true });
    expect(readdirSync(cwd)).not.toContain('node_modules');
  });

  test('stands where it is told to', async () => {
    const cwd = project();
    expect(await worked(cwd, { cache: 'tmp/kept' })).toBe(3);
    expect(readdirSync(join(cwd, 'tmp/kept'))).toContain('icons.jsonl');
    expect(await worked(cwd, { cache: 'tmp/kept' })).toBe(0);
  });

  test('works in another folder, as a CI restores it: outputs gone, times new', async () => {
    const from = project();
    await worked(from);
    const to = project();
    cpSync(join(from, CACHE), join(to, CACHE), { recursive: true });
    const { stats, changes } = await build({}, { cwd: to });
    expect(stats.worked).toBe(0);
    expect(changes.every(({ status }) => status === 'written')).toBe(true);
    expect(readTree(join(to, 'dist'))).toEqual(readTree(join(from, 'dist')));
  });

  test('that was cut off is used as far as it goes', async () => {
    const cwd = project();
    await worked(cwd);
    const { size } = statSync(records(cwd));
    truncateSync(records(cwd), size - 10);
    writeFileSync(join(cwd, 'icons/new.svg'), square(3));
    expect(await worked(cwd)).toBe(2);
    writeFileSync(join(cwd, 'icons/newer.svg'), square(3));
    expect(await worked(cwd)).toBe(1);
  });

  test('that was tampered with is not believed', async () => {
    const cwd = project();
    const { tree } = { tree: (await build({}, { cwd })).files };
    const text = readFileSync(records(cwd), 'utf8');
    writeFileSync(records(cwd), text.replaceAll('<path', '<script>x</script><path'));
    rmSync(join(cwd, 'dist'), { recursive: true });
    const { stats, files } = await build({}, { cwd });
    expect(stats.worked).toBe(3);
    expect(files).toEqual(tree);
  });

  test.each(['', '{', '[]', '{"key":1}', 'null'])(
    'that holds nonsense is made anew: %s',
    async (text) => {
      const cwd = project();
      const first = await build({}, { cwd });
      for (const file of readdirSync(join(cwd, CACHE))) writeFileSync(join(cwd, CACHE, file), text);
      const again = await build({}, { cwd });
      expect(again.files).toEqual(first.files);
      expect(again.stats.worked).toBe(3);
    },
  );

  test('that cannot be written is done without', async () => {
    const cwd = project();
    mkdirSync(join(cwd, 'node_modules'));
    writeFileSync(join(cwd, 'node_modules/.cache'), 'a file');
    expect([await worked(cwd), await worked(cwd)]).toEqual([3, 3]);
  });

  test('takes what several builds put in at once', async () => {
    const cwd = project();
    const prefixes = ['a-', 'b-', 'c-', 'd-'];
    await Promise.all(prefixes.map((prefix) => worked(cwd, { prefix, out: prefix })));
    for (const prefix of prefixes) expect(await worked(cwd, { prefix, out: 'again' })).toBe(0);
  });
});

describe('once a day', () => {
  const age = (cwd: string, name: string, days: number) => {
    const time = Date.now() / 1000 - days * 24 * 3600;
    utimesSync(join(cwd, CACHE, name), time, time);
  };
  const builds = (cwd: string) =>
    readdirSync(join(cwd, CACHE)).filter((name) => name.startsWith('build-'));

  test('what no build has asked for in 30 days goes', async () => {
    const cwd = project();
    await worked(cwd, { prefix: 'old-' });
    for (const name of builds(cwd)) age(cwd, name, 31);
    await worked(cwd, { prefix: 'new-' });
    expect(builds(cwd)).toHaveLength(2);
    age(cwd, 'pruned', 2);
    writeFileSync(join(cwd, 'icons/cup.svg'), square(2));
    await worked(cwd, { prefix: 'new-' });
    expect(builds(cwd)).toHaveLength(1);
    expect(await worked(cwd, { prefix: 'new-', out: 'elsewhere' })).toBe(0);
    expect(await worked(cwd, { prefix: 'old-' })).toBe(3);
  });

  test('and no sooner, also where nothing changes', async () => {
    const cwd = project();
    await worked(cwd);
    for (const name of builds(cwd)) age(cwd, name, 31);
    await worked(cwd);
    age(cwd, 'pruned', 2);
    await worked(cwd, { prefix: 'other-' });
    expect(builds(cwd)).toHaveLength(2);
  });
});
