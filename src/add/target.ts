import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import globParent from 'glob-parent';
import type { ResolvedConfig } from '../config/types.ts';
import { kebabCase, nameFromPath } from '../core/names.ts';
import { windowsNameProblem } from '../core/reserved-names.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import { META_ENDING } from '../node/metadata.ts';
import type { IconOrigin } from './origin.ts';
import { refuse } from './refuse.ts';

/** Files that an added icon is written to. */
export interface AddTarget {
  /** Name that the build gives the icon if its folder is an input. */
  readonly name: string;
  /** Absolute paths. */
  readonly svg: string;
  readonly meta: string;
}

/**
 * Finds the folder that icons are added to, absolute: the first input that is a folder, or the
 * static part of a glob.
 *
 * @throws {BuildError} when no input is in folders.
 */
export function iconsFolder({ inputs, cwd, configFile }: ResolvedConfig): string {
  for (const input of inputs) {
    if (typeof input !== 'string' || input.startsWith('!')) continue;
    const path = resolve(cwd, input);
    // Files in an installed package are lost when the package is updated.
    if (/[\\/]node_modules[\\/]/.test(path)) continue;
    if (tryStat(path)?.isDirectory()) return path;
    const isGlob = /[*?{}[\]()!]/.test(input);
    if (isGlob) return resolve(cwd, globParent(input));
    if (!/\.svg$/i.test(input)) return path;
  }
  return refuse('no-icons-folder', {}, configFile);
}

/**
 * Resolves the files of an icon.
 *
 * @param requestedName requested name, which may begin with folders: `nav/menu`
 * @throws {BuildError} when a part of the name has no letter or digit, or Windows reserves it.
 */
export function resolveTarget(
  { what, name }: IconOrigin,
  folder: string,
  requestedName: string | undefined,
): AddTarget {
  const parts = (requestedName ?? name)
    .replace(/\.svg$/i, '')
    .split('/')
    .map(kebabCase);
  if (parts.includes('')) refuse('name-empty', { found: '' }, requestedName ?? what);
  const reason = windowsNameProblem(parts.join('/'));
  if (reason !== undefined) {
    refuse('name-reserved', { name: parts.at(-1) ?? '', reason }, requestedName ?? what);
  }
  const path = join(folder, ...parts);
  return { name: parts.join('-'), svg: `${path}.svg`, meta: `${path}${META_ENDING}` };
}

/**
 * Refuses to overwrite an icon.
 *
 * @param force whether files with the same names may be replaced
 * @throws {BuildError} when an icon with that name exists.
 */
export function refuseExisting({ name, svg, meta }: AddTarget, cwd: string, force: boolean): void {
  const refuseConflict = (path: string, fix: string) =>
    refuse('target-exists', { name, fix }, displayPath(path, cwd));
  const folder = dirname(svg);
  const iconName = nameFromPath(basename(svg));
  const conflicting = listFolder(folder).find(
    (file) => /\.svg$/i.test(file) && file !== basename(svg) && nameFromPath(file) === iconName,
  );
  if (conflicting !== undefined) {
    refuseConflict(
      join(folder, conflicting),
      'Choose another name with --name, or delete that file first.',
    );
  }
  const existing = [svg, meta].find((path) => tryStat(path) !== undefined);
  if (existing !== undefined && !force) {
    refuseConflict(existing, 'Choose another name with --name, or replace it with --force.');
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
