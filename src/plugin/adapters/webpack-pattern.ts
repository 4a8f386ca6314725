import type { Compiler } from 'webpack';
import { assetName, assetPattern, type FilePattern, hashOf } from '../output/naming.ts';

/** `output.assetModuleFilename` if nobody set it; versions differ in what follows `[ext]`. */
const DEFAULT_NAMES: RegExp = /^\[hash\]\[ext\](\[query\])?(\[fragment\])?$/;

/** Names of sprites in outputs of webpack and Rspack. */
export function webpackPattern({ options }: Compiler): FilePattern {
  const { assetModuleFilename } = options.output;
  if (typeof assetModuleFilename !== 'function') {
    const names = toRollupPattern(assetModuleFilename ?? '');
    const isUnset = DEFAULT_NAMES.test(assetModuleFilename ?? '');
    return assetPattern(isUnset ? undefined : names, '', 'assets/[name].[hash].svg');
  }
  return (sprite, source) => {
    const contentHash = hashOf(source);
    const filename = assetName(sprite);
    return toRollupPattern(assetModuleFilename({ filename, contentHash } as never));
  };
}

/** Converts a pattern to Rollup's placeholders. */
function toRollupPattern(pattern: string): string {
  return pattern
    .replace(/\[(?:contenthash|fullhash|modulehash|hash)(:\d+)?\]/g, '[hash$1]')
    .replaceAll('[ext]', '[extname]')
    .replace(/\[(?:base|file)\]/g, '[name][extname]')
    .replace(/\[(?:path|query|fragment)\]/g, '');
}
