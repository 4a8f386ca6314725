import picomatch from 'picomatch';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { titleFromName } from '../core/names.ts';
import type { Checked, ColorMode, Icon } from '../core/types.ts';
import type { IconCache } from './cache/icons.ts';
import type { Seen } from './cache/last.ts';
import type { Found } from './gather.ts';
import { workOff } from './pool.ts';
import { settingsOf } from './settings.ts';
import type { Job, Worked, WorkedIcon } from './work.ts';

/** How to make icons. */
export interface MakeOptions {
  readonly config: ResolvedConfig;
  /** Where finished icons are kept. */
  readonly cache: IconCache | undefined;
  /** What is known of the files, by path relative to the working folder. */
  readonly seen: ReadonlyMap<string, Seen>;
  /** Called after each drawing that had to be worked on. */
  readonly onProgress: (done: number, total: number, file: string) => void;
}

/** Icons, in the order of their drawings. */
export interface Made extends Checked<readonly Icon[]> {
  /** How many drawings were worked on; the rest was known. */
  readonly worked: number;
}

/** Makes icons of drawings. Those that have errors are left out and told of. */
export async function makeIcons(
  drawings: readonly Found[],
  { config, cache, seen, onProgress }: MakeOptions,
): Promise<Made> {
  const jobs = jobsFor(drawings, config);
  const results = jobs.map((job) => {
    const hash = seen.get(job.file)?.[4];
    return hash === undefined ? undefined : cache?.get(cache.keyOf(job, hash), job, hash);
  });
  const missing = jobs.filter((_, index) => !results[index]);
  const places = jobs.flatMap((_, index) => (results[index] ? [] : [index]));
  let done = 0;
  await workOff(missing, settingsOf(config), {
    threads: config.threads,
    onDone(index, worked) {
      const job = missing[index] as Job;
      results[places[index] as number] = worked;
      cache?.put(cache.keyOf(job, worked.hash), worked);
      done += 1;
      onProgress(done, missing.length, job.file);
    },
  });
  const icons: Icon[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, found] of drawings.entries()) {
    const worked = results[index] as Worked;
    diagnostics.push(...worked.diagnostics);
    if (worked.icon) icons.push(iconOf(found, worked, worked.icon, config.prefix));
  }
  return { value: icons, diagnostics, worked: missing.length };
}

function jobsFor(drawings: readonly Found[], config: ResolvedConfig): readonly Job[] {
  const colorOf = colorsBy(config.color);
  return drawings.map(({ name, path, file, meta }) => {
    return { path, file, id: config.prefix + name, color: meta.color ?? colorOf(file) };
  });
}

function iconOf(
  { name, file, meta }: Found,
  { hash, bytes }: Worked,
  { symbol, plainSymbol, facts }: WorkedIcon,
  prefix: string,
): Icon {
  const title = meta.title ?? (facts.title || titleFromName(name));
  const source = { file, name, hash, bytes, meta };
  const aliases = meta.aliases ?? [];
  return { name, id: prefix + name, symbol, plainSymbol, facts, source, title, aliases };
}

/** The mode of a file: the last glob that matches counts. */
function colorsBy(color: ResolvedConfig['color']): (file: string) => ColorMode {
  const globs = Object.entries(color).map(
    ([glob, mode]) => [glob === '**' ? () => true : picomatch(glob), mode] as const,
  );
  return (file) => globs.findLast(([matches]) => matches(file))?.[1] ?? 'keep';
}
