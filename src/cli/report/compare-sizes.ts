import type { BuildSizes, BuildStats } from '../../core/types.ts';

/** Sizes in bytes. Compressed ones are missing if not measured. */
interface Sizes {
  readonly raw: number;
  readonly gzip?: number;
  readonly brotli?: number;
}

/** Sizes of the source files and of the sprites. */
export interface SizeComparison {
  /** The source files as one text. */
  readonly before: Sizes;
  readonly after: Sizes;
  /** The source files, each compressed alone: what a page loads without a sprite. */
  readonly files: Sizes & { readonly count: number };
}

export function compareSizes({
  stats: { icons, bytes },
  sizes,
}: {
  readonly stats: BuildStats;
  readonly sizes?: BuildSizes | undefined;
}): SizeComparison {
  return {
    before: { raw: bytes.before, ...sizes?.joined },
    after: { raw: bytes.after, ...sizes?.sprites },
    files: { count: icons, raw: bytes.before, ...sizes?.files },
  };
}
