import { LIMITS } from '../core/limits.ts';
import type { ColorMode } from '../core/types.ts';
import { LAYOUTS, STYLES } from '../emit/layouts.ts';
import type { UserConfig } from './types.ts';

export const COLOR_MODES: readonly ColorMode[] = ['keep', 'currentColor', 'variables'];

/** Shape of an option's value. */
export type OptionValueKind =
  | {
      readonly type:
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
  | { readonly type: 'choice' | 'choices'; readonly of: readonly string[] };

/** One option. The table below drives validation, flags, help texts and the README. */
export interface OptionDefinition {
  readonly kind: OptionValueKind;
  readonly default: unknown;
  /** Description: one sentence without a period. */
  readonly description: string;
  /** Flag of `iconloom build`, if the option has one. */
  readonly flag?: string;
}

export const OPTIONS: Readonly<Record<keyof UserConfig, OptionDefinition>> = {
  inputs: {
    kind: { type: 'inputs' },
    default: ['icons'],
    description:
      'folders, SVG files, globs and packages with the icons; Iconify packages: { from, icons, folder }',
  },
  out: {
    kind: { type: 'path' },
    default: 'dist',
    description: 'output folder',
    flag: '-o, --out <dir>',
  },
  publicDir: {
    kind: { type: 'path' },
    default: '',
    description: 'folder for the sprites, which browsers load; by default the output folder',
    flag: '--public-dir <dir>',
  },
  fileName: {
    kind: { type: 'fileName' },
    default: '[name].svg',
    description:
      'file name of a sprite, with [name] and [hash]; the generated names and iconHref use it',
    flag: '--file-name <pattern>',
  },
  exclude: {
    kind: { type: 'texts' },
    default: [],
    description: 'globs of files to ignore',
    flag: '--exclude <glob>',
  },
  prefix: {
    kind: { type: 'prefix' },
    default: '',
    description: "text before each name in the symbol's id",
    flag: '--prefix <text>',
  },
  ids: {
    kind: { type: 'ids' },
    default: [],
    description:
      'additional ids of each symbol, as templates with [name], [dir], [folder], [path]: icon-[dir]-[name]',
    flag: '--ids <template>',
  },
  names: {
    kind: { type: 'choice', of: ['js', 'ts'] },
    default: 'js',
    description: 'js writes icons.js and icons.d.ts, ts writes one icons.ts',
    flag: '--names <format>',
  },
  base: {
    kind: { type: 'text' },
    default: '',
    description:
      "URL of the sprite's folder, the default base of iconHref; in packages import.meta.url, the folder of the names",
    flag: '--base <url>',
  },
  aliases: {
    kind: { type: 'names' },
    default: {},
    description: 'additional names, alias → name of an icon',
  },
  layouts: {
    kind: { type: 'choices', of: Object.keys(LAYOUTS) },
    default: [],
    description: 'additional sprites in other layouts: css, view, defs, stack',
    flag: '--layout <list>',
  },
  styles: {
    kind: { type: 'choices', of: STYLES },
    default: ['css'],
    description: 'stylesheet languages of the layouts: css, scss, less, styl',
    flag: '--style <list>',
  },
  catalog: {
    kind: { type: 'catalog' },
    default: false,
    description:
      'a page to browse the icons: folder for a folder of files for a web host, file for one HTML file',
    flag: '--catalog <folder|file>',
  },
  svgo: {
    kind: { type: 'svgo' },
    default: {},
    description:
      'options for svgo: floatPrecision, overrides (of preset-default), plugins (run first)',
  },
  color: {
    kind: { type: 'color' },
    default: 'keep',
    description: 'color mode: keep, currentColor, variables; or an object, glob → one of these',
    flag: '--color <mode>',
  },
  portable: {
    kind: { type: 'flag' },
    default: true,
    description: 'embed an icon as an image in its symbol if browsers cannot draw it otherwise',
    flag: '--portable <on|off>',
  },
  verify: {
    kind: { type: 'verify' },
    default: true,
    description:
      'compare each icon with its source: on, off (true, false in the configuration), strict (unverified icons are errors), or the share of pixels that may differ',
    flag: '--verify <mode>',
  },
  activeContent: {
    kind: { type: 'choice', of: ['error', 'remove'] },
    default: 'error',
    description:
      'scripts, event handlers and other active content: error, or remove with a warning',
    flag: '--active-content <mode>',
  },
  limits: {
    kind: { type: 'limits' },
    default: LIMITS,
    description: 'maximum of one icon: bytes, elements, depth, attributes, value, drawn, pixels',
  },
  split: {
    kind: { type: 'split' },
    default: false,
    description:
      'several sprites: folder for one per folder, or a number for the maximum bytes of each',
    flag: '--split <folder|bytes>',
  },
  keepGoing: {
    kind: { type: 'flag' },
    default: false,
    description: 'leave out icons with errors instead of writing nothing (still exits with 1)',
    flag: '--keep-going',
  },
  cache: {
    kind: { type: 'cache' },
    default: true,
    description:
      'cache processed icons for the next build: true (in node_modules/.cache/iconloom), false, or a folder',
    flag: '--cache <on|off|dir>',
  },
  threads: {
    kind: { type: 'count' },
    default: 0,
    description: 'maximum number of threads; 0 for one per processor',
    flag: '--threads <n>',
  },
  check: {
    kind: { type: 'check' },
    default: {},
    description: 'settings of iconloom check: preset, rules, maxWarnings, drift',
  },
};
