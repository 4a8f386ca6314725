import type { ActiveContent, ColorMode, Limits, VerificationSettings } from '../core/types.ts';
import type { CatalogForm } from '../emit/catalog-forms.ts';
import type { Layout, Style } from '../emit/layouts.ts';
import type { NamesFormat } from '../emit/names.ts';
import type { SvgoOptions } from '../icon/svgo/plugin-order.ts';
import type { Preset } from '../lint/presets.ts';
import type { RuleSetting } from '../lint/types.ts';

/** Icons of an Iconify package, such as `@iconify-json/mdi`, or of `@iconify/json`, which has all sets. */
export interface IconifyInput {
  /** The package, or the path of a set's JSON file. */
  from: string;
  /** Names in the set. @default all that are not hidden */
  icons?: readonly string[];
  /** Folder name, a prefix of the icons' names. @default '' */
  folder?: string;
}

/** Settings of `iconloom check`. */
export interface CheckConfig {
  /** Rule preset. @default 'recommended' */
  preset?: Preset;
  /** Changes to the preset: rule → off, a severity, or a severity and options. */
  rules?: Readonly<Record<string, RuleSetting>>;
  /** Maximum number of warnings with which a check still passes. @default any number */
  maxWarnings?: number;
  /**
   * Reports out-of-date outputs as errors; `false` does not check them.
   * @default true if there is a build in the output folder and git does not ignore it
   */
  drift?: boolean;
}

/** Source of icons: a folder, an SVG file, a glob, a package or a path in one, or an Iconify package. */
export type Input = string | IconifyInput;

/** Options of a user. All have defaults. */
export interface UserConfig {
  /**
   * Folders, SVG files and globs, relative to the configuration file; packages or paths in them, such
   * as `@acme/icons/svg`; Iconify packages. @default ['icons']
   */
  inputs?: Input | readonly Input[];
  /** Output folder, relative to the configuration file. @default 'dist' */
  out?: string;
  /**
   * Folder for the sprites and layouts, which browsers load, relative to the configuration file. The
   * other outputs are then not served. @default the output folder
   */
  publicDir?: string;
  /**
   * File name of a sprite below its folder, with `[name]` and `[hash]`, a hash of its contents. The
   * generated names and `iconHref` use it. @default '[name].svg'
   */
  fileName?: string;
  /** Globs of files to ignore. An input that starts with `!` is one, too. @default [] */
  exclude?: string | readonly string[];
  /** Text before each name in the symbol's id. @default '' */
  prefix?: string;
  /**
   * Additional ids of each symbol, as templates: `icon-[dir]-[name]` gives `nav/menuOpen.svg` the id
   * `icon-nav-menuOpen` besides its own, so that links of other tools still work. `[name]` is the file,
   * `[dir]` its folders below the input, joined by the text that follows, `[folder]` the folder that
   * contains it, `[path]` folders and file with slashes. @default []
   */
  ids?: string | readonly string[];
  /** `js` writes icons.js and icons.d.ts, `ts` one icons.ts. @default 'js' */
  names?: NamesFormat;
  /**
   * URL of the folder that the sprite is served from; the default of `iconHref`'s `base`. In packages,
   * `'import.meta.url'`: next to the names, so that an app's bundler resolves it. @default ''
   */
  base?: string;
  /** Additional names: alias → name of an icon. @default {} */
  aliases?: Readonly<Record<string, string>>;
  /** Additional sprites in other layouts, created by svg-sprite. @default [] */
  layouts?: Layout | readonly Layout[];
  /** Stylesheet languages of the layouts. @default ['css'] */
  styles?: Style | readonly Style[];
  /**
   * Page to browse the icons: `'folder'` writes `catalog/`, for any web host,
   * `'file'` one `catalog.html`. @default false
   */
  catalog?: false | CatalogForm;
  /** Options for svgo. @default {} */
  svgo?: SvgoOptions;
  /**
   * Color mode: `keep`; `currentColor`: icons in one color follow the page's text; `variables`: also,
   * icons in several colors take `--icon-1`, `--icon-2` … from the page. Or globs of files → mode, of
   * which the last match counts. Metadata wins. @default 'keep'
   */
  color?: ColorMode | Readonly<Record<string, ColorMode>>;
  /**
   * Embeds an icon as an image in its symbol if not every browser could draw it in an external sprite.
   * @default true
   */
  portable?: boolean;
  /**
   * Compares each icon with its source, as pictures: `true` at 64 px, `'strict'` also at a second, odd
   * size, a number for the share of pixels that may differ (0 to 1). @default true
   */
  verify?: boolean | 'strict' | number;
  /** Scripts, event handlers and the like: an error, or removed with a warning. @default 'error' */
  activeContent?: ActiveContent;
  /**
   * Limits of one icon. A larger one is an error.
   * @default { bytes: 5_000_000, elements: 10_000, depth: 200, attributes: 500, value: 100_000, drawn: 100_000, pixels: 20_000_000 }
   */
  limits?: Partial<Limits>;
  /**
   * Several sprites instead of one: `'folder'` for one per folder directly below the inputs, a number
   * for the maximum bytes of each. @default false
   */
  split?: false | 'folder' | number;
  /** Leaves out icons with errors instead of writing nothing. @default false */
  keepGoing?: boolean;
  /**
   * Caches processed icons for the next build: `true` in `node_modules/.cache/iconloom`, or a folder
   * relative to the configuration file. @default true
   */
  cache?: boolean | string;
  /** Maximum number of threads. @default one per processor */
  threads?: number;
  /** Settings of `iconloom check`. @default {} */
  check?: CheckConfig;
}

/** Configuration with all defaults filled in. */
export interface ResolvedConfig {
  /** Absolute path of the folder that relative paths are resolved from. */
  readonly cwd: string;
  /** File to name in diagnostics of the configuration. */
  readonly configFile: string;
  readonly inputs: readonly Input[];
  readonly out: string;
  /** Folder for the sprites. */
  readonly publicDir: string;
  /** Path from `out` to that folder, with a trailing slash; '' if they are the same. */
  readonly spriteFolder: string;
  readonly fileName: string;
  readonly exclude: readonly string[];
  readonly prefix: string;
  /** Templates of additional ids. */
  readonly ids: readonly string[];
  readonly names: NamesFormat;
  readonly base: string;
  readonly aliases: Readonly<Record<string, string>>;
  readonly layouts: readonly Layout[];
  readonly styles: readonly Style[];
  readonly catalog: false | CatalogForm;
  readonly svgo: SvgoOptions;
  /** Globs of files → mode; the last match counts. */
  readonly color: Readonly<Record<string, ColorMode>>;
  readonly portable: boolean;
  readonly verify: VerificationSettings | false;
  readonly activeContent: ActiveContent;
  readonly limits: Limits;
  readonly split: false | 'folder' | number;
  readonly keepGoing: boolean;
  readonly cache: boolean | string;
  /** 0: one per processor. */
  readonly threads: number;
  readonly check: CheckConfig;
}
