import type { Compiler } from 'webpack';
import type { PluginOptions } from '../options.ts';
import { applyTo } from './webpack-like.ts';

/** Icons for webpack. Sprites go to `assets/`, and are linked below the public path. */
export default function icons(options: PluginOptions = {}): WebpackPlugin {
  return { name: 'iconloom', apply: (compiler) => applyTo(compiler, options) };
}

/** A plugin of webpack. */
export interface WebpackPlugin {
  readonly name: string;
  readonly apply: (compiler: Compiler) => void;
}
