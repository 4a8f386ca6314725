import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from './config/types.ts';
import type { Checked, Icon, OutputFile } from './core/types.ts';
import { type Contents, deliver } from './deliver.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { findDrawings } from './node/find-drawings.ts';
import { lookAtInputs } from './node/inputs.ts';
import { makeIconsOnce } from './node/make-icons.ts';
import { createSprites } from './sprite/create.ts';

/**
 * First half of a build: the finished icons, sorted by name. Icons with errors are left out and
 * reported.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function loadIcons(config: ResolvedConfig): Promise<Checked<readonly Icon[]>> {
  const cache = openBuildCache(config);
  const found = await findDrawings(config, cache);
  const { seen } = lookAtInputs(found.value, cache);
  const made = await makeIconsOnce(found.value, { config, seen, cache: cache?.icons() });
  cache?.keepIcons();
  return { value: made.value, diagnostics: [...found.diagnostics, ...made.diagnostics] };
}

/** Loads the output of a build from the cache, or builds it again. Files are read from disk. */
export async function loadContents(
  config: ResolvedConfig,
  outputs: readonly string[],
): Promise<Contents> {
  const { value: icons, diagnostics: problems } = await loadIcons(config);
  const sprites = createSprites(icons, config);
  const files = await readAll(outputs, resolve(config.cwd, config.out));
  if (files) return { icons, sprites, files };
  // Another build into the same folder may have removed them since.
  const made = { worked: 0, problems };
  const { contents } = await deliver(sprites, made, config, { dryRun: true, holds: true });
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
