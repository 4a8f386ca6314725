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

/** One option: the table below drives validation, the command line's flags, help and the README. */
export interface Option {
  readonly kind: Kind;
  readonly default: unknown;
  /** One sentence without a full stop. */
  readonly about: string;
  /** Flag of `iconloom build`, where the option has one. */
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
    about: 'folder for the outputs',
    flag: '-o, --out <dir>',
  },
  publicDir: {
    kind: { is: 'path' },
    default: '',
    about: 'folder for the sprites, which browsers load; by default that of the other outputs',
    flag: '--public-dir <dir>',
  },
  fileName: {
    kind: { is: 'fileName' },
    default: '[name].svg',
    about: 'file of a sprite, with [name] and [hash]; the names and iconHref know it',
    flag: '--file-name <pattern>',
  },
  exclude: {
    kind: { is: 'texts' },
    default: [],
    about: 'globs of files to leave out',
    flag: '--exclude <glob>',
  },
  prefix: {
    kind: { is: 'prefix' },
    default: '',
    about: "put before each name to make the symbol's id",
    flag: '--prefix <text>',
  },
  ids: {
    kind: { is: 'ids' },
    default: [],
    about:
      'further ids of each symbol, as templates with [name], [dir], [folder], [path]: icon-[dir]-[name]',
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
      "URL of the sprite's folder, the default base of iconHref; import.meta.url in a package: beside the names",
    flag: '--base <url>',
  },
  aliases: {
    kind: { is: 'names' },
    default: {},
    about: 'further names, alias → name of an icon',
  },
  layouts: {
    kind: { is: 'choices', of: Object.keys(LAYOUTS) },
    default: [],
    about: 'further sprites in other layouts: css, view, defs, stack',
    flag: '--layout <list>',
  },
  styles: {
    kind: { is: 'choices', of: STYLES },
    default: ['css'],
    about: 'languages of the stylesheets of layouts: css, scss, less, styl',
    flag: '--style <list>',
  },
  catalog: {
    kind: { is: 'catalog' },
    default: false,
    about:
      'a page to look through the icons: folder for a folder of files for a web host, file for one HTML file',
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
    about:
      'what becomes of colors: keep, currentColor, variables; or an object, glob → one of these',
    flag: '--color <mode>',
  },
  portable: {
    kind: { is: 'flag' },
    default: true,
    about: 'make an icon an image in its symbol where browsers could not draw it otherwise',
    flag: '--portable <on|off>',
  },
  verify: {
    kind: { is: 'verify' },
    default: true,
    about:
      'compare each icon with its source: true, false, strict (unverified icons fail), or a share that may differ',
    flag: '--verify <mode>',
  },
  activeContent: {
    kind: { is: 'choice', of: ['error', 'remove'] },
    default: 'error',
    about: 'scripts, handlers and the like in a drawing: error, or remove with a warning',
    flag: '--active-content <mode>',
  },
  limits: {
    kind: { is: 'limits' },
    default: LIMITS,
    about:
      'the most that one drawing may hold: bytes, elements, depth, attributes, value, drawn, pixels',
  },
  split: {
    kind: { is: 'split' },
    default: false,
    about:
      'several sprites: folder for one for each folder, or a number for the most bytes of each',
    flag: '--split <folder|bytes>',
  },
  keepGoing: {
    kind: { is: 'flag' },
    default: false,
    about: 'leave out icons that have errors instead of writing nothing (still exits with 1)',
    flag: '--keep-going',
  },
  cache: {
    kind: { is: 'cache' },
    default: true,
    about:
      'keep finished icons for the next build: true (in node_modules/.cache/iconloom), false, or a folder',
    flag: '--cache <on|off|dir>',
  },
  threads: {
    kind: { is: 'count' },
    default: 0,
    about: 'most threads to work on; 0 for one for each processor',
    flag: '--threads <n>',
  },
  check: {
    kind: { is: 'check' },
    default: {},
    about: 'what iconloom check asks for: preset, rules, maxWarnings, drift',
  },
};
