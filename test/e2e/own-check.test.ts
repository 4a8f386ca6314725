import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test.each([
  ['with metadata', () => true],
  ['without metadata', (file: string) => !file.endsWith('.meta.json')],
])('our own set is clean in a new project, %s', async (_, isCopied) => {
  const icons = fileURLToPath(new URL('../../icons/', import.meta.url));
  const cwd = mkdtempSync(join(tmpdir(), 'iconloom-own-'));
  try {
    for (const file of readdirSync(icons).filter(isCopied))
      cpSync(join(icons, file), join(cwd, 'icons', file), { recursive: true });
    const { diagnostics } = await checkIcons({ lint: { drift: false }, cache: false }, { cwd });
    expect(diagnostics.map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual([]);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
