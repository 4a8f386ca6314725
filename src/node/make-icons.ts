import picomatch from 'picomatch';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { titleFromName } from '../core/names.ts';
import type { Checked, ColorMode, Icon } from '../core/types.ts';
import type { Found } from './gather.ts';
import { workOff } from './pool.ts';
import type { Job, Settings, Worked } from './work.ts';

/** Makes icons of drawings, in their order. Those that have errors are left out and told of. */
export async function makeIcons(
  drawings: readonly Found[],
  config: ResolvedConfig,
  onProgress: (done: number, total: number) => void,
): Promise<Checked<readonly Icon[]>> {
  const colorOf = colorsBy(config.color);
  const jobs = drawings.map(({ name, path, file, meta }): Job => {
    return { path, file, id: config.prefix + name, color: meta.color ?? colorOf(file) };
  });
  const results: Worked[] = [];
  let done = 0;
  await workOff(jobs, settingsOf(config), {
    onDone: (index, worked) => {
      results[index] = worked;
      done += 1;
      onProgress(done, jobs.length);
    },
  });
  const icons: Icon[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, found] of drawings.entries()) {
    const worked = results[index] as Worked;
    diagnostics.push(...worked.diagnostics);
    if (worked.icon) icons.push(iconOf(found, worked, worked.icon, config.prefix));
  }
  return { value: icons, diagnostics };
}

function iconOf(
  { name, file, meta }: Found,
  { hash, bytes }: Worked,
  { symbol, plainSymbol, facts }: NonNullable<Worked['icon']>,
  prefix: string,
): Icon {
  const title = meta.title ?? (facts.title || titleFromName(name));
  const source = { file, name, hash, bytes, meta };
  const aliases = meta.aliases ?? [];
  return { name, id: prefix + name, symbol, plainSymbol, facts, source, title, aliases };
}

function settingsOf(config: ResolvedConfig): Settings {
  const { svgo, portable, activeContent, limits, verify } = config;
  return { svgo, portable, activeContent, limits, verify };
}

/** The mode of a file: the last glob that matches counts. */
function colorsBy(color: ResolvedConfig['color']): (file: string) => ColorMode {
  const globs = Object.entries(color).map(
    ([glob, mode]) => [glob === '**' ? () => true : picomatch(glob), mode] as const,
  );
  return (file) => globs.findLast(([matches]) => matches(file))?.[1] ?? 'keep';
}
