import { createHash } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/types.ts';
import { writeWhole } from '../files.ts';
import { settingsOf } from '../settings.ts';
import { textOf, toolFingerprint } from './fingerprint.ts';
import { cacheFolder } from './folder.ts';
import { type IconCache, openIconCache } from './icons.ts';
import { type LastBuild, readLast, writtenBuild } from './last.ts';
import { type LookCache, openLookCache } from './looks.ts';
import { pruneDaily } from './manage.ts';

/** Results of earlier builds. */
export interface BuildCache {
  readonly last: LastBuild | undefined;
  /** Hash of the configuration and the code: same inputs and context, same outputs. */
  readonly context: string;
  /** Opened on first use. */
  readonly icons: () => IconCache;
  /** Lint measurements; opened on first use. */
  readonly looks: () => LookCache;
  /** Saves new icons and lint measurements. Ignores a cache that cannot be written. */
  readonly keepIcons: () => void;
  /** Saves inputs and results of this build. */
  readonly keep: (last: LastBuild) => void;
  /** Marks the last build as still in use. */
  readonly touch: () => void;
}

/** Options that do not change the outputs. */
const BESIDE = { cwd: '', configFile: '', cache: true, threads: 0, check: {} };

/**
 * Opens the cache for a configuration; `undefined` if it is off, or if options contain functions
 * without a `cacheKey`. The cache does not depend on the location of the project, so that both can be
 * moved to another folder or machine.
 */
export function openBuildCache(config: ResolvedConfig): BuildCache | undefined {
  if (config.cache === false) return undefined;
  const text = textOf({ ...config, ...BESIDE });
  const settings = textOf(settingsOf(config));
  if (text === undefined || settings === undefined) return undefined;
  const folder = folderOf(config);
  const tool = toolFingerprint();
  const lastFile = join(folder, `build-${digest(text).slice(0, 16)}.json`);
  let icons: IconCache | undefined;
  let looks: LookCache | undefined;
  return {
    last: readLast(lastFile),
    context: digest(tool + text),
    icons: () => {
      icons ??= openIconCache(folder, digest(tool + settings));
      return icons;
    },
    looks: () => {
      looks ??= openLookCache(folder, digest(tool));
      return looks;
    },
    keepIcons: () =>
      tryToWrite(() => {
        icons?.flush();
        looks?.flush();
      }),
    keep: (last) =>
      tryToWrite(() => {
        writeWhole(lastFile, writtenBuild(last));
        pruneDaily(folder, Date.now());
      }),
    touch: () => tryToWrite(() => utimesSync(lastFile, new Date(), new Date())),
  };
}

function tryToWrite(write: () => void): void {
  try {
    write();
  } catch (error) {
    // An error without a code is not a system error.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

/** Cache folder: as configured, else the default one of the project. */
export function folderOf({ cache, cwd }: Pick<ResolvedConfig, 'cache' | 'cwd'>): string {
  return typeof cache === 'string' ? resolve(cwd, cache) : cacheFolder(cwd);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
