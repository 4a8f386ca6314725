import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BuildOptions, OnLoadArgs, OnLoadResult } from 'esbuild';
import { NO_INLINE, urlBeside } from '../output/url.ts';
import { loaderOf } from './esbuild-load.ts';
import { formatOf } from './esbuild-output.ts';

/** Prefix of imports that stand for sprites of libraries, before the absolute path. */
export const LIBRARY_SPRITE_PREFIX = 'iconloom-library-sprite:';

/** Link of a built library to its sprite, as minifiers may leave it. */
const LINK: RegExp =
  /new URL\(\s*(["'`])([^"'`\n]+\.svg)\?no-inline\1\s*,\s*import\.meta\.url\s*\)\.href/g;

/**
 * Loads code of a built library with its sprites as files of the build: esbuild itself does not copy
 * files that are linked relative to a module. `undefined` for all other code.
 */
export async function loadLibrary(
  { path, with: attributes = {} }: OnLoadArgs,
  options: BuildOptions,
): Promise<OnLoadResult | undefined> {
  const loader = loaderOf(path, options);
  if (Object.keys(attributes).length > 0 || !loader) return undefined;
  const text = await readFile(path, 'utf8');
  if (!text.includes(NO_INLINE)) return undefined;
  const imports: string[] = [];
  const contents = text.replace(LINK, (link: string, _: string, url: string) => {
    const file = resolve(dirname(path), decodeURIComponent(url));
    if (!existsSync(file)) return link;
    const variable = `iconloomSprite${imports.length}`;
    imports.push(`import ${variable} from ${JSON.stringify(LIBRARY_SPRITE_PREFIX + file)};`);
    return urlBeside(formatOf(options), variable);
  });
  if (imports.length === 0) return undefined;
  // At the end, they do not move lines of a source map.
  return {
    contents: `${contents}\n${imports.join('\n')}`,
    loader,
    resolveDir: dirname(path),
  };
}
