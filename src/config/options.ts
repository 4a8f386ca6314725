import { LIMITS } from '../core/limits.ts';
import type { ColorMode } from '../core/types.ts';
import { LAYOUTS, STYLES } from '../emit/layouts.ts';
import type { UserConfig } from './types.ts';

export const COLOR_MODES: readonly ColorMode[] = ['keep', 'currentColor', 'variables'];

/** Shape of an option's value. */
export type Kind =
  | {
      readonly is:
        | 'text'
        | 'path'
        | 'fileName'
        | 'texts'
        | 'prefix'
        | 'ids'
        | 'flag'
        | 'names'
        | 'svgo'
        | 'verify'
        | 'color'
        | 'limits'
        | 'cache'
        | 'inputs'
        | 'split'
        | 'count'
        | 'catalog'
        | 'check';
    }
  | { readonly is: 'choice' | 'choices'; readonly of: readonly string[] };

/** One option. The table below drives validation, flags, help texts and the README. */
export interface Option {
  readonly kind: Kind;
  readonly default: unknown;
  /** Description: one sentence without a period. */
  readonly about: string;
  /** Flag of `iconloom build`, if the option has one. */
  readonly flag?: string;
}

export const OPTIONS: Readonly<Record<keyof UserConfig, Option>> = {
  inputs: {
    kind: { is: 'inputs' },
    default: ['icons'],
    about:
      'folders, SVG files, globs and packages with the icons; Iconify packages: { from, icons, folder }',
  },
  out: {
    kind: { is: 'path' },
    default: 'dist',
    about: 'output folder',
    flag: '-o, --out <dir>',
  },
  publicDir: {
    kind: { is: 'path' },
    default: '',
    about: 'folder for the sprites, which browsers load; by default the output folder',
    flag: '--public-dir <dir>',
  },
  fileName: {
    kind: { is: 'fileName' },
    default: '[name].svg',
    about: 'file name of a sprite, with [name] and [hash]; the generated names and iconHref use it',
    flag: '--file-name <pattern>',
  },
  exclude: {
    kind: { is: 'texts' },
    default: [],
    about: 'globs of files to ignore',
    flag: '--exclude <glob>',
  },
  prefix: {
    kind: { is: 'prefix' },
    default: '',
    about: "text before each name in the symbol's id",
    flag: '--prefix <text>',
  },
  ids: {
    kind: { is: 'ids' },
    default: [],
    about:
      'additional ids of each symbol, as templates with [name], [dir], [folder], [path]: icon-[dir]-[name]',
    flag: '--ids <template>',
  },
  names: {
    kind: { is: 'choice', of: ['js', 'ts'] },
    default: 'js',
    about: 'js writes icons.js and icons.d.ts, ts writes one icons.ts',
    flag: '--names <format>',
  },
  base: {
    kind: { is: 'text' },
    default: '',
    about:
      "URL of the sprite's folder, the default base of iconHref; in packages import.meta.url, the folder of the names",
    flag: '--base <url>',
  },
  aliases: {
    kind: { is: 'names' },
    default: {},
    about: 'additional names, alias → name of an icon',
  },
  layouts: {
    kind: { is: 'choices', of: Object.keys(LAYOUTS) },
    default: [],
    about: 'additional sprites in other layouts: css, view, defs, stack',
    flag: '--layout <list>',
  },
  styles: {
    kind: { is: 'choices', of: STYLES },
    default: ['css'],
    about: 'stylesheet languages of the layouts: css, scss, less, styl',
    flag: '--style <list>',
  },
  catalog: {
    kind: { is: 'catalog' },
    default: false,
    about:
      'a page to browse the icons: folder for a folder of files for a web host, file for one HTML file',
    flag: '--catalog <folder|file>',
  },
  svgo: {
    kind: { is: 'svgo' },
    default: {},
    about: 'options for svgo: floatPrecision, overrides (of preset-default), plugins (run first)',
  },
  color: {
    kind: { is: 'color' },
    default: 'keep',
    about: 'color mode: keep, currentColor, variables; or an object, glob → one of these',
    flag: '--color <mode>',
  },
  portable: {
    kind: { is: 'flag' },
    default: true,
    about: 'embed an icon as an image in its symbol if browsers cannot draw it otherwise',
    flag: '--portable <on|off>',
  },
  verify: {
    kind: { is: 'verify' },
    default: true,
    about:
      'compare each icon with its source: on, off (true, false in the configuration), strict (unverified icons are errors), or the share of pixels that may differ',
    flag: '--verify <mode>',
  },
  activeContent: {
    kind: { is: 'choice', of: ['error', 'remove'] },
    default: 'error',
    about: 'scripts, event handlers and other active content: error, or remove with a warning',
    flag: '--active-content <mode>',
  },
  limits: {
    kind: { is: 'limits' },
    default: LIMITS,
    about: 'maximum of one icon: bytes, elements, depth, attributes, value, drawn, pixels',
  },
  split: {
    kind: { is: 'split' },
    default: false,
    about: 'several sprites: folder for one per folder, or a number for the maximum bytes of each',
    flag: '--split <folder|bytes>',
  },
  keepGoing: {
    kind: { is: 'flag' },
    default: false,
    about: 'leave out icons with errors instead of writing nothing (still exits with 1)',
    flag: '--keep-going',
  },
  cache: {
    kind: { is: 'cache' },
    default: true,
    about:
      'cache processed icons for the next build: true (in node_modules/.cache/iconloom), false, or a folder',
    flag: '--cache <on|off|dir>',
  },
  threads: {
    kind: { is: 'count' },
    default: 0,
    about: 'maximum number of threads; 0 for one per processor',
    flag: '--threads <n>',
  },
  check: {
    kind: { is: 'check' },
    default: {},
    about: 'settings of iconloom check: preset, rules, maxWarnings, drift',
  },
};
