import { readFileSync } from 'node:fs';
import { type IconifySet, iconifyIcon, iconifySvg } from '../core/iconify.ts';

/** Maximum number of sets in memory: some have 10 MB. */
const MAX_SETS = 2;

/** Iconify sets that were read last. One build, or one thread, owns it. */
export class IconifySets {
  readonly #sets = new Map<string, IconifySet>();

  /**
   * Reads an Iconify set.
   *
   * @throws {Error} when the file cannot be read or holds no set.
   */
  read(path: string): IconifySet {
    const cached = this.#sets.get(path);
    if (cached) return cached;
    const set = readIconifySet(path);
    for (const oldest of this.#sets.keys()) {
      if (this.#sets.size < MAX_SETS) break;
      this.#sets.delete(oldest);
    }
    this.#sets.set(path, set);
    return set;
  }

  /** Reads one icon of a set as the bytes of an SVG file. @throws {Error} when there is none. */
  readIcon(path: string, name: string): Buffer {
    const icon = iconifyIcon(this.read(path), name);
    if (!icon) throw new Error(`it has no icon "${name}"`);
    return Buffer.from(iconifySvg(icon));
  }

  /** Drops all sets: a file may have changed. */
  clear(): void {
    this.#sets.clear();
  }
}

/**
 * Reads an Iconify set.
 *
 * @throws {Error} when the file cannot be read or holds no set.
 */
export function readIconifySet(path: string): IconifySet {
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
  return set;
}
