/** How many icons of a sprite look like their drawings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './source.mjs';

const { kebabCase } = await load('core/names.ts');
const { comparePictures } = await load('icon/verify/renderer.ts');
const { hasElement } = await load('icon/source-text.ts');

/** What contenders put before the names of files in ids; we write those in kebab-case. */
const PREFIXES = ['', 'icon-', 'sprite-'];
/** Side in px of the pictures, and the share of pixels that may differ, as in a build's proof. */
const SIDE = 64;
const TOLERANCE = 0.02;

/**
 * Renders each icon out of the sprite, with what it refers to, and holds it against its drawing.
 *
 * @param {string} sprite text of the sprite
 * @param {string} folder of the drawings, flat
 * @returns {Promise<{ right: number, total: number }>}
 */
export async function drawnRight(sprite, folder) {
  const symbols = new Map();
  const rest = sprite.replace(/<symbol\b([^>]*)>[\s\S]*?<\/symbol>/g, (symbol, attributes) => {
    symbols.set(/\bid="([^"]*)"/.exec(attributes)?.[1], symbol);
    return '';
  });
  const shared = rest.replace(/^[\s\S]*?<svg\b[^>]*>|<\/svg>\s*$/g, '');
  const names = readdirSync(folder).map((file) => file.replace(/\.svg$/, ''));
  let right = 0;
  for (const name of names) {
    const ids = [name, kebabCase(name)].flatMap((each) => PREFIXES.map((prefix) => prefix + each));
    const id = ids.find((each) => symbols.has(each));
    if (id === undefined) continue;
    const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8');
    if (await looksLike(asDrawing(symbols.get(id), shared), drawing)) right += 1;
  }
  return { right, total: names.length };
}

/** The symbol as a root, since resvg ends the process on some symbols that are used. */
function asDrawing(symbol, shared) {
  const others = symbol.includes('#') ? shared : '';
  return symbol
    .replace(
      /^<symbol\b/,
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
    )
    .replace(/\sxmlns(:xlink)?="[^"]*"(?=[^<>]*\sxmlns\1=")/g, '')
    .replace(/(?<=^<[^>]*)>/, `>${others}`)
    .replace(/<\/symbol>$/, '</svg>');
}

async function looksLike(icon, drawing) {
  const [, , width = 1, height = 1] =
    /\bviewBox="([^"]*)"/
      .exec(icon)?.[1]
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const found = await comparePictures({
    before: drawing,
    after: icon,
    sides: [SIDE],
    isWide: width >= height,
    hasText: hasElement(drawing, 'text'),
  });
  return Array.isArray(found) && Math.max(...found) <= TOLERANCE;
}
