import { isError } from '../core/diagnostics.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { openCutter, orderFor } from '../sprite/create.ts';
import type { Found } from './gather.ts';
import { type Made, type MakeOptions, makeIcons } from './make-icons.ts';

/** Result of one chunk of source files. */
interface PartOutcome extends Omit<Made, 'value'> {
  readonly icons: readonly Icon[];
}

/** Options of {@link makeSprites}. */
export interface StreamOptions extends MakeOptions {
  /** Called with each chunk before its sprites are yielded. */
  readonly onPart: (part: PartOutcome) => void;
  /** Yields sprites of good icons although others have errors. */
  readonly keepGoing: boolean;
}

/** Number of source files per chunk: enough for all threads, few enough for memory. */
const PART = 2000;

/**
 * Makes sprites from source files and yields each as soon as its icons are finished. Memory holds no
 * more than the largest sprite and one chunk. After an error, no more sprites are yielded, but the
 * other files are still processed, so that all errors are reported.
 */
export async function* makeSprites(
  drawings: readonly Found[],
  options: StreamOptions,
): AsyncGenerator<Sprite> {
  const { config, keepGoing, onPart, onProgress } = options;
  const sorted = [...drawings].sort(orderFor(config.split));
  const cutter = openCutter(config);
  const size = config.split === false ? sorted.length : PART;
  let done = 0;
  let isWhole = true;
  for (let first = 0; first < Math.max(sorted.length, 1); first += Math.max(size, 1)) {
    const part = sorted.slice(first, first + size);
    const known = first - done;
    const { value, ...told } = await makeIcons(part, {
      ...options,
      after: sorted.length - first - part.length,
      onProgress: (now, _, file) => onProgress?.(done + now, sorted.length - known, file),
    });
    done += told.worked;
    isWhole &&= keepGoing || !told.diagnostics.some(isError);
    onPart({ ...told, icons: value });
    if (!isWhole) continue;
    for (const icon of value) {
      const sprite = cutter.add(icon);
      if (sprite) yield sprite;
    }
  }
  const last = isWhole ? cutter.end() : undefined;
  if (last) yield last;
}
