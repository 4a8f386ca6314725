import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import { build } from '../../src/pipeline/build.ts';
import { buildShard, mergeShards } from '../../src/pipeline/shards.ts';
import { readTree, square, temporaryFolder, testBuild, writeTree } from './test-build.ts';

const CACHE = 'node_modules/.cache/iconloom';
const FILES = {
  'package.json': '{}',
  'icons/good.svg': square(8),
  'icons/nav/two.svg': square(6),
  'icons/nav/two.meta.json': '{"aliases":["second"],"title":"Two"}',
};

// biome-ignore lint/suspicious/noExplicitAny: JSON that a stranger changes
type Change = (value: any) => void;

function project(): string {
  const cwd = temporaryFolder();
  writeTree(cwd, FILES);
  return cwd;
}

/** Changes each record of a cache's file, with a sum that fits. */
function poison(path: string, change: Change): void {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const poisoned = lines.map((line) => {
    const value = JSON.parse(line.slice(42));
    change(value);
    const text = JSON.stringify(value);
    return `${line.slice(0, 32)} ${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
  });
  writeFileSync(path, poisoned.join(''));
}

function edit(path: string, change: Change): void {
  const value = JSON.parse(readFileSync(path, 'utf8'));
  change(value);
  writeFileSync(path, JSON.stringify(value));
}

const SCRIPT = '<script>alert(1)</script></symbol>';
const UNSAFE: readonly (readonly [string, Change])[] = [
  ['a script', ({ icon }) => (icon.symbol = icon.symbol.replace('</symbol>', SCRIPT))],
  ['a handler', ({ icon }) => (icon.symbol = icon.symbol.replace('<path', '<path onclick="a()"'))],
  [
    'an address',
    ({ icon }) => (icon.symbol = icon.symbol.replace('<path', '<path fill="url(//a)"')),
  ],
  ['a rule', ({ icon }) => (icon.symbol = icon.symbol.replace('<path', '<style>*{}</style><path'))],
  ['another id', ({ icon }) => (icon.symbol = icon.symbol.replace('id="', 'id="x'))],
  ['a plain symbol', ({ icon }) => (icon.plainSymbol = icon.symbol.replace('</symbol>', SCRIPT))],
  ['no symbol', ({ icon }) => (icon.symbol = null)],
  ['a viewBox', ({ icon }) => (icon.facts.viewBox = '"onload="alert(5)')],
  ['a viewBox of its own', ({ icon }) => (icon.facts.viewBox = '0 0 9 9')],
  ['a width', ({ icon }) => (icon.facts.width = '0};alert(4);({')],
  ['no height', ({ icon }) => (icon.facts.height = null)],
  ['a color', ({ icon }) => (icon.facts.colors = ['</script>'])],
  ['a need', ({ icon }) => (icon.facts.needs = ['x'])],
  ['a form', ({ icon }) => (icon.facts.form = 'image')],
  ['a title', ({ icon }) => (icon.facts.title = 7)],
  ['a problem', (kept) => (kept.diagnostics = [{ code: 'constructor', severity: 'warning' }])],
  ['an error', (kept) => (kept.diagnostics = [{ ...PROBLEM, severity: 'error' }])],
  ['a picture', (kept) => (kept.diagnostics = [{ ...PROBLEM, picture: { 0: 1 } }])],
  ['bytes', (kept) => (kept.bytes = -1)],
  ['no icon', (kept) => delete kept.icon],
];
const PROBLEM = { code: 'not-proven', severity: 'warning', file: 'a', message: 'b', hint: 'c' };

describe('a cache entry with a sum that fits is made again where it holds', () => {
  test.each(UNSAFE)('%s', async (_, change) => {
    const cwd = project();
    await build({}, { cwd });
    const outputs = readTree(join(cwd, 'dist'));
    poison(join(cwd, CACHE, 'icons.jsonl'), change);
    rmSync(join(cwd, 'dist'), { recursive: true });
    const { stats, diagnostics } = await build({}, { cwd });
    expect({ worked: stats.worked, diagnostics }).toEqual({ worked: 2, diagnostics: [] });
    expect(readTree(join(cwd, 'dist'))).toEqual(outputs);
  });
});

describe('what a cache says of the last build is passed over where it holds', () => {
  test.each<readonly [string, Change]>([
    ['a name', ({ search }) => (search.names = search.names.map(() => '"];alert(1);//'))],
    ['a name of its own', ({ search }) => (search.names = search.names.map(() => 'other'))],
    ['a folder', ({ search }) => (search.folders = search.folders.map(() => '../x'))],
    ['metadata', ({ search }) => (search.metadata = { 0: [{ title: { a: 1 } }, []] })],
    ['an alias', ({ search }) => (search.metadata = { 0: [{}, ['*/alert(2)/*']] })],
    [
      'a name to show',
      ({ search }) =>
        (search.metadata[1] = [{ ...search.metadata[1][0], displayName: 'other' }, []]),
    ],
    ['an output elsewhere', (last) => (last.outputs['../secret'] = Object.values(last.outputs)[0])],
    ['no hashes', (last) => (last.hashes = 7)],
    ['too few numbers', (last) => last.numbers.pop()],
  ])('%s', async (_, change) => {
    const cwd = project();
    // So that the times of the files are believed, and with them the search.
    await sleep(40);
    await build({}, { cwd });
    const outputs = readTree(join(cwd, 'dist'));
    const name = readdirSync(join(cwd, CACHE)).find((each) => each.startsWith('build-')) ?? '';
    edit(join(cwd, CACHE, name), change);
    rmSync(join(cwd, 'dist'), { recursive: true });
    await build({}, { cwd });
    expect(readTree(join(cwd, 'dist'))).toEqual(outputs);
  });
});

describe('a partial result is refused, with its file and the field, where it changes', () => {
  test.each<readonly [field: string, Change]>([
    ['icons.0.name', ([icon]) => (icon.name = '"];alert(1);//')],
    ['icons.0.id', ([icon]) => (icon.id = 'other')],
    ['icons.0.source.name', ([icon]) => (icon.source.name = 'other')],
    ['icons.0.source.folder', ([icon]) => (icon.source.folder = '../x')],
    ['icons.0.source.file', ([icon]) => (icon.source.file = 'a\u001b[2J')],
    ['icons.0.source.hash', ([icon]) => (icon.source.hash = 'x')],
    ['icons.0.source.meta', ([icon]) => (icon.source.meta = { license: 'x' })],
    ['icons.0.facts.viewBox', ([icon]) => (icon.facts.viewBox = '"onload="alert(5)')],
    ['icons.0.facts.width', ([icon]) => (icon.facts.width = '0};alert(4);({')],
    ['icons.0.facts.height', ([icon]) => (icon.facts.height = -1)],
    ['icons.0.facts.colors.0', ([icon]) => (icon.facts.colors = ['<b>'])],
    ['icons.0.title', ([icon]) => (icon.title = 't*/alert(6)//\n')],
    ['icons.0.aliases.0', ([icon]) => (icon.aliases = ['*/alert(2)/*'])],
    ['icons.0.aliases', ([icon]) => (icon.aliases = ['home'])],
    ['icons.0.source.meta.displayName', ([icon]) => (icon.source.meta = { displayName: 'other' })],
    ['icons', (icons) => icons.push('x')],
  ])('%s', async (field, change) => {
    const cwd = project();
    await buildShard({}, { index: 1, of: 1 }, { cwd });
    edit(join(cwd, 'iconloom-shards/shard-1-of-1.json'), ({ icons }) => change(icons));
    const error = await mergeShards({}, undefined, { cwd }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(BuildError);
    expect(error.diagnostics).toMatchObject([
      { code: 'shards-unusable', file: 'iconloom-shards/shard-1-of-1.json' },
    ]);
    expect(error.diagnostics[0].message).toContain(`its field ${field}`);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });

  test('and an unsafe symbol is an error of its icon alone', async () => {
    const cwd = project();
    const config = { keepGoing: true };
    await buildShard(config, { index: 1, of: 1 }, { cwd });
    edit(join(cwd, 'iconloom-shards/shard-1-of-1.json'), ({ icons: [icon] }) => {
      icon.symbol = icon.symbol.replace('</symbol>', SCRIPT);
      icon.plainSymbol = icon.symbol;
    });
    const { stats, diagnostics } = await mergeShards(config, undefined, { cwd });
    expect(diagnostics).toMatchObject([{ code: 'unsafe-symbol', file: 'icons/good.svg' }]);
    expect(stats.icons).toBe(1);
    expect(readTree(join(cwd, 'dist'))['sprite.svg']).not.toContain('script');
  });
});

describe('a manifest cannot have a file removed elsewhere', () => {
  test.each([
    ['through a link', 'link/f.txt'],
    ['through a link in a folder', 'sub/link/f.txt'],
    ['above the folder', '../victim/f.txt'],
    ['above the folder, in disguise', './sub/../../victim/f.txt'],
    ['with backslashes', '..\\victim\\f.txt'],
    ['on a drive', 'C:\\victim\\f.txt'],
    ['with a character that no system takes', 'f\0.txt'],
  ])('%s', async (_, path) => {
    const cwd = project();
    await build({}, { cwd });
    writeTree(cwd, { 'victim/f.txt': 'keep', 'dist/sub/own.txt': 'keep' });
    symlinkSync('../victim', join(cwd, 'dist/link'));
    symlinkSync('../../victim', join(cwd, 'dist/sub/link'));
    edit(join(cwd, 'dist/manifest.json'), (manifest) => {
      manifest.files.unshift(path, join(cwd, 'victim/f.txt'));
    });
    writeFileSync(join(cwd, 'icons/good.svg'), square(5));
    await build({}, { cwd });
    expect(readFileSync(join(cwd, 'victim/f.txt'), 'utf8')).toBe('keep');
  });
});

describe('links', () => {
  /** A project in a folder, with another beside it. */
  function beside(): string {
    const cwd = join(temporaryFolder(), 'project');
    writeTree(cwd, FILES);
    writeTree(join(cwd, '../other'), { 'box.svg': square(3), 'secret.json': 'root:x:0:0' });
    return cwd;
  }

  test('of drawings out of the project are errors, and are not read', async () => {
    const cwd = beside();
    symlinkSync('../../other/box.svg', join(cwd, 'icons/box.svg'));
    const { diagnostics } = await testBuild({ cwd, diagnostics: ['icons/box.svg link-outside'] });
    expect(diagnostics[0]?.message).toContain('../other/box.svg');
  });

  test('of folders out of the project are errors, and are not read', async () => {
    const cwd = beside();
    symlinkSync('../../other', join(cwd, 'icons/more'));
    await testBuild({ cwd, diagnostics: ['icons/more link-outside'] });
  });

  test('out of the project that nothing asks for are passed over', async () => {
    const cwd = beside();
    symlinkSync('../../other/secret.json', join(cwd, 'icons/notes.txt'));
    await testBuild({ cwd });
  });

  test('out of the project can be named as inputs', async () => {
    const cwd = beside();
    symlinkSync('../other', join(cwd, 'linked'));
    const { result } = await testBuild({ cwd, config: { inputs: ['icons', 'linked'] } });
    expect(result?.icons.map(({ name }) => name)).toEqual(['box', 'good', 'nav-two']);
  });

  test('to another package of the repository are followed', async () => {
    const cwd = beside();
    mkdirSync(join(cwd, '../.git'));
    symlinkSync('../../other', join(cwd, 'icons/more'));
    const { result } = await testBuild({ cwd });
    expect(result?.icons.map(({ name }) => name)).toEqual(['good', 'more-box', 'nav-two']);
  });

  test('of metadata out of the project are refused, and nothing of what they lead to is shown', async () => {
    const cwd = beside();
    symlinkSync('../../other/secret.json', join(cwd, 'icons/good.meta.json'));
    const { diagnostics } = await testBuild({
      cwd,
      diagnostics: ['icons/good.meta.json meta-invalid'],
    });
    expect(diagnostics[0]?.message).not.toContain('root');
  });

  test('of metadata in the project are followed', async () => {
    const cwd = beside();
    symlinkSync('nav/two.meta.json', join(cwd, 'icons/good.meta.json'));
    writeTree(cwd, { 'icons/nav/two.meta.json': '{"title":"Both"}' });
    const { result } = await testBuild({ cwd });
    expect(result?.icons.map(({ title }) => title)).toEqual(['Both', 'Both']);
  });
});
