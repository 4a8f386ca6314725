import type { Icon } from '../core/types.ts';
import { collectCandidates, findIdenticalPairs } from './duplicate-candidates.ts';
import { createLintSource } from './lint-source.ts';

/** Checks if two icons look the same, although their markup may differ. */
export async function haveSameDrawing(a: Icon, b: Icon): Promise<boolean> {
  const sources = [a, b].map((icon) =>
    // Metadata does not count: a deprecated icon may look like its replacement.
    createLintSource('', { ...icon, source: { ...icon.source, meta: {} } }),
  );
  const candidates = await collectCandidates({ sources, sprites: [] });
  return findIdenticalPairs(candidates).length > 0;
}
