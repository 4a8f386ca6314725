import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type IconifyInfo, type IconifySet, iconifyIcon, iconifyNames } from '../core/iconify.ts';
import { suggestion } from '../core/suggest.ts';
import type { IconMeta } from '../core/types.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import { findPackageManager } from '../node/package-manager.ts';
import { findIconifySets, type IconifySetFile } from '../pipeline/expand-iconify.ts';
import { parseAuthor, parseLicense } from './credits.ts';
import type { IconRequest } from './icon-request.ts';
import type { IconOrigin } from './origin.ts';
import { refuse } from './refuse.ts';

const SCOPE = '@iconify-json';
const ALL_SETS = '@iconify/json';

/**
 * Finds an icon of an installed set.
 *
 * @throws {BuildError} when the set is not installed or has no such icon.
 */
export function originFromSet(
  { what, from, icon }: Extract<IconRequest, { kind: 'set' }>,
  cwd: string,
  sets: IconifySets,
): IconOrigin {
  const setFile = findSetFile(from, cwd) ?? refuseMissingSet(what, from, cwd);
  let set: IconifySet;
  try {
    set = sets.read(setFile.path);
  } catch (error) {
    refuse('iconify-unusable', { from, reason: (error as Error).message });
  }
  if (!iconifyIcon(set, icon)) {
    refuse('iconify-unknown', {
      name: icon,
      from,
      suggestion: suggestion(icon, iconifyNames(set)),
    });
  }
  return {
    what,
    path: setFile.path,
    entry: icon,
    file: `${setFile.file}#${icon}`,
    name: icon,
    meta: metaForIcon(set, setFile, `${set.prefix ?? from}:${icon}`),
  };
}

/** Finds a set by the path of its file, by its package, or by its prefix. */
function findSetFile(from: string, cwd: string): IconifySetFile | undefined {
  if (!isPrefix(from)) {
    const sets = findIconifySets(from, cwd);
    return sets.length === 1 ? sets[0] : undefined;
  }
  const [singleSet] = findIconifySets(`${SCOPE}/${from}`, cwd);
  return singleSet ?? findIconifySets(ALL_SETS, cwd).find(({ folder }) => folder === from);
}

function isPrefix(from: string): boolean {
  return /^[\w-]+$/.test(from);
}

function refuseMissingSet(what: string, from: string, cwd: string): never {
  const isFile = /\.json$/.test(from) || /^\.{0,2}[/\\]/.test(from);
  if (isFile || from === ALL_SETS) {
    const found = isFile ? 'of a file that does not exist' : 'of a package with many sets';
    refuse('source-unknown', { what, found, cwd });
  }
  const name = isPrefix(from) ? `${SCOPE}/${from}` : from;
  const command = findPackageManager(cwd).install(name);
  const similar = isPrefix(from) ? suggestion(from, installedSets(cwd)) : '';
  refuse('set-missing', { what, package: name, command, suggestion: similar });
}

/** Prefixes of the sets that are installed as separate packages. */
function installedSets(cwd: string): readonly string[] {
  const searchPaths = createRequire(join(cwd, 'package.json')).resolve.paths(SCOPE) ?? [];
  return searchPaths.flatMap((searchPath) => {
    try {
      const sets = readdirSync(join(searchPath, SCOPE));
      return sets.filter((set) => findIconifySets(`${SCOPE}/${set}`, cwd).length > 0);
    } catch {
      return [];
    }
  });
}

function metaForIcon(set: IconifySet, { path }: IconifySetFile, source: string): IconMeta {
  const info = set.info ?? readSetInfo(path);
  const license = parseLicense(info?.license);
  const author = parseAuthor(info?.author);
  return { source, ...(license && { license }), ...(author && { author }) };
}

/** Reads `info.json`, in which packages with a single set keep license and author. */
function readSetInfo(path: string): IconifyInfo | undefined {
  const file = join(dirname(path), 'info.json');
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
