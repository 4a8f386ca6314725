import { readFileSync } from 'node:fs';
import { type IconifySet, iconifyIcon, iconifySvg } from '../core/iconify.ts';

/** Maximum number of sets in memory: some have 10 MB. */
const MAX_SETS = 2;
const sets = new Map<string, IconifySet>();

/**
 * Reads an Iconify set.
 *
 * @throws {Error} when the file cannot be read or holds no set.
 */
export function readIconifySet(path: string): IconifySet {
  const cached = sets.get(path);
  if (cached) return cached;
  const set: IconifySet = JSON.parse(readFileSync(path, 'utf8'));
  const { icons, aliases = {} } = set ?? {};
  // Other packages have an icons.json, too.
  const isSet =
    typeof icons === 'object' &&
    icons !== null &&
    Object.values(icons).every((icon) => typeof icon?.body === 'string');
  if (!isSet) throw new Error('it has no "icons", so it is not an Iconify set');
  const isLinked =
    typeof aliases === 'object' &&
    aliases !== null &&
    Object.values(aliases).every((alias) => typeof alias?.parent === 'string');
  if (!isLinked) throw new Error('one of its "aliases" has no "parent"');
  for (const oldest of sets.keys()) {
    if (sets.size < MAX_SETS) break;
    sets.delete(oldest);
  }
  sets.set(path, set);
  return set;
}

/** Drops all sets from memory: a file may have changed. */
export function clearIconifySets(): void {
  sets.clear();
}

/** Reads one icon of a set as the bytes of an SVG file. @throws {Error} when there is none. */
export function readIconifyIcon(path: string, name: string): Buffer {
  const icon = iconifyIcon(readIconifySet(path), name);
  if (!icon) throw new Error(`it has no icon "${name}"`);
  return Buffer.from(iconifySvg(icon));
}
