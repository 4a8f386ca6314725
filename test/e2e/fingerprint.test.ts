import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  DIGEST_PLACEHOLDER,
  digestOfCode,
  recordCode,
  recordedDigest,
} from '../../src/node/cache/code.ts';
import { fingerprintOf, toolFingerprint } from '../../src/node/cache/fingerprint.ts';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Copy of the package as it is before its digest is recorded; returns its `dist`. */
function unrecorded(): string {
  const folder = temporaryFolder();
  for (const part of ['dist', 'package.json']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const dist = `${join(folder, 'dist')}/`;
  for (const file of codeIn(dist)) {
    const path = join(dist, file);
    const text = readFileSync(path, 'utf8');
    if (DIGEST.test(text)) writeFileSync(path, text.replace(DIGEST, `$1${DIGEST_PLACEHOLDER}`));
  }
  return dist;
}

/** Digest in built code. */
const DIGEST = /(return ")[\da-f]{64}(?=")/;

/** Files of a `dist` that can decide anything in a build: not types, nor copies for `require()`. */
function codeIn(dist: string): readonly string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
    .filter((name) => !/\.d\.ts$|^commonjs\/|\.svg$|\.md$/.test(name));
}

/** Files that have the digest. */
function recordsIn(dist: string): readonly string[] {
  return codeIn(dist).filter((file) => DIGEST.test(readFileSync(join(dist, file), 'utf8')));
}

test('the built package has the digest of its files', () => {
  const dist = unrecorded();
  expect(recordsIn(dist)).toEqual([]);
  recordCode(dist);
  const records = recordsIn(`${ROOT}dist/`);
  expect(records).not.toEqual([]);
  expect(recordsIn(dist)).toEqual(records);
  for (const file of records) {
    expect(readFileSync(join(dist, file), 'utf8')).toBe(
      readFileSync(join(ROOT, 'dist', file), 'utf8'),
    );
  }
});

test('a package without a place for the digest is not built', () => {
  const dist = unrecorded();
  recordCode(dist);
  expect(() => recordCode(dist)).toThrow('has a place for the digest');
});

test('is another after a change of any built file', () => {
  const dist = unrecorded();
  const before = digestOfCode(dist);
  const files = codeIn(dist);
  expect(files).toEqual(expect.arrayContaining(['index.js', 'cli/program.js']));
  expect(files).toContainEqual(expect.stringMatching(/^chunks\/\w/));
  const unnoticed = files.filter((file) => {
    const path = join(dist, file);
    const bytes = readFileSync(path);
    appendFileSync(path, '\n');
    const isSame = digestOfCode(dist) === before;
    writeFileSync(path, bytes);
    return isSame;
  });
  expect(unnoticed).toEqual([]);
  expect(digestOfCode(dist)).toBe(before);
});

test('is another of another version of the package or of svgo', () => {
  const folder = temporaryFolder();
  const write = (name: string, version: string, path = '') =>
    writeTree(folder, { [`${path}package.json`]: JSON.stringify({ name, version }) });
  const fingerprint = () => fingerprintOf('digest', ['svgo'], folder);
  write('iconloom', '1.0.0');
  write('svgo', '4.1.0', 'node_modules/svgo/');
  const before = fingerprint();
  expect(fingerprint()).toBe(before);
  write('svgo', '4.1.1', 'node_modules/svgo/');
  expect(fingerprint()).not.toBe(before);
  write('svgo', '4.1.0', 'node_modules/svgo/');
  expect(fingerprint()).toBe(before);
  write('iconloom', '1.0.1');
  expect(fingerprint()).not.toBe(before);
});

test('the command line of another build does not use the cache', () => {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': '{}', 'icons/box.svg': square(8) });
  const build = (dist: string) =>
    execFileSync(process.execPath, [join(dist, 'cli/bin.js'), 'build'], { cwd, encoding: 'utf8' });
  build(`${ROOT}dist/`);
  const dist = unrecorded();
  appendFileSync(join(dist, 'cli/program.js'), '\n');
  recordCode(dist);
  expect(build(dist)).not.toContain('from cache');
  expect(build(dist)).toContain('all icons from cache');
});

test('a source checkout has the digest of its sources', () => {
  const cwd = temporaryFolder();
  cpSync(join(ROOT, 'src/node/cache/code.ts'), join(cwd, 'code.ts'));
  const before = digestOfCode(cwd);
  appendFileSync(join(cwd, 'code.ts'), '\n');
  expect(digestOfCode(cwd)).not.toBe(before);
  expect(recordedDigest()).toBeUndefined();
  expect(toolFingerprint()).toMatch(/^[\da-f]{64}$/);
});
