import { LIMITS } from '../core/limits.ts';
import type { ActiveContent, ColorMode, Limits, VerificationSettings } from '../core/types.ts';
import type { CatalogForm } from '../emit/catalog-forms.ts';
import { LAYOUTS, type Layout, STYLES, type Style } from '../emit/layouts.ts';
import type { NamesFormat } from '../emit/names.ts';
import { OUTPUT_NAMES, type Outputs } from '../emit/outputs/output-names.ts';
import type { SvgoOptions } from '../icon/svgo/plugin-order.ts';
import { type AnyOption, type Option, option } from './option.ts';
import { CATALOG, type CatalogChoice } from './schemas/catalog.ts';
import { COLOR } from './schemas/color.ts';
import { IDS, PREFIX } from './schemas/ids.ts';
import { INPUTS, type Input } from './schemas/inputs.ts';
import { LINT, type LintConfig } from './schemas/lint.ts';
import { OUTPUTS, type OutputsOption, resolveOutputs } from './schemas/outputs.ts';
import {
  CACHE,
  DEFAULT_PRECISION,
  LIMITS_BY_NAME,
  PRECISION,
  type Precision,
  SVGO,
} from './schemas/processing.ts';
import { FILE_NAME, SPLIT, type SplitOption } from './schemas/sprite-files.ts';
import {
  ANY_TEXT,
  COUNT,
  FLAG,
  oneOf,
  oneOrMoreOf,
  PATH,
  STRINGS_BY_NAME,
  TEXTS,
} from './schemas/values.ts';
import { resolveVerify, VERIFY, type Verify } from './schemas/verify.ts';

type OneOrMore<T> = T | readonly T[];

/**
 * All options. Types, validation, flags, help texts, the JSON Schema, the options of the bundler
 * plugin and the table in the README are derived from this table. `npm run docs:options` updates
 * the README.
 */
