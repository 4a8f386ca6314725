import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { UserConfig } from '../../src/config/types.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { BuildError } from '../../src/core/errors.ts';
import type { BuildStats } from '../../src/core/types.ts';
import { buildOutputs } from '../../src/pipeline/build.ts';
import { readTree, temporaryFolder, writeTree } from './test-build.ts';

const CACHE = 'node_modules/.cache/iconloom';
const COUNT = 24;
/** Makes the set large enough for a patch, without work for anyone. */
const COMMENT = `<!--${'x'.repeat(50_000)}-->`;

function drawing(side: number, extra = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${COMMENT}<path d="M0 0h${side}v1H0z"/>${extra}</svg>`;
}

function project(): string {
  const cwd = temporaryFolder();
  const names = Array.from({ length: COUNT }, (_, index) => `icons/icon-${index}.svg`);
  writeTree(cwd, {
    'package.json': '{}',
    ...Object.fromEntries(names.map((name, index) => [name, drawing(1 + index / 8)])),
    'icons/icon-7.meta.json': '{"aliases":["seven"],"tags":["number"],"directional":true}',
    'icons/icon-1.meta.json': '{"deprecated":{"use":"icon-2"}}',
  });
  return cwd;
}

interface Built {
  readonly isPatched: boolean;
  /** Number of icons that were processed. */
  readonly worked: number;
  readonly written: readonly string[];
  readonly codes: readonly string[];
}

async function build(cwd: string, config: UserConfig = {}): Promise<Built> {
  const stages: string[] = [];
  const { stats, changes, diagnostics } = await buildOutputs(config, {
    cwd,
    onTiming: ({ kind, name }) => void (kind === 'stage' && stages.push(name)),
  });
  return {
    isPatched: stages.includes('patch') && !stages.includes('icons'),
    worked: stats.worked,
    written: changes.filter(({ status }) => status === 'written').map(({ path }) => path),
    codes: diagnostics.map(({ code }) => code),
  };
}

/** Files and figures of a build of the same source files from nothing. */
async function fromNothing(cwd: string, config: UserConfig): Promise<unknown> {
  const { stats, diagnostics } = await buildOutputs(
    { ...config, out: 'fresh', cache: false },
    { cwd },
  );
  return { files: readTree(join(cwd, 'fresh')), ...shown(stats, diagnostics) };
}

async function fromLast(cwd: string, config: UserConfig): Promise<unknown> {
  // Nothing has changed, so these are the figures of the build before.
  const { stats, diagnostics } = await buildOutputs(config, { cwd });
  return { files: readTree(join(cwd, 'dist')), ...shown(stats, diagnostics) };
}

function shown({ worked: _, ...figures }: BuildStats, diagnostics: readonly Diagnostic[]): object {
  return { figures, messages: diagnostics.map(({ file, message }) => `${file}: ${message}`) };
}

/** Builds, and waits until stats of the files count as reliable. */
async function buildFirst(config: UserConfig = {}): Promise<string> {
  const cwd = project();
  await sleep(40);
  await build(cwd, config);
  return cwd;
}

const TITLE = '<title>Something else</title>';

test.each<readonly [string, Readonly<Record<string, string>>, UserConfig, readonly string[]]>([
  ['a shape', { 'icon-3': drawing(9) }, {}, ['sprite.svg', 'icons.d.ts', 'manifest.json']],
  [
    'an icon with other digits',
    { 'icon-0': drawing(9, '<path d="M2 2c.123 1.234 5.678 3.456 7.891 2.345"/>') },
    { precision: 'auto' },
    ['sprite.svg', 'icons.d.ts', 'manifest.json'],
  ],
  [
    'an icon with aliases and ids',
    { 'icon-7': drawing(9) },
    { ids: ['[path]', 'i-[name]'] },
    ['sprite.svg', 'icons.d.ts', 'manifest.json'],
  ],
  ['several', { 'icon-1': drawing(9), 'icon-0': drawing(10), 'icon-23': drawing(11) }, {}, []],
  ['the title', { 'icon-1': drawing(9, TITLE) }, { names: 'ts' }, []],
  ['the size', { 'icon-7': drawing(9).replace('0 0 24 24', '0 0 32 16') }, { prefix: 'x-' }, []],
  ['the size, in one file', { 'icon-7': drawing(9).replace('24 24', '9 9') }, { names: 'ts' }, []],
  ['the folder of sprites', { 'icon-7': drawing(9) }, { publicDir: 'public' }, []],
  ['no byte of the symbol', { 'icon-3': `${drawing(1.375)}\n` }, {}, ['manifest.json']],
  ['the same as another', { 'icon-3': drawing(1.5) }, {}, []],
])(
  'a change of %s is patched into what a build of all writes',
  async (what, changes, config, files) => {
    const cwd = await buildFirst(config);
    for (const [name, svg] of Object.entries(changes)) {
      writeFileSync(join(cwd, `icons/${name}.svg`), svg);
    }
    const built = await build(cwd, config);
    expect(built).toMatchObject({
      isPatched: true,
      worked: Object.keys(changes).length,
      // The others have another size.
      codes: what.startsWith('the size') ? ['lint/view-box'] : [],
    });
    if (files.length > 0) expect(built.written).toEqual(files);
    await sleep(40);
    const again = await fromLast(cwd, config);
    expect(again).toEqual(await fromNothing(cwd, config));
  },
);

test('a change back takes the icon from the cache', async () => {
  const cwd = await buildFirst();
  const before = readTree(join(cwd, 'dist'));
  writeFileSync(join(cwd, 'icons/icon-3.svg'), drawing(9));
  await build(cwd);
  await sleep(40);
  writeFileSync(join(cwd, 'icons/icon-3.svg'), drawing(1.375));
  expect(await build(cwd)).toMatchObject({ isPatched: true, worked: 0 });
  expect(readTree(join(cwd, 'dist'))).toEqual(before);
});

/** The renderer does not stretch an image without a viewBox to its place. */
const NOT_PROVEN = `<image width="24" height="24" href="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><path d="M4 4h16v16H4z"/></svg>')}"/>`;
const GRADIENT =
  '<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M9 9h9v9z"/>';

test.each<readonly [string, UserConfig, (cwd: string) => void, number]>([
  ['an output was edited', {}, (cwd) => editOutput(cwd), 1],
  ['an icon is added', {}, (cwd) => writeTree(cwd, { 'icons/new.svg': drawing(8) }), 2],
  ['there are layouts', { layouts: ['stack'] }, () => {}, 1],
  ['there is a catalog', { catalog: 'file' }, () => {}, 1],
  ['sprites have hashed names', { fileName: '[name].[hash].svg' }, () => {}, 1],
  ['there are several sprites', { split: 400 }, () => {}, 1],
  [
    'metadata changes too',
    {},
    (cwd) => writeTree(cwd, { 'icons/icon-7.meta.json': '{"aliases":["other"]}' }),
    1,
  ],
  [
    'an icon has diagnostics',
    {},
    (cwd) => writeTree(cwd, { 'icons/icon-5.svg': drawing(8, NOT_PROVEN) }),
    2,
  ],
  [
    'an icon becomes an image',
    {},
    (cwd) => writeTree(cwd, { 'icons/icon-5.svg': drawing(8, GRADIENT) }),
    2,
  ],
])('all icons are built if %s', async (_, config, change, worked) => {
  const cwd = await buildFirst(config);
  writeFileSync(join(cwd, 'icons/icon-3.svg'), drawing(9));
  change(cwd);
  expect(await build(cwd, config)).toMatchObject({ isPatched: false, worked });
  await sleep(40);
  expect(await fromLast(cwd, config)).toEqual(await fromNothing(cwd, config));
});

function editOutput(cwd: string): void {
  const path = join(cwd, 'dist/icons.d.ts');
  writeFileSync(path, `${readFileSync(path, 'utf8')}// edited\n`);
}

