import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { recordCode } from '../../src/node/cache/code.ts';
import { fingerprintOf } from '../../src/node/cache/fingerprint.ts';
import { temporaryFolder } from './test-build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the installation; returns its `dist`. */
function install(): string {
  const folder = temporaryFolder();
  for (const part of ['dist', 'package.json']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return `${join(folder, 'dist')}/`;
}

/** Files of a `dist` that can decide anything in a build: not types, nor copies for `require()`. */
function filesOf(dist: string): readonly string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
    .filter((name) => !/\.d\.ts$|^commonjs\/|\.svg$|^fingerprint\.json$/.test(name));
}

test('two installations of the same code have the same', () => {
  expect(fingerprintOf(install())).toBe(fingerprintOf(install()));
});

test('is the same by the record of the package and without it', () => {
  const dist = install();
  const recorded = fingerprintOf(dist);
  rmSync(join(dist, 'fingerprint.json'));
  expect(fingerprintOf(dist)).toBe(recorded);
  recordCode(dist);
  expect(fingerprintOf(dist)).toBe(recorded);
});

test('is another after a change of any file of dist', () => {
  const dist = install();
  const before = fingerprintOf(dist);
  const files = filesOf(dist);
  expect(files).toEqual(expect.arrayContaining(['index.js', 'cli/program.js']));
  expect(files).toContainEqual(expect.stringMatching(/^chunks\/\w/));
  const unnoticed = files.filter((file) => {
    const path = join(dist, file);
    const bytes = readFileSync(path);
    appendFileSync(path, '\n');
    const isSame = fingerprintOf(dist) === before;
    writeFileSync(path, bytes);
    return isSame;
  });
  expect(unnoticed).toEqual([]);
  expect(fingerprintOf(dist)).toBe(before);
});

test('is another after a change that leaves the size as it was', () => {
  const dist = install();
  const before = fingerprintOf(dist);
  // As installed the day before.
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(join(dist, 'fingerprint.json'), yesterday, yesterday);
  const path = join(dist, 'cli/program.js');
  const code = readFileSync(path, 'utf8');
  expect(code).toContain('sprite');
  writeFileSync(path, code.replace('sprite', 'spryte'));
  expect(fingerprintOf(dist)).not.toBe(before);
});

test('is another of another version of the package', () => {
  const dist = install();
  const before = fingerprintOf(dist);
  const path = join(dist, '../package.json');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/"version": "[^"]*"/, '"version": "99.0.0"'),
  );
  expect(fingerprintOf(dist)).not.toBe(before);
});
