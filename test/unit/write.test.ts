import { mkdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import type { OutputFile } from '../../src/core/types.ts';
import { writeOutputs } from '../../src/node/write.ts';
import { readTree, type Tree, temporaryFolder, writeTree } from '../e2e/test-build.ts';

const WRITE = { cwd: '/', dryRun: false };

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

describe('writing', () => {
  test('makes the folders and writes the files in their order', async () => {
    const { out } = outFolder();
    const files = outputs({ 'b.txt': 'b', 'deep/er/a.txt': 'é' });
    const changes = await writeOutputs(files, out, WRITE);
    expect(changes).toEqual(files.map(({ path }) => ({ path, status: 'written' })));
    expect(readTree(out)).toEqual(
      Object.fromEntries(files.map(({ path, contents }) => [path, contents])),
    );
  });

  test('does not touch a file whose bytes are the same', async () => {
    const { out } = outFolder();
    await writeOutputs(outputs({ 'a.txt': 'a', 'b.txt': 'b' }), out, WRITE);
    const long = new Date('2001-01-01');
    for (const file of ['a.txt', 'b.txt']) utimesSync(join(out, file), long, long);
    const changes = await writeOutputs(outputs({ 'a.txt': 'a', 'b.txt': 'new' }), out, WRITE);
    expect(changes.map(({ status }) => status)).toEqual(['unchanged', 'written', 'unchanged']);
    expect(statSync(join(out, 'a.txt')).mtime).toEqual(long);
    expect(statSync(join(out, 'b.txt')).mtime).not.toEqual(long);
  });

  test('with dryRun tells the same and changes nothing', async () => {
    const { out } = outFolder();
    await writeOutputs(outputs({ 'a.txt': 'a', 'old.txt': 'old' }), out, WRITE);
    const before = readTree(out);
    const next = outputs({ 'a.txt': 'new', 'b.txt': 'b' });
    const told = await writeOutputs(next, out, { ...WRITE, dryRun: true });
    expect(readTree(out)).toEqual(before);
    expect(await writeOutputs(next, out, WRITE)).toEqual(told);
  });
});

describe('files of an earlier build', () => {
  test('that are no longer written are removed, and only those', async () => {
    const { out } = outFolder();
    await writeOutputs(outputs({ 'a.txt': 'a', 'old.txt': 'x', 'deep/old.txt': 'x' }), out, WRITE);
    writeTree(out, { 'mine.txt': 'mine', 'deep/mine.txt': 'mine' });
    const changes = await writeOutputs(outputs({ 'a.txt': 'a' }), out, WRITE);
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
    const changes = await writeOutputs(outputs({ 'a.txt': 'a' }), out, WRITE);
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
    const changes = await writeOutputs(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(readTree(parent)).toMatchObject({ 'victim.txt': 'safe', 'out/sub/mine.txt': 'mine' });
    expect(changes.filter(({ status }) => status === 'removed')).toEqual([]);
  });

  test.each([
    ['of another program', manifest(['mine.txt'], 'other')],
    ['without a generator', '{"files":["mine.txt"]}'],
    ['whose files are no list', manifest({ 0: 'mine.txt' })],
    ['whose files are no texts', manifest([['mine.txt'], 5, null])],
    ['that is no JSON', '{"generator":"iconloom","files":["mine.txt"]'],
    ['that is null', 'null'],
  ])('are not taken from a manifest.json %s', async (_, contents) => {
    const { out } = outFolder();
    writeTree(out, { 'manifest.json': contents, 'mine.txt': 'mine' });
    await writeOutputs(outputs({ 'a.txt': 'a' }), out, WRITE);
    expect(readTree(out)['mine.txt']).toBe('mine');
  });
});

describe('a file that cannot be written', () => {
  async function failureOf(files: readonly OutputFile[], out: string): Promise<BuildError> {
    const error = await writeOutputs(files, out, WRITE).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BuildError);
    return error as BuildError;
  }

  test('because its folder is a file is told', async () => {
    const { parent, out } = outFolder();
    writeTree(parent, { out: 'a file' });
    const { code, diagnostics } = await failureOf(outputs({ 'a.txt': 'a' }), out);
    expect(code).toBe('ICONLOOM_ICONS');
    expect(diagnostics).toMatchObject([{ code: 'write-failed', severity: 'error' }]);
    expect(diagnostics[0]?.file).toContain('a.txt');
    expect(readTree(parent)).toEqual({ out: 'a file' });
  });

  test('because a folder is in its place is told, and leaves nothing half-written', async () => {
    const { out } = outFolder();
    mkdirSync(join(out, 'a.txt'), { recursive: true });
    const { diagnostics } = await failureOf(outputs({ 'a.txt': 'a' }), out);
    expect(diagnostics).toMatchObject([{ code: 'write-failed' }]);
    expect(readTree(out)).toEqual({});
  });
});