export const OPTIONS = {
  /**
   * Folders, SVG files and globs, relative to the configuration file; packages or paths in them, such
   * as `@acme/icons/svg`; Iconify packages. @default ['icons']
   */
  inputs: option({
    value: INPUTS,
    default: ['icons'],
    description:
      'folders, SVG files, globs and packages with the icons; Iconify packages: { from, icons, folder }',
    resolve: toArray<Input>,
  }) as Option<OneOrMore<Input>, readonly Input[]>,

  /** Output folder, relative to the configuration file. @default 'dist' */
  out: option({
    value: PATH,
    default: 'dist',
    description: 'output folder',
    flag: '-o, --out <dir>',
    scope: 'files',
  }) as Option<string, string, 'files'>,

  /**
   * Folder for the sprites and layouts, which browsers load, relative to the configuration file. The
   * other outputs are then not served. @default the output folder
   */
  publicDir: option({
    value: PATH,
    default: '',
    description: 'folder for the sprites, which browsers load; by default the output folder',
    flag: '--public-dir <dir>',
    scope: 'files',
  }) as Option<string, string, 'files'>,

  /**
   * File name of a sprite below its folder, with `[name]` and `[hash]`, a hash of its contents. The
   * generated names and `iconHref` use it. @default '[name].svg'
   */
  fileName: option({
    value: FILE_NAME,
    default: '[name].svg',
    description:
      'file name of a sprite, with [name] and [hash]; the generated names and iconHref use it',
    flag: '--file-name <pattern>',
    scope: 'files',
  }) as Option<string, string, 'files'>,

  /** Globs of files to ignore. An input that starts with `!` is one, too. @default [] */
  exclude: option({
    value: TEXTS,
    default: [],
    description: 'globs of files to ignore',
    flagDescription: 'glob of files to ignore; can be repeated',
    flag: '--exclude <glob>',
    resolve: toArray<string>,
  }) as Option<OneOrMore<string>, readonly string[]>,

  /** Text before each name in the symbol's id. @default '' */
  prefix: option({
    value: PREFIX,
    default: '',
    description: "text before each name in the symbol's id",
    flag: '--prefix <text>',
  }) as Option<string>,

  /**
   * Additional ids of each symbol, as templates: `icon-[dir]-[name]` gives `nav/menuOpen.svg` the id
   * `icon-nav-menuOpen` besides its own, so that links of other tools still work. `[name]` is the file,
   * `[dir]` its folders below the input, joined by the text that follows, `[folder]` the folder that
   * contains it, `[path]` folders and file with slashes. @default []
   */
  ids: option({
    value: IDS,
    default: [],
    description:
      'additional ids of each symbol, as templates with [name], [dir], [folder], [path]: icon-[dir]-[name]',
    flag: '--ids <template>',
    resolve: toArray<string>,
  }) as Option<OneOrMore<string>, readonly string[]>,

  /** `js` writes icons.js and icons.d.ts, `ts` one icons.ts. @default 'js' */
  names: option({
    value: oneOf(['js', 'ts'] satisfies NamesFormat[]),
    default: 'js',
    description: 'js writes icons.js and icons.d.ts, ts writes one icons.ts',
    flag: '--names <format>',
    scope: 'files',
  }) as Option<NamesFormat, NamesFormat, 'files'>,

  /**
   * URL in front of `fileName` in links to the sprite; the default of `iconHref`'s `base`.
   * `'import.meta.url'`: next to the module that links, so that the bundler of an app resolves it, as
   * packages need it. @default '', relative to the page
   */
  base: option({
    value: ANY_TEXT,
    default: '',
    description:
      'URL in front of fileName in links to the sprite; import.meta.url, for packages: next to the module that links',
    flag: '--base <url>',
    scope: 'files',
  }) as Option<string, string, 'files'>,

  /** Additional names: alias → name of an icon. @default {} */
  aliases: option({
    value: STRINGS_BY_NAME,
    default: {},
    description: 'additional names, alias → name of an icon',
  }) as Option<Readonly<Record<string, string>>>,

  /** Additional sprites in other layouts, created by svg-sprite. @default [] */
  layouts: option({
    value: oneOrMoreOf(Object.keys(LAYOUTS)),
    default: [],
    description: 'additional sprites in other layouts: css, view, defs, stack',
    flag: '--layout <list>',
    resolve: toUniqueArray<Layout>,
    scope: 'files',
  }) as Option<OneOrMore<Layout>, readonly Layout[], 'files'>,

  /** Stylesheet languages of the layouts. @default ['css'] */
  styles: option({
    value: oneOrMoreOf(STYLES),
    default: ['css'],
    description: 'stylesheet languages of the layouts: css, scss, less, styl',
    flag: '--style <list>',
    resolve: toUniqueArray<Style>,
    scope: 'files',
  }) as Option<OneOrMore<Style>, readonly Style[], 'files'>,

  /**
   * Additional outputs of the same icons, as names or as an object with settings:
   * `{ css: { icons: ['home'] }, react: true }`. @default []
   */
  outputs: option({
    value: OUTPUTS,
    default: [],
    description: `additional outputs: ${Object.keys(OUTPUT_NAMES).join(', ')}; or an object, output → true or settings`,
    flag: '--output <list>',
    flagDescription: `additional outputs: ${Object.keys(OUTPUT_NAMES).join(', ')}`,
    resolve: resolveOutputs,
    scope: 'files',
  }) as Option<OutputsOption, Outputs, 'files'>,

  /**
   * Page to browse the icons: `'folder'` writes `catalog/`, for any web host,
   * `'file'` one `catalog.html`. `false` means `'none'`. @default 'none'
   */
  catalog: option({
    value: CATALOG,
    default: 'none',
    description:
      'a page to browse the icons: none, folder for a folder of files for a web host, file for one HTML file',
    flag: '--catalog <form>',
    resolve: (form) => (form === 'none' ? false : form),
  }) as Option<CatalogChoice | false, CatalogForm | false>,

  /**
   * Digits after the decimal point in paths and other numbers. `'auto'`: as few as the picture of each icon
   * allows, compared with its source at eight times its size. `svgo.floatPrecision` is then the
   * maximum, and wins over a number. @default 3
   */
  precision: option({
    value: PRECISION,
    default: DEFAULT_PRECISION,
    description:
      'digits after the decimal point; auto: as few as the picture of each icon allows at eight times its size',
    flag: '--precision <digits>',
    parse: flagOrNumber,
  }) as Option<Precision>,

  /** Options for svgo. @default {} */
  svgo: option({
    value: SVGO,
    default: {},
    description:
      'options for svgo: floatPrecision, overrides (of preset-default), plugins (run first)',
  }) as Option<SvgoOptions>,

  /**
   * Color mode: `keep`; `currentColor`: icons in one color follow the page's text; `variables`: also,
   * icons in several colors take `--icon-1`, `--icon-2` … from the page. Or globs of files → mode, of
   * which the last match counts. Metadata wins. @default 'keep'
   */
  color: option({
    value: COLOR,
    default: 'keep',
    description: 'color mode: keep, currentColor, variables; or an object, glob → one of these',
    flagDescription: 'color mode: keep, currentColor, variables',
    flag: '--color <mode>',
    resolve: (color) => (typeof color === 'string' ? { '**': color } : color),
  }) as Option<
    ColorMode | Readonly<Record<string, ColorMode>>,
    /** Globs of files → mode; the last match counts. */
    Readonly<Record<string, ColorMode>>
  >,

  /**
   * Embeds an icon as an image in its symbol if not every browser could draw it in an external sprite.
   * @default true
   */
  portable: option({
    value: FLAG,
    default: true,
    description: 'embed an icon as an image in its symbol if browsers cannot draw it otherwise',
    flag: '--portable',
    negativeFlag: 'keep all icons as plain symbols',
  }) as Option<boolean>,

  /**
   * Compares each icon with its source, as pictures: `true` at 64 px, `'strict'` also at a second, odd
   * size, a number for the share of pixels that may differ (0 to 1). @default true
   */
  verify: option({
    value: VERIFY,
    default: true,
    description:
      'compare each icon with its source: true, false, strict (unverified icons are errors), or the share of pixels that may differ',
    flag: '--verify <mode>',
    flagDescription:
      'compare each icon with its source: on, strict (unverified icons are errors), or the share of pixels that may differ',
    negativeFlag: 'do not compare icons with their sources',
    parse: flagOrNumber,
    resolve: resolveVerify,
  }) as Option<Verify, VerificationSettings | false>,

  /** Scripts, event handlers and the like: an error, or removed with a warning. @default 'error' */
  activeContent: option({
    value: oneOf(['error', 'remove'] satisfies ActiveContent[]),
    default: 'error',
    description:
      'scripts, event handlers and other active content: error, or remove with a warning',
    flag: '--active-content <mode>',
  }) as Option<ActiveContent>,

  /**
   * Limits of one icon. A larger one is an error.
   * @default { bytes: 5_000_000, elements: 10_000, depth: 200, attributes: 500, value: 100_000, drawn: 100_000, pixels: 20_000_000 }
   */
  limits: option({
    value: LIMITS_BY_NAME,
    default: LIMITS,
    description: 'maximum of one icon: bytes, elements, depth, attributes, value, drawn, pixels',
    resolve: (limits) => ({ ...LIMITS, ...limits }),
  }) as Option<Partial<Limits>, Limits>,

  /**
   * Several sprites instead of one: `'folder'` for one per folder directly below the inputs, a number
   * for the maximum bytes of each. `false` means `'none'`. @default 'none'
   */
  split: option({
    value: SPLIT,
    default: 'none',
    description:
      'several sprites: none, folder for one per folder, or a number for the maximum bytes of each',
    flag: '--split <folder|bytes>',
    parse: flagOrNumber,
    resolve: (split) => (split === 'none' ? false : split),
  }) as Option<SplitOption | false, 'folder' | number | false>,

  /** Leaves out icons with errors instead of writing nothing. @default false */
  keepGoing: option({
    value: FLAG,
    default: false,
    description: 'leave out icons with errors instead of writing nothing (still exits with 1)',
    flag: '--keep-going',
  }) as Option<boolean>,

  /**
   * Caches processed icons for the next build: `true` in `node_modules/.cache/iconloom`, or a folder
   * relative to the configuration file. @default true
   */
  cache: option({
    value: CACHE,
    default: true,
    description:
      'cache processed icons for the next build: true (in node_modules/.cache/iconloom), false, or a folder',
    flag: '--cache <dir>',
    flagDescription:
      'folder for the cache of processed icons (default: node_modules/.cache/iconloom)',
    negativeFlag: 'process every icon again, and cache none',
    parse: flagOrNumber,
  }) as Option<boolean | string>,

  /** Maximum number of threads. 0: one per processor. @default 0 */
  threads: option({
    value: COUNT,
    default: 0,
    description: 'maximum number of threads; 0 for one per processor',
    flag: '--threads <n>',
    parse: flagOrNumber,
  }) as Option<number>,

  /** Settings of `iconloom check`. @default {} */
  lint: option({
    value: LINT,
    default: {},
    description: 'settings of iconloom check: preset, rules, maxWarnings, drift',
    scope: 'check',
  }) as Option<LintConfig, LintConfig, 'check'>,
};

/** Keys of all options, with an option's type for code that treats all of them alike. */
export const OPTION_ENTRIES: readonly (readonly [key: OptionKey, option: AnyOption])[] =
  Object.entries(OPTIONS) as [OptionKey, AnyOption][];

export type OptionKey = keyof typeof OPTIONS;

function toArray<T extends string | object>(value: OneOrMore<T>): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function toUniqueArray<T extends string>(value: OneOrMore<T>): readonly T[] {
  return [...new Set(toArray(value))];
}

/** Converts `on`, `off`, `true`, `false` and numbers; any other text is left to validation. */
function flagOrNumber(text: string): unknown {
  if (/^(on|off|true|false)$/.test(text)) return text === 'on' || text === 'true';
  return Number.isNaN(Number(text)) ? text : Number(text);
}
