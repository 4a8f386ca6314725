import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const PRELOAD = new URL('loaded-packages.mjs', import.meta.url).href;

/** Packages that a build loads. */
function loadedBy(cwd: string): readonly string[] {
  const list = join(cwd, 'packages.txt');
  writeFileSync(list, '');
  execFileSync(process.execPath, ['--import', PRELOAD, BIN, 'build', '--silent'], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', PACKAGES_FILE: list },
  });
  return [...new Set(readFileSync(list, 'utf8').split('\n').filter(Boolean))].sort();
}

test('a build loads what it needs for what has changed, and no more', () => {
  const cwd = temporaryFolder();
  writeTree(cwd, {
    'package.json': '{}',
    'icons/box.svg': square(8),
    'icons/cup.svg': square(6),
  });
  const first = loadedBy(cwd);
  expect(first).toEqual(expect.arrayContaining(['fast-glob', 'fflate', 'svgo/browser']));
  // Files that were written in the moment in which they were read are looked at once more.
  loadedBy(cwd);
  expect(loadedBy(cwd)).toEqual([
    'commander',
    'fastest-levenshtein',
    'lilconfig',
    'picocolors',
    'valibot',
  ]);
  appendFileSync(join(cwd, 'icons/box.svg'), '\n');
  const changed = loadedBy(cwd);
  expect(changed).toContain('svgo/browser');
  expect(changed).not.toContain('fast-glob');
  for (const known of [first, changed]) {
    expect(known.filter((name) => /^(?:css-tree|saxes)/.test(name))).toEqual([]);
  }
});
