/** Counts the icons of a sprite that match their sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './source.mjs';

const { kebabCase } = await load('core/names.ts');
const { comparePictures } = await load('icon/verify/renderer.ts');
const { hasElement } = await load('icon/source/source-text.ts');

/** Prefixes of ids in the sprites of other tools; iconloom writes names in kebab-case. */
const PREFIXES = ['', 'icon-', 'sprite-'];
/** Side in px of the pictures, and the share of pixels that may differ, as in a build's visual verification. */
const SIDE = 64;
const TOLERANCE = 0.02;

/**
 * Renders each icon of the sprite, with the elements that it references, and compares it with its
 * source.
 *
 * @param {string} sprite text of the sprite
 * @param {string} folder of the sources, flat
 * @returns {Promise<{ matching: number, total: number }>}
 */
export async function countMatches(sprite, folder) {
  const symbols = new Map();
  const rest = sprite.replace(/<symbol\b([^>]*)>[\s\S]*?<\/symbol>/g, (symbol, attributes) => {
    symbols.set(/\bid="([^"]*)"/.exec(attributes)?.[1], symbol);
    return '';
  });
  const shared = rest.replace(/^[\s\S]*?<svg\b[^>]*>|<\/svg>\s*$/g, '');
  const names = readdirSync(folder).map((file) => file.replace(/\.svg$/, ''));
  let matching = 0;
  for (const name of names) {
    const ids = [name, kebabCase(name)].flatMap((each) => PREFIXES.map((prefix) => prefix + each));
    const id = ids.find((each) => symbols.has(each));
    if (id === undefined) continue;
    const source = readFileSync(join(folder, `${name}.svg`), 'utf8');
    if (await isMatch(toStandaloneSvg(symbols.get(id), shared), source)) matching += 1;
  }
  return { matching, total: names.length };
}

/** Symbol as a root element, since resvg crashes the process on some symbols in `<use>`. */
function toStandaloneSvg(symbol, shared) {
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

async function isMatch(icon, source) {
  const [, , width = 1, height = 1] =
    /\bviewBox="([^"]*)"/
      .exec(icon)?.[1]
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const found = await comparePictures({
    before: source,
    after: icon,
    sides: [SIDE],
    isWide: width >= height,
    hasText: hasElement(source, 'text'),
  });
  return Array.isArray(found) && Math.max(...found) <= TOLERANCE;
}
