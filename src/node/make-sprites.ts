import { isError } from '../core/diagnostics.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { openCutter, orderFor } from '../sprite/create.ts';
import type { Found } from './gather.ts';
import { type Made, type MakeOptions, makeIcons } from './make-icons.ts';

/** What is told of a part of the drawings. */
interface PartOutcome extends Omit<Made, 'value'> {
  readonly icons: readonly Icon[];
}

/** How to make sprites. */
export interface StreamOptions extends MakeOptions {
  /** Called with each part, before its sprites are given. */
  readonly onPart: (part: PartOutcome) => void;
  /** Whether to give sprites of good icons though others have errors. */
  readonly keepGoing: boolean;
}

/** Drawings that are worked on together: enough for all threads, few enough to be held. */
const PART = 2000;

/**
 * Makes sprites of drawings, and gives each as soon as its icons are finished. No more is in memory
 * than the largest sprite and the drawings that are worked on together. Once an icon has an error,
 * no more sprites are given, but the other drawings are worked on, so that all errors are told.
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
