import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
/** Node 20 has no such cache. */
const HAS_CACHE = 'enableCompileCache' in nodeModule;

/** Prints the version with another cache folder of the user. Returns the folder of compiled code. */
function start(cacheHome: string, env: NodeJS.ProcessEnv = {}): string {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...others } = process.env;
  const output = execFileSync(process.execPath, [BIN, '--version'], {
    encoding: 'utf8',
    env: { ...others, XDG_CACHE_HOME: cacheHome, ...env },
  });
  expect(output).toMatch(/^\d+\.\d+\.\d+/);
  return join(cacheHome, 'iconloom/compiled');
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

test('Node keeps compiled code in the cache folder of the user, if it can', () => {
  const folder = start(temporaryFolder());
  expect(filesIn(folder).length > 0).toBe(HAS_CACHE);
});

test('the variables of Node win', () => {
  expect(filesIn(start(temporaryFolder(), { NODE_DISABLE_COMPILE_CACHE: '1' }))).toEqual([]);
  const other = temporaryFolder();
  expect(filesIn(start(temporaryFolder(), { NODE_COMPILE_CACHE: other }))).toEqual([]);
  expect(filesIn(other).length > 0).toBe(HAS_CACHE);
});

test('a folder to which others can write is not used', () => {
  const home = temporaryFolder();
  const folder = join(home, 'iconloom/compiled');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  expect(filesIn(start(home))).toEqual([]);
});

test('starts without a cache folder', () => {
  const file = fileURLToPath(import.meta.url);
  start(join(file, 'below-a-file'));
});
