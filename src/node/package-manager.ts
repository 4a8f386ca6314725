import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type PackageManagerName = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** Package manager of a project and its commands. */
export interface PackageManager {
  readonly name: PackageManagerName;
  /** True if `prebuild` runs automatically before `build`. */
  readonly runsPreScripts: boolean;
  /** Command that adds a package for development. */
  readonly install: (name: string) => string;
  /** Command that runs a script of package.json. */
  readonly run: (script: string) => string;
  /** Command that runs a program of an installed package. */
  readonly exec: (command: string) => string;
}

const COMMANDS: Readonly<
  Record<PackageManagerName, readonly [install: string, run: string, exec: string]>
> = {
  npm: ['npm install --save-dev', 'npm run', 'npx'],
  pnpm: ['pnpm add --save-dev', 'pnpm', 'pnpm exec'],
  yarn: ['yarn add --dev', 'yarn', 'yarn'],
  bun: ['bun add --dev', 'bun run', 'bunx'],
};

const LOCK_FILES: readonly (readonly [file: string, name: PackageManagerName])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * Finds the package manager of the project around a folder: the field `packageManager`, else the lock
 * file, of the nearest folder that has one; else the one that started this process; else npm.
 */
export function findPackageManager(folder: string): PackageManager {
  const detected = detectIn(folder) ?? fromAgent(process.env.npm_config_user_agent ?? '');
  const { name, version } = detected ?? { name: 'npm', version: '' };
  const [install, run, exec] = COMMANDS[name];
  return {
    name,
    // Yarn dropped them with version 2. Source: its migration guide.
    runsPreScripts: name !== 'yarn' || version.startsWith('1.'),
    install: (packageName) => `${install} ${packageName}`,
    run: (script) => `${run} ${script}`,
    exec: (command) => `${exec} ${command}`,
  };
}

interface DetectedManager {
  readonly name: PackageManagerName;
  /** '' if only the name is known. */
  readonly version: string;
}

function detectIn(folder: string): DetectedManager | undefined {
  const lock = LOCK_FILES.find(([file]) => existsSync(join(folder, file)));
  const detected = fromField(join(folder, 'package.json')) ?? (lock && fromLock(folder, lock[1]));
  if (detected) return detected;
  const above = dirname(folder);
  return above === folder ? undefined : detectIn(above);
}

function fromField(path: string): DetectedManager | undefined {
  try {
    const { packageManager } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof packageManager === 'string'
      ? parseSpecifier(packageManager.split('@'))
      : undefined;
  } catch {
    return undefined;
  }
}

function fromLock(folder: string, name: PackageManagerName): DetectedManager {
  const isClassic = name === 'yarn' && !existsSync(join(folder, '.yarnrc.yml'));
  return { name, version: isClassic ? '1.' : '' };
}

/** `pnpm/9.1.0 npm/? node/v22.1.0 linux x64` */
function fromAgent(agent: string): DetectedManager | undefined {
  return parseSpecifier(agent.split(' ')[0]?.split('/') ?? []);
}

function parseSpecifier([name = '', version = '']: readonly string[]): DetectedManager | undefined {
  return Object.hasOwn(COMMANDS, name) ? { name: name as PackageManagerName, version } : undefined;
}
