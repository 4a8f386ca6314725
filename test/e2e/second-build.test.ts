import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run-cli.ts';
import { readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Drawings of a folder of fixtures; of those of transforms, their input. */
function drawingsIn(folder: string): Readonly<Record<string, Uint8Array | string>> {
  const drawings: Record<string, Uint8Array | string> = {};
  for (const entry of readdirSync(join(FIXTURES, folder), { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { name } = entry;
    const bytes = readFileSync(join(FIXTURES, folder, name));
    if (name.endsWith('.svg')) drawings[`icons/${name}`] = bytes;
    const input = /--- input\n([\s\S]*?)\n--- /.exec(
      name.endsWith('.txt') ? String(bytes) : '',
    )?.[1];
    if (input !== undefined) drawings[`icons/${name.replace(/txt$/, 'svg')}`] = input;
  }
  return drawings;
}

interface Said {
  readonly code: number;
  readonly worked: number;
  /** Diagnostics, with the bytes of their pictures in place of where those were written. */
  readonly diagnostics: readonly Readonly<Record<string, string>>[];
}

async function build(cwd: string): Promise<Said> {
  const { code, stdout } = await run(cwd, 'build', '--json', '--keep-going');
  const { worked, diagnostics } = JSON.parse(stdout);
  const shown = diagnostics.map((each: Record<string, string>) => {
    const { pictureFile, ...rest } = each;
    return pictureFile ? { ...rest, picture: readFileSync(pictureFile, 'base64') } : rest;
  });
  return { code, worked, diagnostics: shown };
}

/** The renderer does not stretch an image without a viewBox to its place. */
const NOT_PROVEN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><image width="24" height="24" href="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><path d="M4 4h16v16H4z"/></svg>')}"/></svg>`;

test.each(['transform', 'hostile', 'odd-input', 'rules', 'preview'])(
  'all of %s, built again and again, give the same problems, pictures and exit codes',
  async (folder) => {
    const cwd = temporaryFolder();
    writeTree(cwd, {
      'package.json': '{}',
      ...drawingsIn(folder),
      'icons/aa-not-proven.svg': NOT_PROVEN,
      'icons/zz-box.svg': square(8),
    });
    const first = await build(cwd);
    const [{ code, picture } = {}] = first.diagnostics;
    expect({ code, hasPicture: (picture ?? '').length > 100 }).toEqual({
      code: 'not-proven',
      hasPicture: true,
    });
    const { worked: _, ...said } = first;
    const second = await build(cwd);
    expect(second).toMatchObject(said);
    expect(JSON.stringify(second.diagnostics)).toBe(JSON.stringify(first.diagnostics));
    const sprite = readTree(join(cwd, 'dist'))['sprite.svg'];

    // Without those that have errors, nothing is left to do, and at last nothing is even read.
    const isError = ({ severity }: Readonly<Record<string, string>>) => severity === 'error';
    const bad = new Set(first.diagnostics.filter(isError).map(({ file = '' }) => file));
    for (const file of bad) rmSync(join(cwd, file), { force: true });
    const diagnostics = first.diagnostics.filter(({ file = '' }) => !bad.has(file));
    const good = { code: 0, diagnostics };
    for (let times = 0; times < 3; times++) expect(await build(cwd)).toMatchObject(good);
    expect(await build(cwd)).toMatchObject({ ...good, worked: 0 });
    appendFileSync(join(cwd, 'icons/zz-box.svg'), '\n');
    expect(await build(cwd)).toMatchObject({ ...good, worked: 1 });
    expect(readTree(join(cwd, 'dist'))['sprite.svg']).toBe(sprite);
  },
  300_000,
);

test('shards and their merge give the problems and pictures of one build', async () => {
  const files = { 'package.json': '{}', 'icons/a.svg': NOT_PROVEN, 'icons/box.svg': square(8) };
  const [whole, parts] = [temporaryFolder(), temporaryFolder()];
  for (const cwd of [whole, parts]) writeTree(cwd, files);
  const { diagnostics } = await build(whole);
  for (const part of ['1/2', '2/2']) {
    for (const _ of ['cold', 'warm']) await run(parts, 'build', '--shard', part);
  }
  const merged = JSON.parse((await run(parts, 'merge', '--json')).stdout).diagnostics;
  expect(
    merged.map(({ pictureFile }: { pictureFile: string }) => readFileSync(pictureFile, 'base64')),
  ).toEqual(diagnostics.map(({ picture }) => picture));
});
