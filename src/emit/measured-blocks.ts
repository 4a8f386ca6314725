/** A part of a sprite, by what stands for it and for what is before it, and its size compressed. */
export type MeasuredBlock = readonly [digest: string, size: number];

/** Blocks to remember: those of a sprite of some ten megabytes. */
const REMEMBERED = 256;

/** The latest last. */
const known = new Map<string, number>();

export function knownSize(digest: string): number | undefined {
  return known.get(digest);
}

/** Takes what was measured, here or by another process with the same version of what compresses. */
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

/** What was measured so far, for another process. */
export function measuredBlocks(): readonly MeasuredBlock[] {
  return [...known];
}
