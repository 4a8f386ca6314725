import type { Limits } from '../core/types.ts';
import { entityLength, MOST_ENTITIES } from './entities.ts';
import { countElements, OverLimit } from './limits.ts';

/** Levels of a file's limit that a drawing inside an image counts as. */
const LEVELS_PER_IMAGE = 20;

/** Work that one file may cause, with all drawings that are embedded in it at any depth. */
export interface Budget {
  /** @throws {OverLimit} when the bitmaps come to more pixels than allowed. */
  takePixels(pixels: number): void;
  /**
   * Counts an embedded drawing. Returns `false` when its entities stand for too much.
   *
   * @param level 1 in the file itself, 2 in a drawing that is embedded there
   * @throws {OverLimit} when the drawings come to more elements than allowed, or lie too deep.
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
