import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Input, ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { displayPath } from './display-path.ts';
import { statsAt } from './files.ts';
import { exportedPath } from './package-exports.ts';
import { realPathOf } from './project-root.ts';

/** Path or glob in a package, parsed from an input. */
interface PackagePath {
  /** `@acme/icons` */
  readonly name: string;
  /** Part without wildcards below the package: `svg` of `svg/*.svg`; '' for the package. */
  readonly path: string;
  /** Part with wildcards: `*.svg`; '' for a path. */
  readonly glob: string;
}

const SPECIFIER = /^((?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*)(?:\/+(.*))?$/;
const WILDCARD = /[*?{}[\]()!]/;
/** File name for testing where exported patterns lead. */
const ANY = 'iconloom-any.svg';

/** Replaces paths in packages by paths relative to the working folder. */
export function withPackagePaths(config: ResolvedConfig): ResolvedConfig {
  const placed = (path: string): string => {
    if (path.startsWith('!')) return `!${placed(path.slice(1))}`;
    return pathInPackage(path, config.cwd) ?? path;
  };
  const input = (each: Input) => (typeof each === 'string' ? placed(each) : each);
  const color = Object.entries(config.color).map(([glob, mode]) => [placed(glob), mode]);
  return {
    ...config,
    inputs: config.inputs.map(input),
    exclude: config.exclude.map(placed),
    color: Object.fromEntries(color),
  };
}

/**
 * Resolves an input in a package, such as `@acme/icons/svg`, to a path relative to `cwd`. `undefined`
 * for other inputs, also if a file or folder has that name, which wins.
 */
export function pathInPackage(input: string, cwd: string): string | undefined {
  const wanted = packagePath(input, cwd);
  if (!wanted) return undefined;
  const folder = packageFolder(wanted.name, cwd);
  const path = folder === undefined ? undefined : exportedIn(folder, wanted.path);
  if (path === undefined) return undefined;
  const shown = displayPath(path, cwd);
  return wanted.glob === '' ? shown : `${shown}/${wanted.glob}`;
}

/** Diagnostic for an input in a package that finds nothing; `undefined` for other inputs. */
export function packageProblem(
  input: string,
  { cwd, configFile }: Pick<ResolvedConfig, 'cwd' | 'configFile'>,
): Diagnostic | undefined {
  const wanted = packagePath(input, cwd);
  if (!wanted) return undefined;
  const { name, path } = wanted;
  const folder = packageFolder(name, cwd);
  if (folder !== undefined) {
    if (exportedIn(folder, path)) return undefined;
    const args = { name, path: path || '.' };
    return diagnose('package-lacks', { file: configFile, args });
  }
  // A missing folder looks like a package without a scope.
  const isPackage = name.startsWith('@') || isAskedFor(name, cwd);
  return isPackage ? diagnose('package-missing', { file: configFile, args: { name } }) : undefined;
}

/** Reads an input as a package and a path in it; `undefined` if it is a path of the project. */
function packagePath(input: string, cwd: string): PackagePath | undefined {
  const [, name, rest = ''] = SPECIFIER.exec(input) ?? [];
  if (name === undefined || name === 'node_modules') return undefined;
  const parts = rest.split('/').filter(Boolean);
  const wildcard = parts.findIndex((part) => WILDCARD.test(part));
  const fixed = wildcard < 0 ? parts : parts.slice(0, wildcard);
  const local = resolve(cwd, name, ...fixed);
  if (fixed.includes('..') || statsAt(local)) return undefined;
  return { name, path: fixed.join('/'), glob: parts.slice(fixed.length).join('/') };
}

/**
 * Finds the folder of an installed package like Node. For a workspace package, the real folder,
 * where people edit it.
 */
function packageFolder(name: string, cwd: string): string | undefined {
  for (let at = cwd; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name);
    if (statsAt(path)?.isDirectory()) {
      const real = realPathOf(path);
      return /[\\/]node_modules[\\/]/.test(real) ? path : real;
    }
    if (at === dirname(at)) return undefined;
  }
}

/** Resolves a path in a package by its exports, else directly; `undefined` if it is neither an SVG nor a folder. */
function exportedIn(folder: string, path: string): string | undefined {
  const { exports } = manifestOf(folder);
  const subpath = path === '' ? '.' : `./${path}`;
  const exact = exportedPath(exports, subpath);
  const pattern = exportedPath(exports, `${subpath}/${ANY}`);
  if (exact === null || pattern === null) return undefined;
  const wanted = [
    exact,
    pattern !== undefined && basename(pattern) === ANY ? dirname(pattern) : undefined,
    path,
  ];
  return wanted
    .flatMap((each) => (each === undefined ? [] : join(folder, each)))
    .find((each) => {
      const stats = statsAt(each);
      return stats?.isDirectory() || (stats?.isFile() && /\.svg$/i.test(each));
    });
}

/** Checks if the nearest package.json depends on a package. */
function isAskedFor(name: string, cwd: string): boolean {
  for (let at = cwd; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) {
      const { dependencies, devDependencies, peerDependencies } = manifestOf(at);
      const asked = [dependencies, devDependencies, peerDependencies];
      return asked.some((each) => typeof each === 'object' && each !== null && name in each);
    }
    if (at === dirname(at)) return false;
  }
}

function manifestOf(folder: string): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? { ...manifest } : {};
  } catch {
    return {};
  }
}
