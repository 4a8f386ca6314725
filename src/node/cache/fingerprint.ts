import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Our own folders, and packages, whose code decides what a build writes. */
const FOLDERS = ['core', 'icon', 'sprite', 'emit', 'config', 'node', 'catalog'];
const PACKAGES = [
  ...['svgo', 'css-tree', '@resvg/resvg-js', '@resvg/resvg-wasm', 'pixelmatch'],
  ...['svg-sprite', 'fflate'],
];

/**
 * Stands for all code that decides what becomes of drawings: our own by its bytes, that of packages
 * by their versions. The same on every machine.
 *
 * @param more further folders of our own
 */
export function toolFingerprint(more: readonly string[] = []): string {
  const hash = createHash('sha256');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const folder of [...FOLDERS, ...more]) {
    for (const name of filesBelow(join(root, folder)).sort()) {
      if (!/\.([jt]s|css)$/.test(name) || name.endsWith('.d.ts')) continue;
      hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  for (const name of PACKAGES) hash.update(`${name}@${versionOf(name, root)}\n`);
  return hash.digest('hex');
}

/** Names of all files in a folder, with forward slashes. Node's own way takes twenty times as long. */
function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    return entry.isDirectory() ? filesBelow(folder, `${name}/`) : [name];
  });
}

/** Looked for where Node would, since to let Node resolve a package takes longer than all else here. */
function versionOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const version = versionIn(join(folder, 'node_modules', name), name);
    if (version !== undefined) return version;
    if (folder === dirname(folder)) return versionBesideEntry(name);
  }
}

/** Where packages are in no folder, as with Plug'n'Play; not every package lets its package.json be resolved. */
function versionBesideEntry(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (folder !== dirname(folder)) {
    const version = versionIn(folder, name);
    if (version !== undefined) return version;
    folder = dirname(folder);
  }
  return 'unknown';
}

function versionIn(folder: string, name: string): string | undefined {
  try {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return about.name === name ? String(about.version) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A value as text, the same for equal values; `undefined` where it holds what has no text, such as
 * a function. An object with a `cacheKey` vouches for its functions: the key stands for them.
 */
export function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(asPlain(value));
  } catch {
    return undefined;
  }
}

function asPlain(value: unknown, vouched = false): unknown {
  if (value instanceof RegExp) return { regexp: String(value) };
  if (Array.isArray(value)) return value.map((item) => asPlain(item));
  if (typeof value === 'function' && vouched) return undefined;
  if (typeof value === 'object' && value !== null) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw new TypeError();
    const hasKey = 'cacheKey' in value && typeof value.cacheKey === 'string';
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([key, item]) => [key, asPlain(item, hasKey)]);
  }
  if (/^(function|symbol|bigint)$/.test(typeof value)) throw new TypeError();
  return Object.is(value, -0) ? 0 : value;
}
