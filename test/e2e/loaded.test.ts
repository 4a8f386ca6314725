import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const PRELOAD = new URL('loaded-packages.mjs', import.meta.url).href;

/** Packages that a command loads. */
function loadedBy(cwd: string, args = ['build', '--silent']): readonly string[] {
  const list = join(cwd, 'packages.txt');
  writeFileSync(list, '');
  execFileSync(process.execPath, ['--import', PRELOAD, BIN, ...args], {
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
  expect(first).toEqual(expect.arrayContaining(['fflate', 'svgo/browser']));
  // Files that were written in the moment in which they were read are looked at once more.
  loadedBy(cwd);
  expect(loadedBy(cwd)).toEqual(['commander', 'fastest-levenshtein', 'lilconfig', 'valibot']);
  appendFileSync(join(cwd, 'icons/box.svg'), '\n');
  const changed = loadedBy(cwd);
  expect(changed).toContain('svgo/browser');
  for (const known of [first, changed]) {
    expect(known.filter((name) => /^(?:css-tree|saxes|fast-glob)/.test(name))).toEqual([]);
  }
});

test('a build that changes nothing loads few modules of Node, and nothing that compresses', () => {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': '{}', 'icons/box.svg': square(8) });
  const list =
    'data:text/javascript,process.on("exit",()=>console.log(process.moduleLoadList.join()))';
  const run = (...flags: readonly string[]) =>
    execFileSync(process.execPath, ['--import', list, BIN, 'build', ...flags], {
      ...{ cwd, encoding: 'utf8' as const },
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  expect(run()).toContain('NativeModule zlib');
  run();
  for (const flags of [[], ['--silent']]) {
    const loaded = run(...flags);
    for (const name of ['zlib', 'child_process', 'worker_threads'])
      expect(loaded).not.toMatch(new RegExp(`NativeModule ${name}\\b`));
  }
});

test('globs and exclusions load fast-glob', () => {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': '{}', 'icons/box.svg': square(8) });
  expect(loadedBy(cwd, ['build', '--silent', 'icons/*.svg'])).toContain('fast-glob');
  expect(loadedBy(cwd, ['build', '--silent', '--exclude', 'x.svg'])).toContain('fast-glob');
});

test('help and the version load no options', () => {
  const cwd = temporaryFolder();
  for (const flag of ['--help', '--version']) {
    const loaded = loadedBy(cwd, [flag]);
    expect(loaded).toContain('commander');
    // No test expects them for a build, see the lists above.
    expect(loaded.includes('texts of the help')).toBe(flag === '--help');
    expect(loaded.filter((name) => /valibot|lilconfig|svgo|glob|fflate/.test(name))).toEqual([]);
  }
});
