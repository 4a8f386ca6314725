import { dirname, join, relative, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import globParent from 'glob-parent';
import picomatch from 'picomatch';
import type { ResolvedConfig } from '../config/types.ts';
import { kebabCase, nameFromPath } from '../core/names.ts';
import { windowsNameProblem } from '../core/reserved-names.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import type { SourceFile } from '../pipeline/collect-sources.ts';
import { refuse } from './refuse.ts';

/** New name of an icon, and the new path of its source file. */
export interface NewLocation {
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
}

/**
 * Resolves the new path of a renamed icon. `nav/menu` includes a folder. A name without a folder
 * stays in those folders that it begins with, since they are part of the name.
 *
 * @throws {BuildError} when the name is invalid, or no input includes the new path.
 */
export function resolveNewLocation(
  sourceFile: SourceFile,
  to: string,
  config: ResolvedConfig,
): NewLocation {
  const what = `'${sourceFile.name}' cannot be renamed to '${to}'`;
  const parts = to
    .replace(/\.svg$/i, '')
    .split('/')
    .map(kebabCase);
  if (parts.includes('')) {
    refuse(
      what,
      'a name, or a part of it, has no letter or digit',
      'Choose a name such as nav/menu.',
    );
  }
  const reason = windowsNameProblem(parts.join('/'));
  if (reason !== undefined) refuse(what, reason, 'Choose another name.');
  const root = findInputRoot(sourceFile, config);
  const name = parts.join('-');
  const pathParts = parts.length > 1 ? parts : pathInFolders(sourceFile, root, name);
  const fileNameReason = windowsNameProblem(pathParts.at(-1) ?? '');
  if (fileNameReason !== undefined) refuse(what, fileNameReason, 'Choose another name.');
  const path = join(root, ...pathParts.slice(0, -1), `${pathParts.at(-1)}.svg`);
  if (!isInput(path, config)) {
    const file = displayPath(path, config.cwd);
    const reason = `its file would be ${file}, which is not among the inputs`;
    refuse(what, reason, 'Choose another name, or widen inputs and exclude in the configuration.', {
      file: config.configFile,
    });
  }
  return { name, path };
}

/** Path in the input root, with the folders that the name begins with. */
function pathInFolders(sourceFile: SourceFile, root: string, name: string): readonly string[] {
  const folders = relative(root, dirname(sourceFile.path)).split(sep).filter(Boolean);
  for (let depth = folders.length; depth > 0; depth--) {
    const prefix = `${kebabCase(folders.slice(0, depth).join('/'))}-`;
    if (name.startsWith(prefix) && name.length > prefix.length) {
      return [...folders.slice(0, depth), name.slice(prefix.length)];
    }
  }
  return [name];
}

/** Input folder that the name of an icon is relative to, absolute. */
function findInputRoot(sourceFile: SourceFile, config: ResolvedConfig): string {
  const roots = config.inputs.flatMap((input) => {
    if (typeof input !== 'string' || input.startsWith('!')) return [];
    const path = resolve(config.cwd, input);
    const stats = tryStat(path);
    if (stats?.isDirectory()) return [path];
    return stats?.isFile() ? [dirname(path)] : [resolve(config.cwd, globParent(input))];
  });
  const isRoot = (root: string) => {
    const pathParts = relative(root, sourceFile.path);
    return (
      !pathParts.startsWith('..') &&
      nameFromPath(pathParts.replaceAll('\\', '/')) === sourceFile.name
    );
  };
  return roots.find(isRoot) ?? dirname(sourceFile.path);
}

/** Tests whether the inputs include a path. */
function isInput(path: string, { inputs, exclude, cwd }: ResolvedConfig): boolean {
  const file = displayPath(path, cwd);
  const matches = (glob: string) => picomatch(glob.replace(/^(\.\/)+/, ''), { nocase: true })(file);
  const texts = inputs.filter((input) => typeof input === 'string');
  const excluded = [
    ...exclude,
    ...texts.filter((each) => each[0] === '!').map((each) => each.slice(1)),
  ];
  if (excluded.some(matches)) return false;
  return texts.some((input) => {
    if (input.startsWith('!')) return false;
    const target = resolve(cwd, input);
    const stats = tryStat(target);
    if (stats?.isDirectory()) return path.startsWith(target.endsWith(sep) ? target : target + sep);
    if (stats?.isFile()) return target === path;
    return fastGlob.isDynamicPattern(input) && matches(input);
  });
}
