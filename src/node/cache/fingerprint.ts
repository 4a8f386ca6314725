import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../core/package-file.ts';
import { digestOfCode, recordedDigest } from './code.ts';

/** Packages whose code decides what a build finds, writes or reports. */
const PACKAGES: readonly string[] = ['svgo', 'css-tree', '@resvg/resvg-js', 'svg-sprite', 'saxes'];
/** Packages that are part of the built code. A source checkout loads them from `node_modules`. */
const BUNDLED_PACKAGES: readonly string[] = ['fflate', 'fast-glob', 'picomatch'];

let cachedFingerprint: string | undefined;

/** Fingerprint of this installation. Computed once: loaded code does not change. */
export function toolFingerprint(): string {
  cachedFingerprint ??= installedFingerprint();
  return cachedFingerprint;
}

function installedFingerprint(): string {
  const folder = fileURLToPath(packageFile('.'));
  const digest = recordedDigest();
  return digest === undefined
    ? fingerprintOf(digestOfCode(join(folder, 'src')), [...PACKAGES, ...BUNDLED_PACKAGES], folder)
    : fingerprintOf(digest, PACKAGES, folder);
}

/**
 * Hash of everything that decides an output: the bytes of our own code, our version, and the versions
 * of packages. The same on every machine.
 *
 * @param digest digest of our code
 * @param folder folder of our package
 */
export function fingerprintOf(digest: string, packages: readonly string[], folder: string): string {
  const hash = createHash('sha256').update(digest);
  hash.update(`iconloom@${versionIn(folder, 'iconloom')}\n`);
  for (const name of packages) hash.update(`${name}@${versionOf(name, folder)}\n`);
  return hash.digest('hex');
}

/** Version of a package. Searches folders like Node, whose own resolution takes longer than all else here. */
function versionOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const version = versionIn(join(folder, 'node_modules', name), name);
    if (version !== undefined) return version;
    if (folder === dirname(folder)) return versionBesideEntry(name);
  }
}

/** Version of a package outside of node_modules, as with Plug'n'Play. Not every package exports its package.json. */
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
    const packageJson = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return packageJson.name === name ? String(packageJson.version) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serializes a value, equal values to equal text; `undefined` if it contains something without text,
 * such as a function. The functions of an object with a `cacheKey` are represented by the key.
 */
export function stableStringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(toSerializable(value));
  } catch {
    return undefined;
  }
}

function toSerializable(value: unknown, hasCacheKey = false): unknown {
  if (value instanceof RegExp) return { regexp: String(value) };
  if (Array.isArray(value)) return value.map((item) => toSerializable(item));
  if (typeof value === 'function' && hasCacheKey) return undefined;
  if (typeof value === 'object' && value !== null) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw new TypeError();
    const hasKey = 'cacheKey' in value && typeof value.cacheKey === 'string';
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([key, item]) => [key, toSerializable(item, hasKey)]);
  }
  if (/^(function|symbol|bigint)$/.test(typeof value)) throw new TypeError();
  return Object.is(value, -0) ? 0 : value;
}
