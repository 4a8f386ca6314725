import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LilconfigResult, lilconfig } from 'lilconfig';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { displayPath } from './display-path.ts';

/** A configuration as it was written, and where. */
export interface LoadedConfig {
  readonly config: unknown;
  /** The file to name in diagnostics, relative to the working folder. */
  readonly configFile: string;
  /** Absolute path of the folder that its relative paths start from. */
  readonly folder: string;
}

const NAME = 'iconloom';
/** Where a configuration is looked for, the first found counts. */
export const PLACES: readonly string[] = [
  ...['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `${NAME}.config.${extension}`),
  'package.json',
];

/**
 * Loads the configuration: the file given, else the first found in the folder: `iconloom.config`
 * as .ts, .mts, .js, .mjs, .json, then the key `iconloom` of package.json. None is an empty one.
 *
 * @throws {BuildError} when a file is given or found but cannot be loaded.
 */
export async function loadConfig(cwd: string, file?: string): Promise<LoadedConfig> {
  let reading = file ?? NAME;
  const tell =
    (load: Loader): Loader =>
    (path, content) => {
      reading = path;
      return load(path, content);
    };
  const loader = lilconfig(NAME, {
    searchPlaces: [...PLACES],
    stopDir: cwd,
    cache: false,
    loaders: Object.fromEntries(Object.entries(LOADERS).map(([key, load]) => [key, tell(load)])),
  });
  let loaded: LilconfigResult;
  try {
    loaded = await (file === undefined ? loader.search(cwd) : loader.load(resolve(cwd, file)));
  } catch (error) {
    const args = { reason: reasonOf(error) };
    const named = displayPath(resolve(cwd, reading), cwd);
    throw new BuildError([diagnose('config-unreadable', { file: named, args })]);
  }
  if (!loaded) return { config: {}, configFile: 'command line', folder: cwd };
  return {
    config: loaded.config,
    configFile: displayPath(loaded.filepath, cwd),
    folder: dirname(loaded.filepath),
  };
}

type Loader = (path: string, content: string) => unknown;

const LOADERS: Readonly<Record<string, Loader>> = {
  '.ts': loadTypeScript,
  '.mts': loadTypeScript,
  '.js': loadModule,
  '.mjs': loadModule,
  '.json': (_, content) => JSON.parse(content),
};

/** Known by its time, since a module that was loaded once would never be loaded again. */
async function loadModule(path: string): Promise<unknown> {
  const module: { default?: unknown } = await import(
    `${pathToFileURL(path).href}?${statSync(path).mtimeMs}`
  );
  return module.default;
}

/** Node 20 runs no TypeScript, and jiti is only loaded for it. */
async function loadTypeScript(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  return createJiti(path, { fsCache: false, moduleCache: false, interopDefault: true }).import(
    path,
    { default: true },
  );
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file.';
  return (message ?? String(error)).split('\n')[0] ?? '';
}
