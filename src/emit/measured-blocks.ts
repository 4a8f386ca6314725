/** Block of a sprite: digest of the block and the preceding window, and the compressed size. */
export type MeasuredBlock = readonly [digest: string, size: number];

/** Maximum number of blocks in memory: those of a sprite of some ten megabytes. */
const MAX_BLOCKS = 256;

/** Sizes by digest, the most recent last. */
const sizes = new Map<string, number>();

export function cachedBlockSize(digest: string): number | undefined {
  return sizes.get(digest);
}

/** Adds measured blocks, also from another process with the same version of the compressor. */
export function cacheBlockSizes(blocks: readonly MeasuredBlock[]): void {
  for (const [digest, size] of blocks) {
    sizes.delete(digest);
    sizes.set(digest, size);
  }
  for (const oldest of sizes.keys()) {
    if (sizes.size <= MAX_BLOCKS) break;
    sizes.delete(oldest);
  }
}

/** Measured blocks so far, for another process. */
export function measuredBlocks(): readonly MeasuredBlock[] {
  return [...sizes];
}
