import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Input, ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { displayPath } from './display-path.ts';
import { tryStat } from './files.ts';
import { exportedPath } from './package-exports.ts';
import { realPathOrSelf } from './project-root.ts';

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
const PROBE_FILE = 'iconloom-any.svg';

/** Replaces paths in packages by paths relative to the working folder. */
export function withPackagePaths(config: ResolvedConfig): ResolvedConfig {
  const resolvePackagePath = (path: string): string => {
    if (path.startsWith('!')) return `!${resolvePackagePath(path.slice(1))}`;
    return pathInPackage(path, config.cwd) ?? path;
  };
  const input = (each: Input) => (typeof each === 'string' ? resolvePackagePath(each) : each);
  const color = Object.entries(config.color).map(([glob, mode]) => [
    resolvePackagePath(glob),
    mode,
  ]);
  return {
    ...config,
    inputs: config.inputs.map(input),
    exclude: config.exclude.map(resolvePackagePath),
    color: Object.fromEntries(color),
  };
}

/**
 * Resolves an input in a package, such as `@acme/icons/svg`, to a path relative to `cwd`. `undefined`
 * for other inputs, also if a file or folder has that name, which wins.
 */
export function pathInPackage(input: string, cwd: string): string | undefined {
  const specifier = packagePath(input, cwd);
  if (!specifier) return undefined;
  const folder = packageFolder(specifier.name, cwd);
  const path = folder === undefined ? undefined : resolveExport(folder, specifier.path);
  if (path === undefined) return undefined;
  const relativePath = displayPath(path, cwd);
  return specifier.glob === '' ? relativePath : `${relativePath}/${specifier.glob}`;
}

/** Diagnostic for an input in a package that finds nothing; `undefined` for other inputs. */
export function packageProblem(
  input: string,
  { cwd, configFile }: Pick<ResolvedConfig, 'cwd' | 'configFile'>,
): Diagnostic | undefined {
  const specifier = packagePath(input, cwd);
  if (!specifier) return undefined;
  const { name, path } = specifier;
  const folder = packageFolder(name, cwd);
  if (folder !== undefined) {
    if (resolveExport(folder, path)) return undefined;
    const args = { name, path: path || '.' };
    return diagnose('package-lacks', { file: configFile, args });
  }
  // A missing folder looks like a package without a scope.
  const isPackage = name.startsWith('@') || isDependency(name, cwd);
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
  if (fixed.includes('..') || tryStat(local)) return undefined;
  return { name, path: fixed.join('/'), glob: parts.slice(fixed.length).join('/') };
}

/**
 * Finds the folder of an installed package like Node. For a workspace package, the real folder,
 * where people edit it.
 */
function packageFolder(name: string, cwd: string): string | undefined {
  for (let dir = cwd; ; dir = dirname(dir)) {
    const path = join(dir, 'node_modules', name);
    if (tryStat(path)?.isDirectory()) {
      const real = realPathOrSelf(path);
      return /[\\/]node_modules[\\/]/.test(real) ? path : real;
    }
    if (dir === dirname(dir)) return undefined;
  }
}

/** Resolves a path in a package by its exports, else directly; `undefined` if it is neither an SVG nor a folder. */
function resolveExport(folder: string, path: string): string | undefined {
  const { exports } = readPackageJson(folder);
  const subpath = path === '' ? '.' : `./${path}`;
  const exact = exportedPath(exports, subpath);
  const pattern = exportedPath(exports, `${subpath}/${PROBE_FILE}`);
  if (exact === null || pattern === null) return undefined;
  const candidates = [
    exact,
    pattern !== undefined && basename(pattern) === PROBE_FILE ? dirname(pattern) : undefined,
    path,
  ];
  return candidates
    .flatMap((each) => (each === undefined ? [] : join(folder, each)))
    .find((each) => {
      const stats = tryStat(each);
      return stats?.isDirectory() || (stats?.isFile() && /\.svg$/i.test(each));
    });
}

/** Checks if the nearest package.json depends on a package. */
function isDependency(name: string, cwd: string): boolean {
  for (let dir = cwd; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json'))) {
      const { dependencies, devDependencies, peerDependencies } = readPackageJson(dir);
      const dependencyFields = [dependencies, devDependencies, peerDependencies];
      return dependencyFields.some(
        (each) => typeof each === 'object' && each !== null && name in each,
      );
    }
    if (dir === dirname(dir)) return false;
  }
}

function readPackageJson(folder: string): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? { ...manifest } : {};
  } catch {
    return {};
  }
}
