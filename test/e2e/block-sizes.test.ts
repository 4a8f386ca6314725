import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
// Built, since threads of its own cannot run TypeScript.
import { build } from '../../dist/index.js';
import { BlockSplitter, gzipSize, isMeasured, type TextBlock } from '../../src/emit/gzip-size.ts';
import { BlockSizes } from '../../src/node/block-sizes.ts';
import { temporaryFolder, writeTree } from './test-build.ts';

const END = '</symbol>';

let round = 0;
let pieces: readonly string[] = [];
let sizes: BlockSizes;

/** Some 1.5 MB in pieces, of which each has one part or two. No test has the blocks of another. */
beforeEach(() => {
  round += 1;
  pieces = Array.from({ length: 8000 }, (_, index) => {
    const numbers = Array.from({ length: 36 }, (_, at) => (index * 7919 + at * 104_729) % 977);
    const second = index % 5 === 0 ? `<symbol id="alias-${index}"/></symbol>` : '';
    return `<symbol id="icon-${round}-${index}"><path d="M${numbers.join(' ')}z"/>${END}${second}`;
  });
});
afterEach(() => sizes?.close());

function blocksOf(texts: readonly string[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const splitter = new BlockSplitter(END, (block) => blocks.push(block));
  for (const text of texts) splitter.add(text);
  splitter.end();
  return blocks;
}

test('a text has the same blocks in whatever pieces it comes', () => {
  const whole = pieces.join('');
  const blocks = blocksOf([whole]);
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.map(({ block }) => block).join('')).toBe(whole);
  expect(blocksOf(pieces)).toEqual(blocks);
  const odd = Array.from({ length: Math.ceil(whole.length / 1001) }, (_, index) =>
    whole.slice(index * 1001, index * 1001 + 1001),
  );
  expect(blocksOf(odd)).toEqual(blocks);
});

test('all blocks that have ended are measured on the thread, as they would be here', async () => {
  sizes = new BlockSizes(END);
  for (const piece of pieces) sizes.add(piece);
  await sizes.settle();
  const blocks = blocksOf(pieces);
  expect(blocks.map(isMeasured)).toEqual(blocks.map((_, index) => index < blocks.length - 1));
  const measured = gzipSize(pieces.join(''), END);
  // Many others, so that none of these is known any more.
  for (let other = 0; other < 300; other++) gzipSize(`${other}`, END);
  expect(blocks.some(isMeasured)).toBe(false);
  expect(gzipSize(pieces.join(''), END)).toBe(measured);
});

test('few blocks start no thread', async () => {
  sizes = new BlockSizes(END);
  for (const piece of pieces.slice(0, 1000)) sizes.add(piece);
  await sizes.settle();
  expect(blocksOf(pieces.slice(0, 1000)).some(isMeasured)).toBe(false);
});

test('a thread that does not start measures nothing and stops nothing', async () => {
  sizes = new BlockSizes(END, pathToFileURL('/missing/thread.js'));
  for (const piece of pieces) sizes.add(piece);
  await sizes.settle();
  expect(blocksOf(pieces).some(isMeasured)).toBe(false);
});

test('a build writes the same with and without the thread', async () => {
  const cwd = temporaryFolder();
  const drawings = Array.from({ length: 60 }, (_, index) => {
    const lines = Array.from(
      { length: 2500 },
      (_, at) => `M${(index * 31 + at * 7) % 24} ${(at * 13) % 24}v${1 + (at % 9)}`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path stroke="red" d="${lines.join('')}"/></svg>`;
    return [`icons/icon-${index}.svg`, svg] as const;
  });
  writeTree(cwd, {
    ...Object.fromEntries(drawings),
    'icons/icon-5.meta.json': '{"aliases":["five"]}',
  });
  const config = { verify: false as const, cache: false as const, ids: ['i-[name]'] };
  const [one, two] = await Promise.all(
    [1, 2].map((threads) => build({ ...config, threads }, { cwd, dryRun: true })),
  );
  expect(two?.files).toEqual(one?.files);
  expect(one?.stats.bytes.after).toBeGreaterThan(600_000);
});
