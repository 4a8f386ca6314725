import type { Icon } from '../core/types.ts';
import { standaloneSvg } from './svg.ts';

/** Longer side of the picture in px: large enough to recognize, small enough for a tooltip. */
const SIDE = 48;
/** Readable on the light and on the dark background of an editor. */
const NEUTRAL = '#888';
/** Largest drawing, in characters, that is put into a comment; editors cut long tooltips. */
const LARGEST_PICTURE = 16_384;

/** The icon as a Markdown image that editors show in a tooltip; a note where it is too large. */
export function pictureOf(icon: Icon): string {
  const svg = sizedSvg(icon, SIDE);
  if (svg.length > LARGEST_PICTURE) {
    return `(Too large to show here: ${(svg.length / 1024).toFixed(0)} kB.)`;
  }
  return `![${icon.name}](data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')})`;
}

/** The icon as a drawing with its longer side in px, in a gray that shows on light and dark. */
export function sizedSvg(icon: Icon, longer: number): string {
  const { width, height, color } = icon.facts;
  const scale = longer / Math.max(width, height);
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const svg = standaloneSvg({
    ...icon,
    facts: { ...icon.facts, width: side(width), height: side(height) },
  });
  if (color === 'multi') return svg;
  const hasFill = /^<svg[^>]*\sfill="/.test(svg);
  return svg.replace('<svg', `<svg color="${NEUTRAL}"${hasFill ? '' : ` fill="${NEUTRAL}"`}`);
}
