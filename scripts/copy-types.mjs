// Copies the types that the entries of the package import into dist. Users cannot import any others,
// which would be two thirds of the files in the tarball.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
const compiled = join(root, 'node_modules/.cache/iconloom/types');

/** Folders and files with types from other build steps. */
const OTHERS = /^(runtime\/|commonjs\/|icons\.d\.ts$)/;
const TYPES = /\.d\.(ts|cts)$/;

function* typesIn(conditions) {
  for (const [condition, value] of Object.entries(conditions)) {
    if (typeof value === 'object') yield* typesIn(value);
    else if (condition === 'types') yield value;
  }
}

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.values(exports).flatMap((entry) =>
  typeof entry === 'object' ? [...typesIn(entry)] : [],
);
const reached = new Set();
const queue = entries
  .map((entry) => relative(dist, join(root, entry)).replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('..') && !OTHERS.test(file));
for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
  if (reached.has(file)) continue;
  reached.add(file);
  const text = readFileSync(join(compiled, file), 'utf8');
  for (const [, source] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)) {
    const path = resolve(dist, dirname(file), source).replace(/(\.d)?\.(ts|js)$/, '.d.ts');
    const imported = relative(dist, path).replaceAll('\\', '/');
    if (!OTHERS.test(imported)) queue.push(imported);
  }
}

const before = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [];
for (const path of before.map((each) => each.replaceAll('\\', '/'))) {
  if (TYPES.test(path) && !OTHERS.test(path) && !reached.has(path)) rmSync(join(dist, path));
}
for (const file of reached) cpSync(join(compiled, file), join(dist, file));
