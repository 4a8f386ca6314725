import type { ActiveContent, ColorMode, Limits, Verification } from '../core/types.ts';
import type { CatalogForm } from '../emit/catalog-forms.ts';
import type { Layout, Style } from '../emit/layouts.ts';
import type { NamesFormat } from '../emit/names.ts';
import type { SvgoOptions } from '../icon/plugin-order.ts';
import type { Preset } from '../lint/presets.ts';
import type { RuleSetting } from '../lint/types.ts';

/** Icons of an Iconify package, such as `@iconify-json/mdi`, or of `@iconify/json`, which has all. */
export interface IconifyInput {
  /** The package, or the path of a set's JSON file. */
  from: string;
  /** Names in the set. @default all that are not hidden */
  icons?: readonly string[];
  /** Put before the names of the icons, as a folder is. @default '' */
  folder?: string;
}

/** What `iconloom check` asks for. */
export interface CheckConfig {
  /** Rules to start from. @default 'recommended' */
  preset?: Preset;
  /** Rules that are set otherwise than in the preset: rule → off, a severity, or a severity and options. */
  rules?: Readonly<Record<string, RuleSetting>>;
  /** The most warnings with which a check still ends well. @default any number */
  maxWarnings?: number;
  /**
   * Whether outputs that are not what a build would write are errors; `false` does not look at them.
   * @default true where there is a build in the output folder and git does not ignore it
   */
  drift?: boolean;
}

/** Where icons come from: a folder, an SVG file, a glob, a package or a path in one, or an Iconify package. */
export type Input = string | IconifyInput;

/** What a user may configure. Everything has a default. */
export interface UserConfig {
  /**
   * Folders, SVG files and globs, relative to the configuration file; packages or what is in them,
   * such as `@acme/icons/svg`; Iconify packages. @default ['icons']
   */
  inputs?: Input | readonly Input[];
  /** Folder for the outputs, relative to the configuration file. @default 'dist' */
  out?: string;
  /**
   * Folder for the sprites and layouts, which browsers load, relative to the configuration file: the
   * other outputs then stay where nobody is served them. @default the folder of the other outputs
   */
  publicDir?: string;
  /**
   * File of a sprite below its folder, with `[name]` and `[hash]`, which stands for its contents; the
   * names and `iconHref` know it. @default '[name].svg'
   */
  fileName?: string;
  /** Globs of files to leave out. An input that starts with `!` is one, too. @default [] */
  exclude?: string | readonly string[];
  /** Put before each name to make the symbol's id. @default '' */
  prefix?: string;
  /**
   * Further ids of each symbol, as templates: `icon-[dir]-[name]` gives `nav/menuOpen.svg` the id
   * `icon-nav-menuOpen` beside its own, so that links of other tools go on working. `[name]` is the
   * file, `[dir]` its folders below the input, joined by what stands behind it, `[folder]` the folder
   * that it lies in, `[path]` folders and file with slashes. @default []
   */
  ids?: string | readonly string[];
  /** `js` writes icons.js and icons.d.ts, `ts` one icons.ts. @default 'js' */
  names?: NamesFormat;
  /**
   * URL of the folder that the sprite is served from; the default of `iconHref`'s `base`. In packages,
   * `'import.meta.url'`: beside the names, wherever an app's bundler puts the sprite. @default ''
   */
  base?: string;
  /** Further names: alias → name of an icon. @default {} */
  aliases?: Readonly<Record<string, string>>;
  /** Further sprites in other layouts, made by svg-sprite. @default [] */
  layouts?: Layout | readonly Layout[];
  /** Languages of the layouts' stylesheets. @default ['css'] */
  styles?: Style | readonly Style[];
  /**
   * A page to look through the icons in a browser: `'folder'` writes `catalog/`, for any web host,
   * `'file'` one `catalog.html`. @default false
   */
  catalog?: false | CatalogForm;
  /** Options for svgo. @default {} */
  svgo?: SvgoOptions;
  /**
   * What becomes of the colors: `keep`; `currentColor`: drawings in one color follow the page's text;
   * `variables`: that, and drawings in several take `--icon-1`, `--icon-2` … from the page. Or globs
   * of files → mode, the last that matches counts. Metadata wins. @default 'keep'
   */
  color?: ColorMode | Readonly<Record<string, ColorMode>>;
  /**
   * Make an icon an image in its symbol where an external sprite could not carry it in every
   * browser. @default true
   */
  portable?: boolean;
  /**
   * Hold each icon against its drawing, as pictures: `true` at 64 px, `'strict'` at a second, uneven
   * size too, a number for the share of pixels that may differ (0 to 1). @default true
   */
  verify?: boolean | 'strict' | number;
  /** Scripts, handlers and the like in a drawing: an error, or removed with a warning. @default 'error' */
  activeContent?: ActiveContent;
  /**
   * The most that one drawing may hold; a larger one is an error.
   * @default { bytes: 5_000_000, elements: 10_000, depth: 200, attributes: 500, value: 100_000, drawn: 100_000, pixels: 20_000_000 }
   */
  limits?: Partial<Limits>;
  /**
   * Several sprites instead of one: `'folder'`, one for each folder right below the inputs; a
   * number, each at most so many bytes. @default false
   */
  split?: false | 'folder' | number;
  /** Leave out icons that have errors instead of writing nothing. @default false */
  keepGoing?: boolean;
  /**
   * Keep finished icons for the next build: `true` in `node_modules/.cache/iconloom`, or the folder
   * to keep them in, relative to the configuration file. @default true
   */
  cache?: boolean | string;
  /** Most threads to work on. @default one for each processor */
  threads?: number;
  /** What `iconloom check` asks for. @default {} */
  check?: CheckConfig;
}

/** A configuration in which nothing is left open. */
export interface ResolvedConfig {
  /** Absolute path of the folder that relative paths start from. */
  readonly cwd: string;
  /** The file to name for mistakes in the configuration. */
  readonly configFile: string;
  readonly inputs: readonly Input[];
  readonly out: string;
  /** Folder for the sprites. */
  readonly publicDir: string;
  /** Path from `out` to that folder, with a slash at its end; '' where they are one. */
  readonly spriteFolder: string;
  readonly fileName: string;
  readonly exclude: readonly string[];
  readonly prefix: string;
  /** Templates of further ids. */
  readonly ids: readonly string[];
  readonly names: NamesFormat;
  readonly base: string;
  readonly aliases: Readonly<Record<string, string>>;
  readonly layouts: readonly Layout[];
  readonly styles: readonly Style[];
  readonly catalog: false | CatalogForm;
  readonly svgo: SvgoOptions;
  /** Globs of files → mode; the last that matches counts. */
  readonly color: Readonly<Record<string, ColorMode>>;
  readonly portable: boolean;
  readonly verify: Verification | false;
  readonly activeContent: ActiveContent;
  readonly limits: Limits;
  readonly split: false | 'folder' | number;
  readonly keepGoing: boolean;
  readonly cache: boolean | string;
  /** 0: one for each processor. */
  readonly threads: number;
  readonly check: CheckConfig;
}
