import type { CssSettings } from './css.ts';
import type { IconifySettings } from './iconify.ts';
import type { OutputSettings } from './output.ts';

/** Additional outputs and what they are for. */
export const OUTPUT_NAMES = {
  iconify: 'icon set for the tools of Iconify',
  css: 'style sheet with a class for each icon',
  tailwind: 'plugin for Tailwind CSS 4',
  unocss: 'preset for UnoCSS',
  universal: 'sprite for <use>, <img>, background and mask',
  files: 'an SVG file for each icon',
  json: 'data, name → viewBox and body',
  ts: 'the same data as a module',
  react: 'components for React',
  preact: 'components for Preact',
  vue: 'components for Vue',
  svelte: 'components for Svelte',
  solid: 'components for Solid',
  angular: 'components for Angular',
  'react-native': 'components for React Native',
} as const;

export type OutputName = keyof typeof OUTPUT_NAMES;

/** Settings of the requested outputs. */
export interface Outputs extends Partial<Record<OutputName, OutputSettings>> {
  readonly iconify?: IconifySettings;
  readonly css?: CssSettings;
}
