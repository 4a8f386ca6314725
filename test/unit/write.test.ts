import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import type { OutputFile } from '../../src/core/types.ts';
import { memoryFile } from '../../src/node/output-buffer.ts';
import type { Change } from '../../src/node/plan-outputs.ts';
import { syncOutputFolder, type WriteOptions } from '../../src/node/write.ts';
import { readTree, type Tree, temporaryFolder, writeTree } from '../e2e/test-build.ts';

const WRITE = { cwd: '/', dryRun: false };

function write(
  files: readonly OutputFile[],
  out: string,
  options: WriteOptions,
): Promise<readonly Change[]> {
  return syncOutputFolder(files.map(memoryFile), out, options);
}

/** Outputs of a build: the files given, and the manifest that lists them. */
function outputs(files: Tree): readonly OutputFile[] {
  return [
    ...Object.entries(files).map(([path, contents]) => ({ path, contents })),
    { path: 'manifest.json', contents: manifest([...Object.keys(files), 'manifest.json']) },
  ];
}

function manifest(files: unknown, generator = 'iconloom'): string {
  return JSON.stringify({ generator, files });
}

/** A folder below a temporary one, so that files beside it can be watched. */
function outFolder(): { readonly parent: string; readonly out: string } {
  const parent = temporaryFolder();
  return { parent, out: join(parent, 'out') };
}

/** The error of a write that must fail. */
async function failureOf(files: readonly OutputFile[], out: string): Promise<BuildError> {
  const error = await write(files, out, WRITE).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BuildError);
  return error as BuildError;
}

function treeOf(files: readonly OutputFile[]): Tree {
  return Object.fromEntries(files.map(({ path, contents }) => [path, contents]));
}

/** Id of a process that is over. */
function goneProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('writing', () => {
  test('makes the folders and writes the files in their order', async () => {
    const { out } = outFolder();
    const files = outputs({ 'b.txt': 'b', 'deep/er/a.txt': 'é' });
    const changes = await write(files, out, WRITE);
    expect(changes).toEqual(files.map(({ path }) => ({ path, status: 'written' })));
    expect(readTree(out)).toEqual(treeOf(files));
  });

  test('does not touch a file whose bytes are the same', async () => {
    const { out } = outFolder();
    await write(outputs({ 'a.txt': 'a', 'b.txt': 'b' }), out, WRITE);
    const long = new Date('2001-01-01');
    for (const file of ['a.txt', 'b.txt']) utimesSync(join(out, file), long, long);
    const changes = await write(outputs({ 'a.txt': 'a', 'b.txt': 'new' }), out, WRITE);
    expect(changes.map(({ status }) => status)).toEqual(['unchanged', 'written', 'unchanged']);
    expect(statSync(join(out, 'a.txt')).mtime).toEqual(long);
    expect(statSync(join(out, 'b.txt')).mtime).not.toEqual(long);
  });

  test('with dryRun tells the same and changes nothing', async () => {
    const { out } = outFolder();
    await write(outputs({ 'a.txt': 'a', 'old.txt': 'old' }), out, WRITE);
    const before = readTree(out);
    const next = outputs({ 'a.txt': 'new', 'b.txt': 'b' });
    const told = await write(next, out, { ...WRITE, dryRun: true });
    expect(readTree(out)).toEqual(before);
    expect(await write(next, out, WRITE)).toEqual(told);
  });
});

