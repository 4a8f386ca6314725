import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzipSize } from '../../src/emit/gzip-size.ts';

/** Some 300 kB of parts that are alike, as symbols are. */
const PARTS = Array.from({ length: 3000 }, (_, index) => {
  const path = Array.from({ length: 12 }, (_, at) => (index * 7919 + at * 104_729) % 977).join(' ');
  return `<symbol id="icon-${index}"><path d="M${path}z"/></symbol>`;
});

const sizeOf = (parts: readonly string[]) => gzipSize(parts.join(''), '</symbol>');

test.each([0, 1, 400, 3000])('is about what other tools come to: %s parts', (count) => {
  const parts = PARTS.slice(0, count);
  const other = gzipSync(parts.join(''), { level: 9 }).length;
  expect(Math.abs(sizeOf(parts) - other)).toBeLessThan(20 + other * 0.1);
});

test('does not depend on what was measured before', () => {
  const changed = PARTS.with(1500, '<symbol id="other"><path d="M0 0h1"/></symbol>');
  const first = sizeOf(changed);
  for (const end of [10, 500, 2999]) sizeOf(PARTS.slice(0, end));
  sizeOf(PARTS);
  expect(sizeOf(changed)).toBe(first);
});

test('counts the bytes of letters outside ASCII', () => {
  const text = 'é'.repeat(100);
  expect(Math.abs(gzipSize(text, '|') - gzipSync(text, { level: 9 }).length)).toBeLessThan(5);
});
