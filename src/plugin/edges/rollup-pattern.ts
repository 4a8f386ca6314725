import { assetPattern, type FilePattern } from '../output/naming.ts';
import type { Output } from './output-hooks.ts';

/** Names of sprites in outputs of Rollup and Rolldown. */
export function rollupPattern({ assetFileNames }: Output): FilePattern {
  return assetPattern(assetFileNames, 'assets/[name]-[hash][extname]', 'assets/[name].[hash].svg');
}
