import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { primeFromLastBuild } from './build-state.ts';
import { type BuildContext, stage } from './context.ts';
import { iconOptions, openIconPool } from './make-icons.ts';
import { makeSprites } from './make-sprites.ts';
import { type OutputResult, openOutputWriter } from './output-writer.ts';
import { shouldAbort } from './should-abort.ts';

/**
 * Makes the icons and writes them, sprite by sprite.
 *
 * @param retainAll retains all icons and files in memory. Default: only while they are few
 * @throws {BuildError} when an icon has an error (with `keepGoing`: when none is good) or when a
 * file cannot be written.
 */
export async function makeOutputs(
  context: BuildContext,
  { retainAll = false }: { readonly retainAll?: boolean } = {},
): Promise<OutputResult> {
  const { config, options, cache, sources } = context;
  const iconDiagnostics: Diagnostic[] = [];
  let processedCount = 0;
  let iconCount = 0;
  primeFromLastBuild(context);
  const pool = openIconPool(config, options, context.sets);
  const writer = openOutputWriter(context, { retainAll });
  try {
    const sprites = makeSprites(sources.value, {
      ...iconOptions(context),
      pool,
      keepGoing: config.keepGoing,
      onChunk(chunk) {
        iconDiagnostics.push(...chunk.diagnostics);
        processedCount += chunk.processedCount;
        iconCount += chunk.icons.length;
        if (!options.dryRun) cache?.saveIcons();
      },
    });
    await stage(options, 'icons', async () => {
      for await (const sprite of sprites) await writer.add(sprite);
    });
    pool.close();
    const problems = [...sources.diagnostics, ...iconDiagnostics];
    if (shouldAbort(problems, iconCount, config)) throw new BuildError(problems);
    const { diagnostics, ...output } = await stage(options, 'write', () =>
      writer.end(processedCount, problems),
    );
    return { ...output, diagnostics: [...iconDiagnostics, ...diagnostics] };
  } finally {
    pool.close();
    writer.close();
  }
}
