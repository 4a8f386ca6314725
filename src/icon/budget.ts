import type { Limits } from '../core/types.ts';
import { entityLength, MOST_ENTITIES } from './entities.ts';
import { countElements, OverLimit } from './limits.ts';

/** Levels of the depth limit that an embedded SVG counts as. */
const LEVELS_PER_IMAGE = 20;

/** Work that one file may cause, including all SVGs embedded in it at any depth. */
export interface Budget {
  /** @throws {OverLimit} if the bitmaps have more pixels than allowed. */
  takePixels(pixels: number): void;
  /**
   * Counts an embedded SVG. Returns `false` if its entities expand to too much text.
   *
   * @param level 1 in the file itself, 2 in an SVG that is embedded there
   * @throws {OverLimit} if the SVGs have more elements than allowed, or are nested too deeply.
   */
  takeDrawing(text: string, level: number): boolean;
}

export function openBudget(file: string, limits: Limits): Budget {
  let pixels = limits.pixels;
  let entities = MOST_ENTITIES;
  let elements: number | undefined;
  return {
    takePixels(count) {
      pixels -= count;
      if (pixels < 0) throw new OverLimit('pixels');
    },
    takeDrawing(text, level) {
      if (level * LEVELS_PER_IMAGE > limits.depth) throw new OverLimit('depth');
      elements = (elements ?? limits.elements - countElements(file)) - countElements(text);
      if (elements < 0) throw new OverLimit('elements');
      entities -= entityLength(text);
      return entities >= 0;
    },
  };
}
