import { displayNameOf } from '../core/display-name.ts';
import type { Icon } from '../core/types.ts';
import { standaloneSvg } from './svg.ts';

/** Longer side of a tooltip picture, in px. */
const PICTURE_SIZE = 48;
/** Readable on the light and on the dark background of an editor. */
const NEUTRAL = '#888';
/** Maximum size of an SVG in a comment, in characters; editors truncate long tooltips. */
const MAX_PICTURE_LENGTH = 16_384;

/** Icon as a Markdown image for editor tooltips; a note if it is too large. */
export function tooltipPicture(icon: Icon): string {
  const svg = sizedSvg(icon, PICTURE_SIZE);
  if (svg.length > MAX_PICTURE_LENGTH) {
    return `(Too large to show here: ${(svg.length / 1024).toFixed(0)} kB.)`;
  }
  return `![${displayNameOf(icon)}](data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')})`;
}

/** Icon as SVG with a given longer side in px, in a gray that is visible on light and dark. */
function sizedSvg(icon: Icon, size: number): string {
  const { width, height, color } = icon.facts;
  const scale = size / Math.max(width, height);
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const svg = standaloneSvg({
    ...icon,
    facts: { ...icon.facts, width: side(width), height: side(height) },
  });
  if (color === 'multi') return svg;
  const hasFill = /^<svg[^>]*\sfill="/.test(svg);
  return svg.replace('<svg', `<svg color="${NEUTRAL}"${hasFill ? '' : ` fill="${NEUTRAL}"`}`);
}
