import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog.ts';

/** Hash of all icons with their names, aliases and symbols. */
export function catalogVersion({ icons }: Catalog): string {
  const hash = createHash('sha256');
  for (const { name, aliases, symbol, source } of icons) {
    hash.update(JSON.stringify([name, aliases, symbol, source.meta.directional]));
  }
  return hash.digest('hex').slice(0, 8);
}
