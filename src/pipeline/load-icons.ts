import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import type { Icon, OutputFile, Result } from '../core/types.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import { type BuildContext, openContext } from './context.ts';
import { makeAllIcons } from './make-icons.ts';
import { type Contents, writeOutput } from './output-writer.ts';

/**
 * First half of a build: the finished icons, sorted by name. Icons with errors are left out and
 * reported.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function loadIcons(config: ResolvedConfig): Promise<Result<readonly Icon[]>> {
  return makeAllIcons(await openContext(config));
}

/** Loads the output of a build from the cache, or builds it again. Files are read from disk. */
export async function loadOutput(
  context: BuildContext,
  outputs: readonly string[],
): Promise<Contents> {
  // The build has reported its progress.
  const quiet: BuildContext = { ...context, options: { dryRun: true } };
  const { value: icons, diagnostics: problems } = await makeAllIcons(quiet);
  const sprites = createSprites(icons, context.config);
  const files = await readAll(outputs, context.out);
  if (files) return { icons, sprites, files };
  // Another build into the same folder may have removed them since.
  const finished = { sprites, processedCount: 0, problems };
  const { contents } = await writeOutput(quiet, finished, { retainAll: true });
  return { icons, sprites, files: contents?.files ?? [] };
}

/** `undefined` if one cannot be read. */
async function readAll(
  paths: readonly string[],
  folder: string,
): Promise<readonly OutputFile[] | undefined> {
  const files: OutputFile[] = [];
  for (const path of paths) {
    const contents = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (contents === undefined) return undefined;
    files.push({ path, contents });
  }
  return files;
}
