import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCaptions } from '../scripts/generated/captions.ts';
import { generatedFiles } from '../scripts/generated/index.ts';
import { DIAGNOSTIC_AREAS, DIAGNOSTICS } from '../src/core/diagnostics/table.ts';
import { RULES } from '../src/lint/rules.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => {
  const file = new URL(path, ROOT);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

test.each(await generatedFiles())('$path is up to date: npm run generate', async (file) => {
  expect(read(file.path)).toBe(await file.contents());
});

test('the list of rules has every file in rules/', () => {
  const files = readdirSync(new URL('src/lint/rules/', ROOT));
  expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(
    RULES.map(({ name }) => name).sort(),
  );
});

test('captions name rules', () => {
  const names = RULES.map(({ name }) => name);
  expect(Object.keys(readCaptions()).filter((name) => !names.includes(name))).toEqual([]);
});

test('no code is in two areas', () => {
  const codes = DIAGNOSTIC_AREAS.flatMap(({ table }) => Object.keys(table));
  expect(codes).toHaveLength(Object.keys(DIAGNOSTICS).length);
});

test.each(Object.entries(DIAGNOSTICS))('%s has texts for messages and docs', (_, template) => {
  const { message, hint, cause, fix, example } = template;
  const used = [...`${message} ${hint}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(Object.keys(example).sort()).toEqual([...new Set(used)].sort());
  for (const text of [cause, fix]) expect(text).toMatch(/^[^{}]+\.$/);
  expect(cause.split(/[.:] /).length).toBeLessThanOrEqual(4);
});
