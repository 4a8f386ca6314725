import picomatch from 'picomatch';
import type { ResolvedConfig } from '../config/types.ts';
import { titleFromName } from '../core/names.ts';
import { furtherIds, isLinkable } from '../core/symbol-ids.ts';
import type { Checked, ColorMode, Icon } from '../core/types.ts';
import { titleIn } from '../core/unnamed.ts';
import { problemOfIcon } from '../icon/check-icon.ts';
import type { IconCache } from './cache/icons.ts';
import type { Seen } from './cache/last.ts';
import type { Found } from './gather.ts';
import { openPool, type Pool } from './pool.ts';
import { settingsOf } from './settings.ts';
import type { OnTiming } from './timing.ts';
import type { Job, Worked, WorkedIcon } from './work.ts';

/** Options of {@link makeIcons}. */
export interface MakeOptions {
  readonly config: ResolvedConfig;
  readonly pool: Pool;
  /** Cache of finished icons. */
  readonly cache: IconCache | undefined;
  /** File stats and hashes by path relative to the working folder. */
  readonly seen: ReadonlyMap<string, Seen>;
  /** Results of earlier builds in this process, by path; new ones are added. */
  readonly recent?: Map<string, Recent>;
  /** Number of source files that come after these. Default: 0. */
  readonly after?: number;
  /** Called after each icon that had to be processed. */
  readonly onProgress?: ((done: number, total: number, file: string) => void) | undefined;
}

/** Source file and the result of processing it. */
export interface Recent {
  readonly found: Found;
  readonly worked: Worked;
  /** Missing if the source file has errors. */
  readonly icon?: Icon;
}

/** Icons in the order of their source files. */
export interface Made extends Checked<readonly Icon[]> {
  /** Number of icons that were processed; the rest came from caches. */
  readonly worked: number;
}

/** Makes icons from source files. Those with errors are left out and reported. */
export async function makeIcons(
  drawings: readonly Found[],
  { config, pool, cache, seen, recent, after = 0, onProgress }: MakeOptions,
): Promise<Made> {
  const jobOf = jobsFor(config);
  const results = drawings.map(recall);
  const missing = [...results.keys()].filter((index) => !results[index]);
  const jobs = missing.map((index) => {
    const found = drawings[index] as Found;
    return { ...jobOf(found), size: seen.get(found.file)?.[0] };
  });
  // Assumes the same cache hit rate for the files that follow.
  const toFollow = Math.round((after * jobs.length) / Math.max(drawings.length, 1));
  let done = 0;
  const take = (index: number, worked: Worked) => {
    const [job, at] = [jobs[index] as Job, missing[index] as number];
    const found = drawings[at] as Found;
    results[at] = finish(found, worked);
    cache?.put(cache.keyOf(job, worked.hash), worked);
    done += 1;
    onProgress?.(done, jobs.length, found.file);
  };
  await pool.work(jobs, take, toFollow);

  function recall(found: Found): Recent | undefined {
    const hash = seen.get(found.file)?.[4];
    if (!hash) return undefined;
    const last = recent?.get(found.file);
    if (last?.worked.hash === hash && isSameDrawing(last.found, found)) return last;
    const job = jobOf(found);
    const worked = cache?.get(cache.keyOf(job, hash), job, hash);
    // Others can write to the cache, checksums included: unsafe icons are made again.
    const isSafe = worked?.icon && problemOfIcon(worked.icon, job.id) === undefined;
    return isSafe ? finish(found, worked) : undefined;
  }

  function finish(found: Found, worked: Worked): Recent {
    if (!worked.icon) return { found, worked };
    return { found, worked, icon: iconOf(found, worked, worked.icon, config) };
  }

  const made = results as readonly Recent[];
  for (const each of made) {
    if (recent && recent.get(each.found.file) !== each) recent.set(each.found.file, each);
  }
  return {
    value: made.flatMap(({ icon }) => icon ?? []),
    diagnostics: made.flatMap(({ worked }) => worked.diagnostics),
    worked: jobs.length,
  };
}

/** Calls {@link makeIcons} with a pool of its own. */
export async function makeIconsOnce(
  drawings: readonly Found[],
  { onTiming = () => {}, ...options }: Omit<MakeOptions, 'pool'> & { readonly onTiming?: OnTiming },
): Promise<Made> {
  const { config } = options;
  const pool = openPool(settingsOf(config), { threads: config.threads, onTiming });
  return makeIcons(drawings, { ...options, pool }).finally(pool.close);
}

function isSameDrawing(a: Found, b: Found): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.folder === b.folder &&
      JSON.stringify([a.meta, a.aliases]) === JSON.stringify([b.meta, b.aliases]))
  );
}

function jobsFor(config: ResolvedConfig): (found: Found) => Job {
  const colorOf = colorsBy(config.color);
  return ({ name, path, entry, file, meta }) => {
    const job = {
      ...{ path, file, id: config.prefix + name, color: meta.color ?? colorOf(file) },
      ...(meta.verify !== undefined && { verify: meta.verify }),
    };
    return entry === undefined ? job : { ...job, entry };
  };
}

function iconOf(
  { name, file, folder, meta, aliases }: Found,
  { hash, bytes }: Worked,
  { symbol, plainSymbol, facts }: WorkedIcon,
  { prefix, ids: templates }: Pick<ResolvedConfig, 'prefix' | 'ids'>,
): Icon {
  const ownTitle = titleIn(facts.title);
  const title = meta.title ?? (ownTitle || titleFromName(name));
  const source = { file, name, folder, hash, bytes, meta };
  const said = ownTitle === facts.title ? facts : { ...facts, title: ownTitle };
  const ids = furtherIds({ name, file, aliases }, { prefix, ids: templates })
    .map(({ id }) => id)
    .filter(isLinkable);
  return {
    ...{ name, id: prefix + name, symbol, plainSymbol, facts: said, source, title, aliases },
    ...(ids.length > 0 && { ids }),
  };
}

/** Creates a lookup of the color mode by file: the last matching glob wins. */
export function colorsBy(color: ResolvedConfig['color']): (file: string) => ColorMode {
  const globs = Object.entries(color).map(
    ([glob, mode]) => [glob === '**' ? () => true : picomatch(glob), mode] as const,
  );
  return (file) => globs.findLast(([matches]) => matches(file))?.[1] ?? 'keep';
}
