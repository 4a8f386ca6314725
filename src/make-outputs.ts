import type { ResolvedConfig } from './config/types.ts';
import { type Diagnostic, isError, isUsage } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import { type Delivered, openDelivery } from './deliver.ts';
import type { BuildCache } from './node/cache/build-cache.ts';
import type { Gathered } from './node/gather.ts';
import type { Inputs } from './node/inputs.ts';
import { makeSprites } from './node/make-sprites.ts';
import { openPool } from './node/pool.ts';
import { knowLast } from './node/remember.ts';
import { settingsOf } from './node/settings.ts';
import { type Timing, timed } from './node/timing.ts';

/** Options of one run. */
export interface RunOptions {
  /** Computes everything and writes nothing. Default: false. */
  readonly dryRun?: boolean;
  /** Called after each icon that had to be processed. */
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Called after each stage and after each icon that had to be processed. */
  readonly onTiming?: (timing: Timing) => void;
}

/** Inputs of {@link makeOutputs}. */
interface Material {
  readonly found: Gathered;
  readonly inputs: Inputs;
  readonly cache: BuildCache | undefined;
  /** Retains all icons and files in memory. Default: only while they are few. */
  readonly holds?: boolean;
}

/**
 * Makes the icons and writes them, sprite by sprite.
 *
 * @throws {BuildError} when an icon has an error (with `keepGoing`: when none is good) or when a
 * file cannot be written.
 */
export async function makeOutputs(
  { found, inputs: { seen }, cache, holds = false }: Material,
  config: ResolvedConfig,
  { dryRun = false, onProgress, onTiming = () => {} }: RunOptions,
): Promise<Delivered> {
  const told: Diagnostic[] = [];
  let worked = 0;
  let icons = 0;
  if (cache) knowLast(cache);
  const pool = openPool(settingsOf(config), { threads: config.threads, onTiming });
  const delivery = openDelivery(config, { dryRun, holds });
  try {
    const sprites = makeSprites(found.value, {
      ...{ config, pool, seen, onProgress, cache: cache?.icons(), keepGoing: config.keepGoing },
      onPart(part) {
        told.push(...part.diagnostics);
        worked += part.worked;
        icons += part.icons.length;
        if (!dryRun) cache?.keepIcons();
      },
    });
    await timed('icons', 'stage', onTiming, async () => {
      for await (const sprite of sprites) await delivery.add(sprite);
    });
    pool.close();
    const before = [...found.diagnostics, ...told];
    if (isFatal(before, icons, config)) throw new BuildError(before);
    const { diagnostics, ...made } = await timed('write', 'stage', onTiming, () =>
      delivery.end(worked, before),
    );
    return { ...made, diagnostics: [...told, ...diagnostics] };
  } finally {
    pool.close();
    delivery.close();
  }
}

/** `keepGoing` leaves out icons with errors; it does not excuse usage errors. */
export function isFatal(
  diagnostics: readonly Diagnostic[],
  icons: number,
  config: ResolvedConfig,
): boolean {
  const canGoOn = config.keepGoing && icons > 0 && !diagnostics.some(isUsage);
  return diagnostics.some(isError) && !canGoOn;
}
