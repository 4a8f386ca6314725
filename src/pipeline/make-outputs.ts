import { availableParallelism } from 'node:os';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { SYMBOL_END } from '../emit/manifest.ts';
import { SPRITE_HEAD, symbolsOf } from '../emit/svg.ts';
import { BlockSizes } from '../node/block-sizes.ts';
import { type IconFigures, toIconFigures } from './build-lint.ts';
import { primeFromLastBuild } from './build-state.ts';
import { type BuildContext, stage } from './context.ts';
import { iconOptions, openIconPool } from './make-icons.ts';
import { makeSprites } from './make-sprites.ts';
import { type OutputResult, openOutputWriter } from './output-writer.ts';
import { abortError, shouldAbort } from './should-abort.ts';

/** Outputs, and their icons without symbols. */
export interface OutputsWithRecords extends OutputResult {
  readonly records: readonly IconFigures[];
}

/**
 * Makes the icons and writes them, sprite by sprite.
 *
 * @param retainAll retains all icons and files in memory. Default: only while they are few
 * @param processedCount number of icons that were processed already and are in the cache. Default: 0
 * @throws {BuildError} when an icon has an error (with `keepGoing`: when none is good) or when a
 * file cannot be written.
 */
export async function makeOutputs(
  context: BuildContext,
  {
    retainAll = false,
    processedCount: processedBefore = 0,
  }: { readonly retainAll?: boolean; readonly processedCount?: number } = {},
): Promise<OutputsWithRecords> {
  const { config, options, cache, sources } = context;
  const iconDiagnostics: Diagnostic[] = [];
  const records: IconFigures[] = [];
  let processedCount = processedBefore;
  let iconCount = 0;
  primeFromLastBuild(context);
  const writer = await openOutputWriter(context, { retainAll });
  const pool = openIconPool(config, options, context.sets);
  const sizes = openSizes(config);
  try {
    const sprites = makeSprites(sources.value, {
      ...iconOptions(context),
      pool,
      keepGoing: config.keepGoing,
      onIcon: (icon) => sizes?.add(symbolsOf(icon)),
      onChunk(chunk) {
        iconDiagnostics.push(...chunk.diagnostics);
        processedCount += chunk.processedCount;
        iconCount += chunk.icons.length;
        if (!options.dryRun) cache?.saveIcons();
      },
    });
    await stage(options, 'icons', async () => {
      for await (const sprite of sprites) {
        await sizes?.settle();
        await writer.add(sprite);
        for (const icon of sprite.icons) records.push(toIconFigures(icon));
      }
    });
    pool.close();
    const problems = [...sources.diagnostics, ...iconDiagnostics];
    if (shouldAbort(problems, iconCount, config)) throw abortError(problems, iconCount, config);
    const { diagnostics, ...output } = await stage(options, 'write', () =>
      writer.end(processedCount, problems),
    );
    return { ...output, diagnostics: [...iconDiagnostics, ...diagnostics], records };
  } finally {
    pool.close();
    sizes?.close();
    writer.close();
  }
}

/** Starts measuring the sprite while icons are made; `undefined` if there may be several or one thread. */
function openSizes({ split, threads }: ResolvedConfig): BlockSizes | undefined {
  if (split !== false || (threads || availableParallelism()) === 1) return undefined;
  const sizes = new BlockSizes(SYMBOL_END);
  sizes.add(SPRITE_HEAD);
  return sizes;
}
