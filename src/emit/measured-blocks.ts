/** Block of a sprite: digest of the block and the preceding window, and the compressed size. */
export type MeasuredBlock = readonly [digest: string, size: number];

/** Maximum number of blocks in memory: those of a sprite of some ten megabytes. */
const REMEMBERED = 256;

/** Sizes by digest, the most recent last. */
const known = new Map<string, number>();

export function knownSize(digest: string): number | undefined {
  return known.get(digest);
}

/** Adds measured blocks, also from another process with the same version of the compressor. */
export function knowBlocks(blocks: readonly MeasuredBlock[]): void {
  for (const [digest, size] of blocks) {
    known.delete(digest);
    known.set(digest, size);
  }
  for (const oldest of known.keys()) {
    if (known.size <= REMEMBERED) break;
    known.delete(oldest);
  }
}

/** Measured blocks so far, for another process. */
export function measuredBlocks(): readonly MeasuredBlock[] {
  return [...known];
}
