import { readFileSync } from 'node:fs';

/** Longer side in px: large enough to recognize, small enough for a tooltip. */
const SIDE = 48;
/** Readable on the light and on the dark background of an editor. */
const NEUTRAL = '#888';
/** Limit of characters; editors truncate long tooltips. */
const LARGEST = 16_384;

/** The `<svg>` tag of the root. */
const ROOT = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/;
/** Paint that is not a keyword. */
const PAINTED =
  /(?:fill|stroke|color)\s*[:=]\s*["']?\s*(?:#|url|(?!none|currentColor|inherit)[a-z])/i;

/** Source file as a Markdown image; '' if it cannot be shown. */
export function sourcePicture(file: string, name: string): string {
  const svg = sizedSvg(readIfThere(file));
  if (svg === '' || svg.length > LARGEST) return '';
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
  const [width = 1, height = 1] = boxOf(root);
  const scale = SIDE / Math.max(width, height);
  const isPainted = PAINTED.test(svg);
  const hasFill = /\sfill\s*=/.test(root);
  const sized = root
    .replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(
      '<svg',
      `<svg width="${width * scale}" height="${height * scale}" color="${NEUTRAL}"${
        hasFill || isPainted ? '' : ` fill="${NEUTRAL}"`
      }${/\sviewBox\s*=/.test(root) ? '' : ` viewBox="0 0 ${width} ${height}"`}`,
    );
  return svg.slice(svg.indexOf(root)).replace(root, () => sized);
}

/** Width and height of the icon in user units. */
function boxOf(root: string): readonly number[] {
  const box = /\sviewBox\s*=\s*["']([^"']*)/
    .exec(root)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .slice(2);
  const sides =
    box ??
    ['width', 'height'].map(
      (side) => new RegExp(`\\s${side}\\s*=\\s*["']([^"']*)`).exec(root)?.[1],
    );
  const [width, height] = sides.map((side) => Number.parseFloat(side ?? ''));
  return width && height && width > 0 && height > 0 ? [width, height] : [SIDE, SIDE];
}
