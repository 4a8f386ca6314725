import { type InputOf, type Option, option } from '../config/option.ts';
import type { OPTIONS } from '../config/options.ts';
import { ANY_TEXT, FLAG } from '../config/schemas/values.ts';
import type { UserConfig } from '../config/types.ts';
import { NAME_LIST, OUTPUT_FILE, TYPES_FILE } from './option-schemas.ts';

/**
 * Options that only the plugin has, or whose default follows the bundler. `undefined` as a default
 * is detected.
 */
export const PLUGIN_OPTIONS = {
  /**
   * Globs of names that are always kept. With it, names made at run time no longer keep all icons:
   * icons are kept if the code uses them, a glob matches, or a string in the code is their name.
   * @default none: a name made at run time keeps all icons
   */
  safelist: option({
    value: NAME_LIST,
    default: undefined,
    description: 'globs of names to keep; with it, names made at run time no longer keep all icons',
  }) as Option<readonly string[] | undefined>,

  /**
   * File for the types of the names, relative to the project; `false` writes none.
   * @default 'src/iconloom.d.ts' if there is a folder src, else 'iconloom.d.ts'
   */
  dts: option({
    value: TYPES_FILE,
    default: undefined,
    description: 'path of the types, or `false`',
  }) as Option<string | false | undefined>,

  /**
   * File of a sprite in the bundler's output, with `[name]` and `[hash]`.
   * @default '[name].[hash].svg' in the bundler's folder for assets
   */
  fileName: option({
    value: OUTPUT_FILE,
    default: undefined,
    description: 'file of a sprite in the output, with `[name]` and `[hash]`',
  }) as Option<string | undefined>,

  /**
   * URL in front of `fileName` in links to the sprite. `'import.meta.url'`: next to the module that
   * links. @default the bundler's own public path
   */
  base: option({
    value: ANY_TEXT,
    default: undefined,
    description:
      'URL in front of `fileName` in links to the sprite; `import.meta.url`: relative to the module that links',
  }) as Option<string | undefined>,

  /**
   * Treats the build as one for a server, which links to the sprites of the client build; with
   * `false`, it writes its own sprites.
   * @default detected: Vite by environment, webpack and Rspack by target, esbuild by platform
   */
  server: option({
    value: FLAG,
    default: undefined,
    description: '`true`: the code runs on a server; `false`: it writes its own sprite',
  }) as Option<boolean | undefined>,

  /** Names of icons that Vite puts into index.html, so that they show before any script runs. @default [] */
  critical: option({
    value: NAME_LIST,
    default: [],
    description:
      'names of icons that Vite puts into `index.html`, so that they show before any script runs',
  }) as Option<readonly string[]>,

  /** Also reports the names of unused icons. @default false */
  verbose: option({
    value: FLAG,
    default: false,
    description: 'also lists the names of unused icons',
  }) as Option<boolean>,
};

type BundlerOptions = {
  [Key in keyof typeof PLUGIN_OPTIONS]?: Exclude<InputOf<(typeof PLUGIN_OPTIONS)[Key]>, undefined>;
};

/** Keys of the configuration that apply when a bundler writes the files. */
type BundledOption = {
  [Key in keyof typeof OPTIONS]: (typeof OPTIONS)[Key] extends { readonly scope?: 'any' }
    ? Key
    : never;
}[keyof typeof OPTIONS];

/**
 * Options of the bundler plugin: those of the configuration file, which they override, and options
 * for how the sprite gets into the app.
 */
export interface PluginOptions extends Pick<UserConfig, BundledOption>, BundlerOptions {}

/** Options of the plugin that are not options of the configuration. */
export type PluginOnlyOptions = BundlerOptions;
