import { SourceMap, type SourceMapPayload } from 'node:module';
import { expect, test } from 'vitest';
import { declarationMap } from '../../src/plugin/declaration-map.ts';

function mapOf(...places: Parameters<typeof declarationMap>[1][number][]) {
  const payload = JSON.parse(declarationMap('a.d.ts', places)) as SourceMapPayload;
  const map = new SourceMap(payload);
  return (line: number, column: number) => {
    const entry = map.findEntry(line, column);
    return 'originalSource' in entry && entry.originalSource
      ? [entry.originalSource, entry.originalLine, entry.originalColumn]
      : undefined;
  };
}

test('names lead to the start of their files, also of those that came before', () => {
  const at = mapOf(
    { line: 1, column: 2, source: '../icons/a.svg' },
    { line: 40, column: 15, source: '../icons/b.svg' },
    { line: 40, column: 60, source: '../icons/a.svg' },
    { line: 41, column: 15, source: '../icons/a.svg' },
  );
  expect(at(1, 2)).toEqual(['../icons/a.svg', 0, 0]);
  expect(at(40, 15)).toEqual(['../icons/b.svg', 0, 0]);
  expect(at(40, 60)).toEqual(['../icons/a.svg', 0, 0]);
  expect(at(41, 15)).toEqual(['../icons/a.svg', 0, 0]);
});

test('a name without a file leads nowhere, and not to that of its neighbor', () => {
  const at = mapOf(
    { line: 0, column: 18, source: undefined },
    { line: 1, column: 2, source: '../icons/a.svg' },
    { line: 2, column: 2, source: undefined },
    { line: 3, column: 2, source: '../icons/b.svg' },
  );
  expect(at(0, 18)).toBeUndefined();
  expect(at(1, 2)).toEqual(['../icons/a.svg', 0, 0]);
  expect(at(2, 2)).toBeUndefined();
  expect(at(3, 2)).toEqual(['../icons/b.svg', 0, 0]);
});

test('large sets are counted right', () => {
  const places = Array.from({ length: 5000 }, (_, line) => ({
    ...{ line: line * 3, column: line % 90 },
    source: `${line}.svg`,
  }));
  const at = mapOf(...places);
  for (const { line, column, source } of places) expect(at(line, column)?.[0]).toBe(source);
});
