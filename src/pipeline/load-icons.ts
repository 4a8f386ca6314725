import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import type { Icon, OutputFile, Result } from '../core/types.ts';
import { openBuildCache } from '../node/cache/build-cache.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import { findSources } from './find-sources.ts';
import { snapshotInputs } from './input-snapshot.ts';
import { makeIconsOnce } from './make-icons.ts';
import { type Contents, writeOutput } from './output-writer.ts';

/**
 * First half of a build: the finished icons, sorted by name. Icons with errors are left out and
 * reported.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function loadIcons(config: ResolvedConfig): Promise<Result<readonly Icon[]>> {
  const cache = openBuildCache(config);
  const sources = await findSources(config, cache);
  const { fileStats } = snapshotInputs(sources.value, cache);
  const result = await makeIconsOnce(sources.value, { config, fileStats, cache: cache?.icons() });
  cache?.saveIcons();
  return { value: result.value, diagnostics: [...sources.diagnostics, ...result.diagnostics] };
}

/** Loads the output of a build from the cache, or builds it again. Files are read from disk. */
export async function loadOutput(
  config: ResolvedConfig,
  outputs: readonly string[],
): Promise<Contents> {
  const { value: icons, diagnostics: problems } = await loadIcons(config);
  const sprites = createSprites(icons, config);
  const files = await readAll(outputs, resolve(config.cwd, config.out));
  if (files) return { icons, sprites, files };
  // Another build into the same folder may have removed them since.
  const summary = { processedCount: 0, problems };
  const { contents } = await writeOutput(sprites, summary, config, {
    dryRun: true,
    retainAll: true,
  });
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
