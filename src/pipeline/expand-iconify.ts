import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import type { IconifyInput } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import {
  type IconifyAlias,
  type IconifySet,
  iconifyIcon,
  iconifyNames,
  MAX_ALIAS_DEPTH,
} from '../core/iconify.ts';
import { byCodeUnit } from '../core/names.ts';
import { suggestion } from '../core/suggest.ts';
import type { Result } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { readIconifyCategories } from '../node/iconify-categories.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import type { InputFile } from './expand-inputs.ts';

/** JSON file of an Iconify set. */
export interface IconifySetFile {
  /** Absolute path. */
  readonly path: string;
  /** Displayed path: the same wherever the package is installed. */
  readonly file: string;
  /** Prefix for the names of its icons if a package has many sets. */
  readonly folder: string;
}

/** Resolves an Iconify input to its icons: the named ones, else all that are not hidden. */
export function expandIconify(
  input: IconifyInput,
  { cwd, configFile }: { readonly cwd: string; readonly configFile: string },
  sets: IconifySets,
): Result<readonly InputFile[]> {
  const unusable = (reason: string): Result<readonly InputFile[]> => {
    const args = { from: input.from, reason };
    return { value: [], diagnostics: [diagnose('iconify-unusable', { file: configFile, args })] };
  };
  const setFiles = findIconifySets(input.from, cwd);
  if (setFiles.length === 0) return unusable('it is not installed, or has no icons.json');
  const files: InputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const missing = new Set(input.icons);
  let knownNames: readonly string[] = [];
  for (const each of setFiles) {
    let set: IconifySet;
    try {
      set = sets.read(each.path);
    } catch (error) {
      return unusable((error as Error).message);
    }
    knownNames = iconifyNames(set);
    const folder = [input.folder ?? '', each.folder].filter(Boolean).join('/');
    const names = input.icons?.filter((name) => iconifyIcon(set, name)) ?? visibleNames(set);
    const categories = readIconifyCategories(each.path, set);
    const aliases = input.icons ? new Map<string, string[]>() : plainAliases(set);
    for (const entry of names) {
      missing.delete(entry);
      const pathInInput = folder === '' ? entry : `${folder}/${entry}`;
      const aliasNames = aliases
        .get(entry)
        ?.map((alias) => [folder, alias].filter(Boolean).join('-'));
      const category = categories.get(entry);
      const meta = {
        ...(aliasNames && { aliases: aliasNames }),
        ...(category !== undefined && { category }),
      };
      files.push({ path: each.path, file: `${each.file}#${entry}`, pathInInput, entry, meta });
    }
  }
  for (const name of missing) {
    const args = { name, from: input.from, suggestion: suggestion(name, knownNames) };
    diagnostics.push(diagnose('iconify-unknown', { file: configFile, args }));
  }
  return { value: files, diagnostics };
}

/** Finds the JSON files of a path, of a package with one set, or of the package with all sets. */
export function findIconifySets(from: string, cwd: string): readonly IconifySetFile[] {
  if (from.endsWith('.json') || /^\.{1,2}\//.test(from) || isAbsolute(from)) {
    const path = resolve(cwd, from);
    return existsSync(path) ? [{ path, file: displayPath(path, cwd), folder: '' }] : [];
  }
  const root = packageFolder(from, cwd);
  if (root === undefined) return [];
  const single = join(root, 'icons.json');
  if (existsSync(single)) return [{ path: single, file: `${from}/icons.json`, folder: '' }];
  const setsFolder = join(root, 'json');
  if (!existsSync(setsFolder)) return [];
  return readdirSync(setsFolder)
    .filter((name) => name.endsWith('.json'))
    .sort(byCodeUnit)
    .map((name) => ({
      path: join(setsFolder, name),
      file: `${from}/json/${name}`,
      folder: name.slice(0, -'.json'.length),
    }));
}

/** Finds the folder of an installed package. Does not resolve an entry: not every icon package has one. */
function packageFolder(name: string, cwd: string): string | undefined {
  const searchPaths = createRequire(join(cwd, 'package.json')).resolve.paths(name) ?? [];
  return searchPaths.map((searchPath) => join(searchPath, name)).find((path) => existsSync(path));
}

/** Names of visible icons, and of aliases that transform their parent. */
function visibleNames(set: IconifySet): string[] {
  const transformed = Object.entries(set.aliases ?? {}).filter(([, alias]) => isTransformed(alias));
  const names = [...Object.keys(set.icons), ...transformed.map(([name]) => name)];
  return names.filter((name) => iconifyIcon(set, name)?.hidden === false);
}

function isTransformed({ parent: _, ...alias }: IconifyAlias): boolean {
  return Object.keys(alias).some((key) => key !== 'hidden');
}

/** Aliases that do not transform their parent, by the icon that they resolve to. */
function plainAliases(set: IconifySet): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, alias] of Object.entries(set.aliases ?? {})) {
    if (isTransformed(alias) || iconifyIcon(set, name)?.hidden !== false) continue;
    const target = resolveAlias(set, alias);
    if (target !== undefined) names.set(target, [...(names.get(target) ?? []), name]);
  }
  return names;
}

/** Icon at the end of a chain of plain aliases. */
function resolveAlias(set: IconifySet, { parent }: IconifyAlias, depth = 0): string | undefined {
  const { icons, aliases = {} } = set;
  const isAlias = !Object.hasOwn(icons, parent) && Object.hasOwn(aliases, parent);
  const alias = isAlias ? aliases[parent] : undefined;
  if (!alias || isTransformed(alias)) return parent;
  return depth >= MAX_ALIAS_DEPTH ? undefined : resolveAlias(set, alias, depth + 1);
}
