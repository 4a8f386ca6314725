import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkIcons } from '../../src/pipeline/check.ts';

test('our own set is clean under its own preset', async () => {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const { iconloom } = JSON.parse(readFileSync(`${cwd}/package.json`, 'utf8'));
  const lint = { ...iconloom.lint, drift: false };
  const { diagnostics, icons } = await checkIcons({ ...iconloom, lint }, { cwd });
  expect(icons).toHaveLength(48);
  expect(diagnostics.map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual([]);
});
