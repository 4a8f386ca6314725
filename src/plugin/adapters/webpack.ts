import type { Compiler } from 'webpack';
import type { PluginOptions } from '../options.ts';
import { applyPlugin } from './webpack-like.ts';

/** Icons for webpack. Sprites go to `assets/`, and are linked below the public path. */
export default function icons(options: PluginOptions = {}): WebpackPlugin {
  return { name: 'iconloom', apply: (compiler) => applyPlugin(compiler, options) };
}

/** A plugin of webpack. */
export interface WebpackPlugin {
  readonly name: string;
  readonly apply: (compiler: Compiler) => void;
}