describe('files of an earlier build', () => {
  test('that are no longer written are removed, and only those', async () => {
    const { out } = outFolder();
    await write(outputs({ 'a.txt': 'a', 'old.txt': 'x', 'deep/old.txt': 'x' }), out, WRITE);
    writeTree(out, { 'mine.txt': 'mine', 'deep/mine.txt': 'mine' });
    const changes = await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(Object.keys(readTree(out))).toEqual([
      ...['a.txt', 'deep/mine.txt', 'manifest.json', 'mine.txt'],
    ]);
    expect(changes.filter(({ status }) => status === 'removed').map(({ path }) => path)).toEqual([
      ...['old.txt', 'deep/old.txt'],
    ]);
  });

  test('that are gone already are not told as removed', async () => {
    const { out } = outFolder();
    writeTree(out, { 'manifest.json': manifest(['gone.txt']) });
    const changes = await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(changes.map(({ status }) => status)).toEqual(['written', 'written']);
  });

  test('are not looked for outside the folder', async () => {
    const { parent, out } = outFolder();
    const victim = join(parent, 'victim.txt');
    writeTree(parent, { 'victim.txt': 'safe', 'out/sub/mine.txt': 'mine' });
    const paths = [
      '../victim.txt',
      'sub/../../victim.txt',
      victim,
      '..\\victim.txt',
      '',
      '.',
      'sub',
    ];
    writeTree(out, { 'manifest.json': manifest(paths) });
    const changes = await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(readTree(parent)).toMatchObject({ 'victim.txt': 'safe', 'out/sub/mine.txt': 'mine' });
    expect(changes.filter(({ status }) => status === 'removed')).toEqual([]);
  });

  test.each([
    ['whose files are no list', manifest({ 0: 'mine.txt' })],
    ['whose files are no texts', manifest([['mine.txt'], 5, null])],
    ['with the marks of a merge conflict', `<<<<<<< HEAD\n${manifest(['mine.txt'])}`],
    ['that is cut off', '{"generator":"iconloom","files":["mine.txt"]'],
  ])('are not taken from a manifest.json %s, which is replaced', async (_, contents) => {
    const { out } = outFolder();
    writeTree(out, { 'manifest.json': contents, 'mine.txt': 'mine' });
    const files = outputs({ 'a.txt': 'a' });
    await write(files, out, WRITE);
    expect(readTree(out)).toEqual({ ...treeOf(files), 'mine.txt': 'mine' });
  });
});

describe('a manifest.json that no build wrote', () => {
  test.each([
    ['of another program', manifest(['mine.txt'], 'other')],
    ['without a generator', '{"name":"An app","icons":[]}'],
    ['that is no JSON', 'mine'],
    ['that is empty', ''],
    ['that is null', 'null'],
  ])('%s is left alone, and so is all else', async (_, contents) => {
    const { out } = outFolder();
    writeTree(out, { 'manifest.json': contents, 'a.txt': 'mine' });
    const { code, diagnostics } = await failureOf(outputs({ 'a.txt': 'a' }), out);
    expect(code).toBe('ICONLOOM_USAGE');
    expect(diagnostics).toMatchObject([{ code: 'foreign-manifest', severity: 'error' }]);
    expect(diagnostics[0]?.file).toMatch(/out\/manifest\.json$/);
    expect(readTree(out)).toEqual({ 'manifest.json': contents, 'a.txt': 'mine' });
  });

  test('is told by a dry run too', async () => {
    const { out } = outFolder();
    writeTree(out, { 'manifest.json': '{}' });
    const dry = write(outputs({ 'a.txt': 'a' }), out, { ...WRITE, dryRun: true });
    await expect(dry).rejects.toThrow(BuildError);
  });

  test('but was deleted stops nothing: the other outputs are replaced', async () => {
    const { out } = outFolder();
    await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    rmSync(join(out, 'manifest.json'));
    const files = outputs({ 'a.txt': 'new' });
    await write(files, out, WRITE);
    expect(readTree(out)).toEqual(treeOf(files));
  });
});

describe('what stands in the folder', () => {
  test('a link stays a link, and the file that it leads to is replaced', async () => {
    const { parent, out } = outFolder();
    writeTree(parent, { 'elsewhere/real.txt': 'old', 'out/mine.txt': 'mine' });
    symlinkSync('../elsewhere/real.txt', join(out, 'a.txt'));
    await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(lstatSync(join(out, 'a.txt')).isSymbolicLink()).toBe(true);
    expect(readTree(join(parent, 'elsewhere'))).toEqual({ 'real.txt': 'a' });
  });

  test.skipIf(process.platform === 'win32')('a file keeps its mode', async () => {
    const { out } = outFolder();
    writeTree(out, { 'a.txt': 'old' });
    chmodSync(join(out, 'a.txt'), 0o640);
    await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(statSync(join(out, 'a.txt')).mode & 0o777).toBe(0o640);
  });

  test('a file that differs only where bytes are no text is replaced', async () => {
    const { out } = outFolder();
    writeTree(out, { 'a.txt': Uint8Array.of(0xff) });
    await write(outputs({ 'a.txt': '\ufffd' }), out, WRITE);
    expect(readFileSync(join(out, 'a.txt'))).toEqual(Buffer.from('\ufffd'));
  });

  test('a build that changes nothing does not touch the folder', async () => {
    const { out } = outFolder();
    const files = outputs({ 'a.txt': 'a' });
    await write(files, out, WRITE);
    const long = new Date('2001-01-01');
    utimesSync(out, long, long);
    await write(files, out, WRITE);
    expect(statSync(out).mtime).toEqual(long);
  });
});

