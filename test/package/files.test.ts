import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Upper limit for the number of files; npm unpacks each on every install. */
const MAX_FILES = 250;

const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  }),
) as [{ files: readonly { readonly path: string }[] }];
const paths = files.map((file) => file.path);

it(`has at most ${MAX_FILES} files`, () => {
  expect(paths.length).toBeLessThanOrEqual(MAX_FILES);
});

it('has every file that the README links to', () => {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8');
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path]) => path);
  expect(links).not.toEqual([]);
  expect(links.filter((path) => !paths.includes(path ?? ''))).toEqual([]);
});

it('has the file of every export, and of every type', () => {
  const { exports, typesVersions } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const named = [...JSON.stringify([exports, typesVersions]).matchAll(/"\.\/([^"*]+\.\w+)"/g)]
    .map(([, path]) => path as string)
    // Keys of exports look like files too.
    .filter((path) => !(`./${path}` in exports) || existsSync(`${ROOT}${path}`));
  expect(named.filter((path) => !paths.includes(path))).toEqual([]);
});

it('leaves nothing of an earlier build behind', () => {
  expect(paths.filter((path) => /tsbuildinfo|\.map$|architecture|contributing/.test(path))).toEqual(
    [],
  );
});

it('has the license of every bundled package', () => {
  const licenses = readFileSync(`${ROOT}dist/licenses.md`, 'utf8');
  const names = [...licenses.matchAll(/^## (\S+) [\d.]+$/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['commander', 'fast-glob', 'fflate', 'valibot']));
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  expect(names.filter((name) => Object.hasOwn(dependencies, name as string))).toEqual([]);
});
