import type { UserConfig } from '../config/types.ts';

/** Options that do not apply when a bundler writes the files. */
type BundlerManagedOption =
  | 'out'
  | 'publicDir'
  | 'fileName'
  | 'names'
  | 'base'
  | 'layouts'
  | 'styles'
  | 'check';

/**
 * Options of the bundler plugin: those of the configuration file, which they override, and options
 * for how the sprite gets into the app.
 */
export interface PluginOptions extends Omit<UserConfig, BundlerManagedOption> {
  /**
   * Globs of names that are always kept. With it, names made at run time no longer keep all icons:
   * icons are kept if the code uses them, a glob matches, or a string in the code is their name.
   * @default none: a name made at run time keeps all icons
   */
  safelist?: readonly string[];
  /**
   * File for the types of the names, relative to the project; `false` writes none.
   * @default 'src/iconloom.d.ts' if there is a folder src, else 'iconloom.d.ts'
   */
  dts?: string | false;
  /**
   * File of a sprite in the bundler's output, with `[name]` and `[hash]`.
   * @default '[name].[hash].svg' in the bundler's folder for assets
   */
  fileName?: string;
  /** Base URL of `fileName`. @default the bundler's own public path */
  base?: string;
  /**
   * Treats the build as one for a server, which links to the sprites of the client build; with
   * `false`, it writes its own sprites.
   * @default detected: Vite by environment, webpack and Rspack by target, esbuild by platform
   */
  server?: boolean;
  /** Names of icons that Vite puts into index.html, so that they show before any script runs. @default [] */
  critical?: readonly string[];
  /** Also reports the names of unused icons. @default false */
  verbose?: boolean;
}

/** Options of the plugin that are not options of the configuration. */
export type PluginOnlyOptions = Pick<
  PluginOptions,
  'safelist' | 'dts' | 'fileName' | 'base' | 'server' | 'critical' | 'verbose'
>;
