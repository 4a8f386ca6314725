import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../core/package-file.ts';
import { digestOfCode } from './code.ts';

/** Packages whose code decides what a build finds, writes or reports. */
const PACKAGES = [
  ...['svgo', 'css-tree', '@resvg/resvg-js'],
  ...['svg-sprite', 'fflate', 'fast-glob', 'picomatch', 'saxes'],
];

/** A source checkout runs its sources. */
const IS_BUILT: boolean = import.meta.url.endsWith('.js');

let ours: string | undefined;

/** Fingerprint of this installation. Made once: what a process has loaded does not change. */
export function toolFingerprint(): string {
  ours ??= fingerprintOf(fileURLToPath(packageFile(IS_BUILT ? 'dist/' : 'src/')));
  return ours;
}

/**
 * Stands for everything that decides an output: all of our own code by its bytes, our version, and
 * packages by their versions. The same on every machine.
 *
 * @param root folder of our code, below that of the package
 */
export function fingerprintOf(root: string): string {
  const hash = createHash('sha256').update(digestOfCode(root));
  hash.update(`iconloom@${versionIn(join(root, '..'), 'iconloom')}\n`);
  for (const name of PACKAGES) hash.update(`${name}@${versionOf(name, root)}\n`);
  return hash.digest('hex');
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
  const entry = entryOf(name);
  // Optional packages may not be installed.
  if (entry === undefined) return 'none';
  let folder = dirname(entry);
  while (folder !== dirname(folder)) {
    const version = versionIn(folder, name);
    if (version !== undefined) return version;
    folder = dirname(folder);
  }
  return 'unknown';
}

function entryOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
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
