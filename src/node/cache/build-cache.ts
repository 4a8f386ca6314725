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

/** What earlier builds left for this one. */
export interface BuildCache {
  readonly last: LastBuild | undefined;
  /** Stands for the configuration and the code: same inputs and same context, same outputs. */
  readonly context: string;
  /** Opened when it is first asked for. */
  readonly icons: () => IconCache;
  /** What was measured of pictures; opened when it is first asked for. */
  readonly looks: () => LookCache;
  /** Keeps the icons that were made, and what was measured of them. A cache that cannot be written is as good as none. */
  readonly keepIcons: () => void;
  /** Keeps what this build saw and made. */
  readonly keep: (last: LastBuild) => void;
  /** Says that the last build is still of use. */
  readonly touch: () => void;
}

/** Options that do not change what is made of the icons. */
const BESIDE = { cwd: '', configFile: '', cache: true, threads: 0, check: {} };

/**
 * Opens the cache for a configuration; `undefined` where it is off, or where options hold functions
 * that no `cacheKey` stands for. Nothing in it depends on where the project stands, so that it can
 * be moved to another folder or machine with it.
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
    // Whatever has no code is no error of the system.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

/** The cache's folder: as configured, else where tools of the project have theirs. */
export function folderOf({ cache, cwd }: Pick<ResolvedConfig, 'cache' | 'cwd'>): string {
  return typeof cache === 'string' ? resolve(cwd, cache) : cacheFolder(cwd);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
