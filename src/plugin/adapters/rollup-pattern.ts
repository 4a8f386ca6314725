import { assetPattern, type FilePattern } from '../output/naming.ts';
import type { RollupOutput } from './output-hooks.ts';

/** Names of sprites in outputs of Rollup and Rolldown. */
export function rollupPattern({ assetFileNames }: RollupOutput): FilePattern {
  return assetPattern(assetFileNames, 'assets/[name]-[hash][extname]', 'assets/[name].[hash].svg');
}
