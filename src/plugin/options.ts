import type { UserConfig } from '../config/types.ts';

/** Options that make no sense where a bundler writes. */
type WrittenByBundler =
  | 'out'
  | 'publicDir'
  | 'fileName'
  | 'names'
  | 'base'
  | 'layouts'
  | 'styles'
  | 'check';

/**
 * Options of the bundler plugin: those of the configuration file, which they win over, and how the
 * sprite gets into the app.
 */
export interface PluginOptions extends Omit<UserConfig, WrittenByBundler> {
  /**
   * Globs of names that are kept whatever is found in the code. With it, names made at run time no
   * longer keep all icons: kept is what is found, these, and names that stand in the code as strings.
   * @default none: a name made at run time keeps all icons
   */
  safelist?: readonly string[];
  /**
   * Where the types of the names are written, relative to the project.
   * @default 'src/iconloom.d.ts' where there is a folder src, else 'iconloom.d.ts'
   */
  dts?: string | false;
  /**
   * File of a sprite in the bundler's output, with `[name]` and `[hash]`.
   * @default '[name].[hash].svg' in the bundler's folder for assets
   */
  fileName?: string;
  /** URL that `fileName` is put after. @default the bundler's own public path */
  base?: string;
  /**
   * Whether the code runs on a server, so that it links to what the client build wrote; with
   * `false`, it writes sprites of its own.
   * @default as the bundler says: Vite by environment, webpack and Rspack by target, esbuild by platform
   */
  server?: boolean;
  /** Names of icons that Vite puts into index.html, so that they show before any script runs. @default [] */
  critical?: readonly string[];
  /** Tells the names of unused icons, too. @default false */
  verbose?: boolean;
}

/** The options that are the plugin's own and not the configuration's. */
export type OwnOptions = Pick<
  PluginOptions,
  'safelist' | 'dts' | 'fileName' | 'base' | 'server' | 'critical' | 'verbose'
>;
