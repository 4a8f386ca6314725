import { readFileSync } from 'node:fs';

/** Longer side in px: large enough to recognize, small enough for a tooltip. */
const PICTURE_SIZE = 48;
/** Readable on the light and on the dark background of an editor. */
const NEUTRAL_COLOR = '#888';
/** Limit of characters; editors truncate long tooltips. */
const MAX_LENGTH = 16_384;

/** The `<svg>` tag of the root. */
const ROOT = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/;
/** Paint that is not a keyword. */
const PAINT =
  /(?:fill|stroke|color)\s*[:=]\s*["']?\s*(?:#|url|(?!none|currentColor|inherit)[a-z])/i;

/** Source file as a Markdown image; '' if it cannot be shown. */
export function sourcePicture(file: string, name: string): string {
  const svg = sizedSvg(readIfThere(file));
  if (svg === '' || svg.length > MAX_LENGTH) return '';
  return `![${name}](data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')})`;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Icon in the size of a tooltip; default black becomes gray. */
function sizedSvg(svg: string): string {
  const [root] = ROOT.exec(svg) ?? [];
  if (root === undefined) return '';
  const [width = 1, height = 1] = sizeOf(root);
  const scale = PICTURE_SIZE / Math.max(width, height);
  const isPainted = PAINT.test(svg);
  const hasFill = /\sfill\s*=/.test(root);
  const resized = root
    .replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(
      '<svg',
      `<svg width="${width * scale}" height="${height * scale}" color="${NEUTRAL_COLOR}"${
        hasFill || isPainted ? '' : ` fill="${NEUTRAL_COLOR}"`
      }${/\sviewBox\s*=/.test(root) ? '' : ` viewBox="0 0 ${width} ${height}"`}`,
    );
  return svg.slice(svg.indexOf(root)).replace(root, () => resized);
}

/** Width and height of the icon in user units. */
function sizeOf(root: string): readonly number[] {
  const viewBoxSize = /\sviewBox\s*=\s*["']([^"']*)/
    .exec(root)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .slice(2);
  const sides =
    viewBoxSize ??
    ['width', 'height'].map(
      (side) => new RegExp(`\\s${side}\\s*=\\s*["']([^"']*)`).exec(root)?.[1],
    );
  const [width, height] = sides.map((side) => Number.parseFloat(side ?? ''));
  return width && height && width > 0 && height > 0
    ? [width, height]
    : [PICTURE_SIZE, PICTURE_SIZE];
}
