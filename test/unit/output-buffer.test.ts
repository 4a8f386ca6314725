import { expect, onTestFinished, test } from 'vitest';
import { openOutputBuffer } from '../../src/node/output-buffer.ts';

const MILLION = 'é'.repeat(1_000_000);

test('files that are too much for memory wait on the disk, whole and in their order', () => {
  const spool = openOutputBuffer();
  onTestFinished(spool.close);
  spool.add({ path: 'small.svg', parts: ['a', 'b'] });
  expect(spool.isOnDisk()).toBe(false);
  const large = spool.add({ path: 'large.svg', parts: Array.from({ length: 65 }, () => MILLION) });
  spool.add({ path: 'last.json', parts: ['[', ']'] });
  expect(spool.isOnDisk()).toBe(true);
  expect(spool.files.map(({ path, size }) => [path, size])).toEqual([
    ['small.svg', 2],
    ['large.svg', 130_000_000],
    ['last.json', 2],
  ]);
  expect(large.inMemory).toBe(false);
  expect(Buffer.from(large.bytes()).equals(Buffer.from(MILLION.repeat(65)))).toBe(true);
  expect(Buffer.concat([...large.chunks()]).equals(Buffer.from(large.bytes()))).toBe(true);
  expect(spool.files.map(({ contents }) => contents().length)).toEqual([2, 65_000_000, 2]);
});

test('so do parts of files that come later', () => {
  const spool = openOutputBuffer();
  onTestFinished(spool.close);
  const early = spool.storePart('early ');
  for (let count = 0; count < 65; count++) spool.storePart(MILLION);
  const late = spool.storePart('late é');
  expect([typeof early, typeof late]).toEqual(['string', 'function']);
  const file = spool.add({ path: 'manifest.json', parts: ['<', early, late, '>'] });
  expect(file.contents()).toBe('<early late é>');
});
