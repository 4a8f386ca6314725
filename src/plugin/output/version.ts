import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog.ts';

/** Changes whenever any icon, alias or drawing of a set does. */
export function catalogVersion({ icons }: Catalog): string {
  const hash = createHash('sha256');
  for (const { name, aliases, symbol, source } of icons) {
    hash.update(JSON.stringify([name, aliases, symbol, source.meta.directional]));
  }
  return hash.digest('hex').slice(0, 8);
}
