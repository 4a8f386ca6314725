import type { Compiler } from '@rspack/core';
import type { PluginOptions } from '../options.ts';
import { applyPlugin } from './webpack-like.ts';

/** Icons for Rspack. Sprites go to `assets/`, and are linked below the public path. */
export default function icons(options: PluginOptions = {}): RspackPlugin {
  return { name: 'iconloom', apply: (compiler) => applyPlugin(compiler as never, options) };
}

/** A plugin of Rspack. */
export interface RspackPlugin {
  readonly name: string;
  readonly apply: (compiler: Compiler) => void;
}
