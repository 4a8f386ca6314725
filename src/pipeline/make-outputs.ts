import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, isError, isUsageProblem } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import { jobSettingsOf } from '../node/job-settings.ts';
import { openPool } from '../node/pool.ts';
import { type Timing, timed } from '../node/timing.ts';
import { primeFromLastBuild } from './build-state.ts';
import type { Sources } from './collect-sources.ts';
import type { InputSnapshot } from './input-snapshot.ts';
import { makeSprites } from './make-sprites.ts';
import { type OutputResult, openOutputWriter } from './output-writer.ts';

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
interface MakeOutputsInput {
  readonly sources: Sources;
  readonly snapshot: InputSnapshot;
  readonly cache: BuildCache | undefined;
  /** Retains all icons and files in memory. Default: only while they are few. */
  readonly retainAll?: boolean;
}

/**
 * Makes the icons and writes them, sprite by sprite.
 *
 * @throws {BuildError} when an icon has an error (with `keepGoing`: when none is good) or when a
 * file cannot be written.
 */
export async function makeOutputs(
  { sources, snapshot: { fileStats }, cache, retainAll = false }: MakeOutputsInput,
  config: ResolvedConfig,
  { dryRun = false, onProgress, onTiming = () => {} }: RunOptions,
): Promise<OutputResult> {
  const iconDiagnostics: Diagnostic[] = [];
  let processedCount = 0;
  let iconCount = 0;
  if (cache) primeFromLastBuild(cache);
  const pool = openPool(jobSettingsOf(config), { threads: config.threads, onTiming });
  const writer = openOutputWriter(config, { dryRun, retainAll });
  try {
    const sprites = makeSprites(sources.value, {
      ...{
        config,
        pool,
        fileStats,
        onProgress,
        cache: cache?.icons(),
        keepGoing: config.keepGoing,
      },
      onChunk(chunk) {
        iconDiagnostics.push(...chunk.diagnostics);
        processedCount += chunk.processedCount;
        iconCount += chunk.icons.length;
        if (!dryRun) cache?.saveIcons();
      },
    });
    await timed('icons', 'stage', onTiming, async () => {
      for await (const sprite of sprites) await writer.add(sprite);
    });
    pool.close();
    const problems = [...sources.diagnostics, ...iconDiagnostics];
    if (shouldAbort(problems, iconCount, config)) throw new BuildError(problems);
    const { diagnostics, ...output } = await timed('write', 'stage', onTiming, () =>
      writer.end(processedCount, problems),
    );
    return { ...output, diagnostics: [...iconDiagnostics, ...diagnostics] };
  } finally {
    pool.close();
    writer.close();
  }
}

/** `keepGoing` leaves out icons with errors; it does not excuse usage errors. */
export function shouldAbort(
  diagnostics: readonly Diagnostic[],
  iconCount: number,
  config: ResolvedConfig,
): boolean {
  const canGoOn = config.keepGoing && iconCount > 0 && !diagnostics.some(isUsageProblem);
  return diagnostics.some(isError) && !canGoOn;
}
