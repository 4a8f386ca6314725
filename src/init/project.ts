import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { findPackageManager, type PackageManager } from '../node/package-manager.ts';

/** Project in a folder, as its files describe it. */
export interface ProjectInfo {
  /** Absolute path. */
  readonly folder: string;
  /** Text of package.json; `undefined` if there is none. */
  readonly packageText: string | undefined;
  /** Names of all dependencies. */
  readonly packages: ReadonlySet<string>;
  /** Value of `iconloom` in package.json. */
  readonly iconloomField: unknown;
  /** Scripts of package.json, by name. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Set if `.js` files are ES modules. */
  readonly isModule: boolean;
  readonly isTypeScript: boolean;
  readonly packageManager: PackageManager;
  /** Tests for a file or folder at a path in the project. */
  readonly has: (path: string) => boolean;
}

/**
 * Reads the files that describe a project.
 *
 * @throws {BuildError} when its package.json cannot be read.
 */
export function readProject(folder: string): ProjectInfo {
  const has = (path: string) => existsSync(join(folder, path));
  const packageText = has('package.json')
    ? readFileSync(join(folder, 'package.json'), 'utf8')
    : undefined;
  const manifest = packageText === undefined ? {} : parsePackage(packageText);
  const packages = new Set(
    [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies].flatMap((each) =>
      Object.keys(each ?? {}),
    ),
  );
  const isTypeScript = packages.has('typescript') || has('tsconfig.json');
  return {
    folder,
    packageText,
    packages,
    isTypeScript,
    has,
    iconloomField: manifest.iconloom ?? undefined,
    scripts: Object.fromEntries(
      Object.entries(manifest.scripts ?? {}).filter(([, script]) => typeof script === 'string'),
    ),
    isModule: manifest.type === 'module',
    packageManager: findPackageManager(folder),
  };
}

interface PackageJson {
  readonly type?: string;
  readonly iconloom?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function parsePackage(text: string): PackageJson {
  const refuseUnreadable = (reason: string): never => {
    throw new BuildError([
      diagnose('config-unreadable', { file: 'package.json', args: { reason } }),
    ]);
  };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return refuseUnreadable((error as Error).message);
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as PackageJson) : refuseUnreadable('it is not an object.');
}

/** First of several paths that exists in a project. */
export function firstExisting(project: ProjectInfo, paths: readonly string[]): string | undefined {
  return paths.find(project.has);
}