test('an error leaves the outputs as they are, and a fix is patched', async () => {
  const cwd = await buildFirst();
  const before = readTree(join(cwd, 'dist'));
  writeTree(cwd, { 'icons/icon-3.svg': '<svg', 'icons/icon-4.svg': drawing(9) });
  await expect(build(cwd)).rejects.toThrow(BuildError);
  expect(readTree(join(cwd, 'dist'))).toEqual(before);
  writeFileSync(join(cwd, 'icons/icon-3.svg'), drawing(8));
  expect(await build(cwd)).toMatchObject({ isPatched: true, worked: 1 });
  await sleep(40);
  expect(await fromLast(cwd, {})).toEqual(await fromNothing(cwd, {}));
});

test('what others wrote to the cache gets into no output', async () => {
  const cwd = await buildFirst();
  const path = join(cwd, CACHE, 'icons.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const poisoned = lines.map((line) => {
    const text = line.slice(42).replaceAll('<path', '<path onclick=\\"a()\\"');
    return `${line.slice(0, 32)} ${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
  });
  writeFileSync(path, poisoned.join(''));
  writeFileSync(join(cwd, 'icons/icon-3.svg'), drawing(9));
  // The previous icon is one of those, so it cannot be told what to replace.
  expect(await build(cwd)).toMatchObject({ isPatched: false, worked: COUNT });
  await sleep(40);
  expect(await fromLast(cwd, {})).toEqual(await fromNothing(cwd, {}));
});

test('a previous icon from the cache that is not in the sprite is not patched', async () => {
  const cwd = await buildFirst();
  const path = join(cwd, CACHE, 'icons.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const others = lines.map((line) => {
    const text = line.slice(42).replaceAll('d=\\"M0 0', 'd=\\"M1 1');
    return `${line.slice(0, 32)} ${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
  });
  writeFileSync(path, others.join(''));
  writeFileSync(join(cwd, 'icons/icon-3.svg'), drawing(9));
  expect(await build(cwd)).toMatchObject({ isPatched: false });
  expect(readdirSync(join(cwd, 'dist')).sort()).toEqual([
    'icons.d.ts',
    'icons.js',
    'manifest.json',
    'sprite.svg',
  ]);
});