describe('what a killed build left', () => {
  const GONE = `${goneProcess()}-0123456789ab`;
  const OURS = `${process.pid}-0123456789ab`;

  test('temporaries are removed, though nothing else changes', async () => {
    const { out } = outFolder();
    const files = outputs({ 'a.txt': 'a' });
    await write(files, out, WRITE);
    writeTree(out, {
      [`.a.txt.iconloom-${GONE}`]: 'half',
      [`.other.txt.iconloom-${GONE}`]: '',
      [`.manifest.json.iconloom-${GONE}`]: '{"gener',
    });
    const changes = await write(files, out, WRITE);
    expect(changes.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
    expect(readTree(out)).toEqual(treeOf(files));
  });

  test('temporaries of a process that runs are removed when they are old', async () => {
    const { out } = outFolder();
    const name = `.a.txt.iconloom-${OURS}`;
    writeTree(out, { [name]: 'half' });
    await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(readTree(out)[name]).toBe('half');
    const old = new Date(Date.now() - 61_000);
    utimesSync(join(out, name), old, old);
    await write(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(readTree(out)[name]).toBeUndefined();
  });

  test('files that are named much alike stay', async () => {
    const { out } = outFolder();
    const mine = {
      [`a.txt.iconloom-${GONE}`]: '',
      '.a.txt.iconloom-1': '',
      [`.a.txt.iconloom-${GONE}.bak`]: '',
      '.a.txt.123': '',
    };
    writeTree(out, mine);
    const files = outputs({ 'a.txt': 'a' });
    await write(files, out, WRITE);
    expect(readTree(out)).toEqual({ ...treeOf(files), ...mine });
  });

  test('files that it wrote and no manifest lists yet are removed, and only those', async () => {
    const { out } = outFolder();
    const last = outputs({ 'a.txt': 'a', 'b.txt': 'b' });
    await write(last, out, WRITE);
    // Killed when it had written new.txt, and before it would have written mine.txt.
    writeTree(out, {
      'new.txt': 'new',
      'mine.txt': 'mine',
      [`.mine.txt.iconloom-${GONE}`]: 'not mine',
      [`.manifest.json.iconloom-${GONE}`]: manifest(['new.txt', 'mine.txt', 'manifest.json']),
    });
    const changes = await write(last, out, WRITE);
    expect(changes.at(-1)).toEqual({ path: 'new.txt', status: 'removed' });
    expect(readTree(out)).toEqual({ ...treeOf(last), 'mine.txt': 'mine' });
  });
});

describe('builds at once', () => {
  test('leave one complete build', async () => {
    const { out } = outFolder();
    const sets = Array.from({ length: 8 }, (_, set) =>
      outputs({ 'a.txt': `a${set}`, 'b.txt': `b${set}`, [`only-${set}.txt`]: 'x' }),
    );
    for (let round = 0; round < 5; round++) {
      await Promise.all(sets.map((files) => write(files, out, WRITE)));
      const tree = readTree(out);
      expect(sets.map(treeOf)).toContainEqual(tree);
    }
  });
});

describe('a file that cannot be written', () => {
  test('because its folder is a file is told', async () => {
    const { parent, out } = outFolder();
    writeTree(parent, { out: 'a file' });
    const { code, diagnostics } = await failureOf(outputs({ 'a.txt': 'a' }), out);
    expect(code).toBe('ICONLOOM_ICONS');
    expect(diagnostics).toMatchObject([{ code: 'write-failed', severity: 'error' }]);
    expect(diagnostics[0]?.file).toMatch(/\/out$/);
    expect(diagnostics[0]?.message).toContain('a folder in its path is a file');
    expect(readTree(parent)).toEqual({ out: 'a file' });
  });

  test('because a folder is in its place is told, and leaves nothing half-written', async () => {
    const { out } = outFolder();
    mkdirSync(join(out, 'a.txt'), { recursive: true });
    const { diagnostics } = await failureOf(outputs({ 'a.txt': 'a' }), out);
    expect(diagnostics).toMatchObject([{ code: 'write-failed' }]);
    expect(diagnostics[0]?.message).toContain('a folder has the same name');
    expect(readTree(out)).toEqual({});
  });

  test('because a folder in its path is a file is reported', async () => {
    const { parent, out } = outFolder();
    writeTree(parent, { out: 'a file' });
    const { diagnostics } = await failureOf(outputs({ 'a.txt': 'a' }), join(out, 'deeper'));
    expect(diagnostics[0]?.message).toContain('a folder in its path is a file');
    expect(readTree(parent)).toEqual({ out: 'a file' });
  });
});
