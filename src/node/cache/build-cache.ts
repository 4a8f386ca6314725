import { createHash } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/types.ts';
import { writeFileAtomic } from '../files.ts';
import { jobSettingsOf } from '../job-settings.ts';
import { stableStringify, toolFingerprint } from './fingerprint.ts';
import { cacheFolder } from './folder.ts';
import { type IconCache, openIconCache } from './icon-cache.ts';
import { encodeLastBuild, type LastBuild, readLastBuild } from './last-build.ts';
import { type LintCache, openLintCache } from './lint-cache.ts';
import { pruneDaily } from './manage.ts';

/** Results of earlier builds. */
export interface BuildCache {
  readonly last: LastBuild | undefined;
  /** Hash of the configuration and the code: same inputs and context, same outputs. */
  readonly context: string;
  /** Opened on first use. */
  readonly icons: () => IconCache;
  /** Lint measurements; opened on first use. */
  readonly lint: () => LintCache;
  /** Saves new icons and lint measurements. Ignores a cache that cannot be written. */
  readonly saveIcons: () => void;
  /** Saves inputs and results of this build. */
  readonly save: (last: LastBuild) => void;
  /** Marks the last build as still in use. */
  readonly touch: () => void;
}

/** Options that do not change the outputs. */
const IRRELEVANT_OPTIONS = {
  cwd: '',
  configFile: '',
  cache: true,
  threads: 0,
  lint: {},
  deprecations: [],
};

/**
 * Opens the cache for a configuration; `undefined` if it is off, or if options contain functions
 * without a `cacheKey`. The cache does not depend on the location of the project, so that both can be
 * moved to another folder or machine.
 */
export function openBuildCache(config: ResolvedConfig): BuildCache | undefined {
  if (config.cache === false) return undefined;
  const text = stableStringify({ ...config, ...IRRELEVANT_OPTIONS });
  const settings = stableStringify(jobSettingsOf(config));
  if (text === undefined || settings === undefined) return undefined;
  const folder = cacheFolderOf(config);
  const tool = toolFingerprint();
  const lastFile = join(folder, `build-${digest(text).slice(0, 16)}.json`);
  let icons: IconCache | undefined;
  let lint: LintCache | undefined;
  return {
    last: readLastBuild(lastFile),
    context: digest(tool + text),
    icons: () => {
      icons ??= openIconCache(folder, digest(tool + settings));
      return icons;
    },
    lint: () => {
      lint ??= openLintCache(folder, digest(tool));
      return lint;
    },
    saveIcons: () =>
      tryToWrite(() => {
        icons?.flush();
        lint?.flush();
      }),
    save: (last) =>
      tryToWrite(() => {
        writeFileAtomic(lastFile, encodeLastBuild(last));
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
export function cacheFolderOf({ cache, cwd }: Pick<ResolvedConfig, 'cache' | 'cwd'>): string {
  return typeof cache === 'string' ? resolve(cwd, cache) : cacheFolder(cwd);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
