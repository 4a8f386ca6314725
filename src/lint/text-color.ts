import type { IconFacts } from '../core/types.ts';
import { luminanceOf, type RgbTuple } from './luminance.ts';
import { rgbaOf } from './paint.ts';

/** Color of the text around an icon. */
export const TEXT_COLOR = 'currentColor';

/** Largest difference between the channels of a gray, 0 to 255. */
const MAX_GRAY_CHROMA = 24;
/** Largest relative luminance of a color that hardly differs from black. */
const MAX_DARK_LUMINANCE = 0.05;

/** Checks if a color is black or almost black, like those that design tools start with. */
export function isNearBlack(color: string): boolean {
  const rgb = rgbOf(color);
  return rgb !== undefined && luminanceOf(rgb) < MAX_DARK_LUMINANCE;
}

/** Checks if a color looks like that of text: black, white, a gray, or almost black. */
export function looksLikeText(color: string): boolean {
  const rgb = rgbOf(color);
  if (!rgb) return false;
  return Math.max(...rgb) - Math.min(...rgb) <= MAX_GRAY_CHROMA || isNearBlack(color);
}

function rgbOf(color: string): RgbTuple | undefined {
  const rgba = rgbaOf(color);
  return rgba && [rgba[0], rgba[1], rgba[2]];
}

/** Page's control over the colors of a built icon. */
export type PageControl = 'text-color' | 'variables' | 'none';

/** Determines how the page sets the colors of a built icon, all of them. */
export function pageControlOf({ colors }: Pick<IconFacts, 'colors'>): PageControl {
  if (colors.length > 0 && colors.every((color) => color === TEXT_COLOR)) return 'text-color';
  const isSet = (color: string) => color === TEXT_COLOR || color.startsWith('var(');
  return colors.length > 0 && colors.every(isSet) ? 'variables' : 'none';
}
