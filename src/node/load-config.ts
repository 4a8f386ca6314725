import { dirname, relative, resolve } from 'node:path';
import { type LilconfigResult, type Loaders, lilconfig } from 'lilconfig';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

/** A configuration as it was written, and where. */
export interface LoadedConfig {
  readonly config: unknown;
  /** The file to name in diagnostics, relative to the working folder. */
  readonly configFile: string;
  /** Absolute path of the folder that its relative paths start from. */
  readonly cwd: string;
}

const NAME = 'iconloom';
const PLACES = [
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
  const loader = lilconfig(NAME, {
    searchPlaces: PLACES,
    stopDir: cwd,
    loaders: LOADERS,
    cache: false,
  });
  let loaded: LilconfigResult;
  try {
    loaded = await (file === undefined ? loader.search(cwd) : loader.load(resolve(cwd, file)));
  } catch (error) {
    const named = file ?? `${NAME}.config`;
    throw new BuildError([
      diagnose('config-unreadable', { file: named, args: { reason: reasonOf(error) } }),
    ]);
  }
  if (!loaded) return { config: {}, configFile: 'command line', cwd };
  return {
    config: await loaded.config,
    configFile: relative(cwd, loaded.filepath).replaceAll('\\', '/'),
    cwd: dirname(loaded.filepath),
  };
}

const LOADERS: Loaders = { '.ts': loadTypeScript, '.mts': loadTypeScript };

/** Node 20 runs no TypeScript, and jiti is only loaded for it. */
async function loadTypeScript(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  return createJiti(path, { fsCache: false, interopDefault: true }).import(path, { default: true });
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file.';
  return (message ?? String(error)).split('\n')[0] ?? '';
}
