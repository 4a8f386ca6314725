import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LilconfigResult, lilconfig } from 'lilconfig';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { displayPath } from './display-path.ts';

/** Configuration as written, and its location. */
export interface LoadedConfig {
  readonly config: unknown;
  /** File that diagnostics name, relative to the working folder. */
  readonly configFile: string;
  /** Absolute path of the folder that relative paths start from. */
  readonly folder: string;
}

const NAME = 'iconloom';
/** Configuration files in order of precedence. */
export const CONFIG_FILES: readonly string[] = [
  ...['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `${NAME}.config.${extension}`),
  'package.json',
];

/**
 * Loads the configuration: the given file, else the first in the folder: `iconloom.config` as .ts,
 * .mts, .js, .mjs, .json, then the key `iconloom` of package.json. Empty if there is none.
 *
 * @throws {BuildError} when a file is given or found but cannot be loaded.
 */
export async function loadConfig(cwd: string, file?: string): Promise<LoadedConfig> {
  let currentFile = file ?? NAME;
  const trackFile =
    (load: Loader): Loader =>
    (path, content) => {
      currentFile = path;
      return load(path, content);
    };
  const loader = lilconfig(NAME, {
    searchPlaces: [...CONFIG_FILES],
    stopDir: cwd,
    cache: false,
    loaders: Object.fromEntries(
      Object.entries(LOADERS).map(([key, load]) => [key, trackFile(load)]),
    ),
  });
  let loaded: LilconfigResult;
  try {
    loaded = await (file === undefined ? loader.search(cwd) : loader.load(resolve(cwd, file)));
  } catch (error) {
    const args = { reason: reasonOf(error) };
    const failedFile = displayPath(resolve(cwd, currentFile), cwd);
    throw new BuildError([diagnose('config-unreadable', { file: failedFile, args })]);
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

/** Imports a module by its modification time: Node would never load a known URL again. */
async function loadModule(path: string): Promise<unknown> {
  const module: { default?: unknown } = await import(
    `${pathToFileURL(path).href}?${statSync(path).mtimeMs}`
  );
  return module.default;
}

/** Loads TypeScript with jiti, since Node 20 does not run it. */
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
