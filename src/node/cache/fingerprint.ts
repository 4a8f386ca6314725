import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Our own folders, and packages, whose code decides what a build writes. */
const FOLDERS = ['core', 'icon', 'sprite', 'emit', 'config', 'node', 'catalog'];
const PACKAGES = [
  ...['svgo', 'css-tree', '@resvg/resvg-js', '@resvg/resvg-wasm', 'pixelmatch'],
  ...['svg-sprite', 'fflate'],
];

/**
 * Stands for all code that decides what becomes of drawings: our own by its bytes, that of packages
 * by their versions. The same on every machine.
 */
export function toolFingerprint(): string {
  const hash = createHash('sha256');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const folder of FOLDERS) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of files.map((each) => each.replaceAll('\\', '/')).sort()) {
      if (!/\.([jt]s|css)$/.test(name) || name.endsWith('.d.ts')) continue;
      hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  for (const name of PACKAGES) hash.update(`${name}@${versionOf(name)}\n`);
  return hash.digest('hex');
}

/** Found beside its entry, since not every package lets its package.json be imported. */
function versionOf(name: string): string {
  let folder = dirname(require.resolve(name));
  while (folder !== dirname(folder)) {
    try {
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (about.name === name) return String(about.version);
    } catch {}
    folder = dirname(folder);
  }
  return 'unknown';
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
