import { parseViewBox } from '../../svg/view-box.ts';
import { FINAL_STAGE, type SourcePair } from './compare.ts';
import { visibleDifferenceBox } from './pixels.ts';
import { renderPicture } from './renderer.ts';

/**
 * Describes where two pictures differ, by center and size in units of the viewBox: `12,4 (3 × 2)`.
 * '' if it is not known.
 *
 * @param side of the pictures, in px
 */
export async function changedArea(
  { before, after, sides: _, ...shape }: SourcePair,
  side: number,
  viewBox: string,
): Promise<string> {
  const options = { ...shape, side: side * FINAL_STAGE.scale };
  const beforePicture = await renderPicture(before, options);
  const box = visibleDifferenceBox(beforePicture, await renderPicture(after, options), FINAL_STAGE);
  const view = parseViewBox(viewBox);
  if (!box || !view) return '';
  const scale = Math.min(beforePicture.width / view.width, beforePicture.height / view.height);
  // A viewBox of other proportions is centered.
  const [left, top] = [
    view.x + (box.left - (beforePicture.width - view.width * scale) / 2) / scale,
    view.y + (box.top - (beforePicture.height - view.height * scale) / 2) / scale,
  ];
  const [width, height] = [box.width / scale, box.height / scale];
  const digits = Math.max(0, Math.round(1 - Math.log10(Math.max(view.width, view.height) / 24)));
  const text = (value: number) => String(Number(value.toFixed(Math.min(digits, 9))));
  return `${text(left + width / 2)},${text(top + height / 2)} (${text(width)} × ${text(height)})`;
}
