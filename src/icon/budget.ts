import type { Limits } from '../core/types.ts';
import { entityLength, MAX_ENTITY_LENGTH } from './source/entities.ts';
import { countElements, LimitError } from './source/limits.ts';

/** Levels of the depth limit that an embedded SVG counts as. */
const LEVELS_PER_IMAGE = 20;

/** Work that one file may cause, including all SVGs embedded in it at any depth. */
export interface WorkBudget {
  /** @throws {LimitError} if the bitmaps have more pixels than allowed. */
  spendPixels(pixels: number): void;
  /**
   * Counts an embedded SVG. Returns `false` if its entities expand to too much text.
   *
   * @param level 1 in the file itself, 2 in an SVG that is embedded there
   * @throws {LimitError} if the SVGs have more elements than allowed, or are nested too deeply.
   */
  spendSource(text: string, level: number): boolean;
}

export function createWorkBudget(svg: string, limits: Limits): WorkBudget {
  let pixels = limits.pixels;
  let entities = MAX_ENTITY_LENGTH;
  let elements: number | undefined;
  return {
    spendPixels(count) {
      pixels -= count;
      if (pixels < 0) throw new LimitError('pixels');
    },
    spendSource(text, level) {
      if (level * LEVELS_PER_IMAGE > limits.depth) throw new LimitError('depth');
      elements = (elements ?? limits.elements - countElements(svg)) - countElements(text);
      if (elements < 0) throw new LimitError('elements');
      entities -= entityLength(text);
      return entities >= 0;
    },
  };
}
