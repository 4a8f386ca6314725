import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './test-build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The fingerprint that a copy of what is built has, after a change of one of its files. */
async function fingerprintAfter(changed?: string): Promise<string> {
  const folder = temporaryFolder();
  for (const part of ['dist', 'package.json']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  if (changed !== undefined) appendFileSync(join(folder, 'dist', changed), '\n// changed\n');
  const { toolFingerprint } = await import(join(folder, 'dist/node/cache/fingerprint.js'));
  return toolFingerprint();
}

test('two installations of the same code have the same', async () => {
  expect(await fingerprintAfter()).toBe(await fingerprintAfter());
});

test.each([
  'core/names.js',
  'icon/sanitize.js',
  'icon/bitmap/gif.js',
  'sprite/create.js',
  'emit/svg.js',
  'node/work.js',
  'node/cache/icons.js',
])('other code has another: %s', async (changed) => {
  expect(await fingerprintAfter(changed)).not.toBe(await fingerprintAfter());
});
