/** The drawings of our own set, in the order in which a person compares them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../icons/', import.meta.url));

/** Names that stand together because they must match, or must tell apart. */
const FAMILIES = [
  ['bookmark', 'bookmark-b'],
  ['tag', 'tags'],
  ['chevron-left', 'chevron-right', 'chevron-up', 'chevron-down'],
  ['full-chevron-left', 'full-chevron-right', 'full-chevron-up', 'full-chevron-down'],
  ['stepback', 'v-play', 'v-pause', 'stepfor'],
  ['muted', 'nomuted', 'music', 'camera'],
  ['v-expand', 'v-compress', 'move', 'share'],
  ['check', 'close'],
  ['sign-in', 'sign-up'],
  ['download', 'swipe-down'],
  ['search', 'filter'],
  ['edit', 'trash', 'mail', 'file', 'flag-ru'],
  ['fb', 'fm', 'gp', 'ins', 'ok', 'tg', 'tw', 'vk', 'wt', 'yt'],
];

/** @typedef {{ title?: string, tags?: string[], aliases?: string[] }} Meta */
/** @typedef {{ name: string, svg: string, meta: Meta }} Drawing */

/**
 * Families of drawings; those that no family names come last, in one of their own.
 *
 * @returns {Drawing[][]}
 */
export function readFamilies(folder = FOLDER) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -'.svg'.length));
  const known = new Set(FAMILIES.flat());
  const rest = names.filter((name) => !known.has(name));
  return [...FAMILIES, rest]
    .map((family) => family.filter((name) => names.includes(name)))
    .filter((family) => family.length > 0)
    .map((family) => family.map((name) => readDrawing(name, folder)));
}

/** @param {string} name @returns {Drawing} */
export function readDrawing(name, folder = FOLDER) {
  const about = `${folder}/${name}.meta.json`;
  return {
    name,
    svg: readFileSync(`${folder}/${name}.svg`, 'utf8'),
    meta: existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : {},
  };
}
