import { isError } from '../core/diagnostics.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { compareForSplit, openSpriteSplitter } from '../sprite/create-sprites.ts';
import type { SourceFile } from './collect-sources.ts';
import { type MakeIconsOptions, type MakeIconsResult, makeIcons } from './make-icons.ts';

/** Result of one chunk of source files. */
interface ChunkResult extends Omit<MakeIconsResult, 'value'> {
  readonly icons: readonly Icon[];
}

/** Options of {@link makeSprites}. */
export interface MakeSpritesOptions extends MakeIconsOptions {
  /** Called with each chunk before its sprites are yielded. */
  readonly onChunk: (chunk: ChunkResult) => void;
  /** Yields sprites of good icons although others have errors. */
  readonly keepGoing: boolean;
}

/** Number of source files per chunk: enough for all threads, few enough for memory. */
const CHUNK_SIZE = 2000;

/**
 * Makes sprites from source files and yields each as soon as its icons are finished. Memory holds no
 * more than the largest sprite and one chunk. After an error, no more sprites are yielded, but the
 * other files are still processed, so that all errors are reported.
 */
export async function* makeSprites(
  sources: readonly SourceFile[],
  options: MakeSpritesOptions,
): AsyncGenerator<Sprite> {
  const { config, keepGoing, onChunk, onProgress } = options;
  const sorted = [...sources].sort(compareForSplit(config.split));
  const splitter = openSpriteSplitter(config);
  const chunkSize = config.split === false ? sorted.length : CHUNK_SIZE;
  let processedCount = 0;
  let canEmit = true;
  for (let start = 0; start < Math.max(sorted.length, 1); start += Math.max(chunkSize, 1)) {
    const chunk = sorted.slice(start, start + chunkSize);
    const cachedCount = start - processedCount;
    const { value, ...result } = await makeIcons(chunk, {
      ...options,
      remaining: sorted.length - start - chunk.length,
      onProgress: (now, _, file) =>
        onProgress?.(processedCount + now, sorted.length - cachedCount, file),
    });
    processedCount += result.processedCount;
    canEmit &&= keepGoing || !result.diagnostics.some(isError);
    onChunk({ ...result, icons: value });
    if (!canEmit) continue;
    for (const icon of value) {
      const sprite = splitter.add(icon);
      if (sprite) yield sprite;
    }
  }
  const last = canEmit ? splitter.end() : undefined;
  if (last) yield last;
}
