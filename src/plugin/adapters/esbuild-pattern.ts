import type { BuildOptions } from 'esbuild';
import { assetPattern, type FilePattern } from '../output/naming.ts';

/** Names of sprites in outputs of esbuild, which adds the extension to `assetNames`. */
export function esbuildPattern({ assetNames }: BuildOptions): FilePattern {
  const names = assetNames?.replace(/\[dir\]\/?/g, '');
  return assetPattern(names && `${names}.svg`, '', 'assets/[name].[hash].svg');
}
