/** Icons of the bundled set, in the order in which a person compares them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../icons/', import.meta.url));

/** Icons that belong together because they must match, or must be distinguishable. */
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
  ['fb', 'fm', 'gp', 'ins', 'ok', 'tg', 'tw', 'vk', 'wt', 'x-logo', 'yt'],
];

/** @typedef {{ title?: string, displayName?: string, tags?: string[], aliases?: string[] }} Meta */
/** @typedef {{ name: string, svg: string, meta: Meta }} Drawing */

/**
 * Reads the families of icons; icons without a family are the last one.
 *
 * @returns {Drawing[][]}
 */
export function readFamilies(folder = FOLDER) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -'.svg'.length));
  const inFamily = new Set(FAMILIES.flat());
  const rest = names.filter((name) => !inFamily.has(name));
  return [...FAMILIES, rest]
    .map((family) => family.filter((name) => names.includes(name)))
    .filter((family) => family.length > 0)
    .map((family) => family.map((name) => readDrawing(name, folder)));
}

/** @param {string} name @returns {Drawing} */
export function readDrawing(name, folder = FOLDER) {
  const metaFile = `${folder}/${name}.meta.json`;
  return {
    name,
    svg: readFileSync(`${folder}/${name}.svg`, 'utf8'),
    meta: existsSync(metaFile) ? JSON.parse(readFileSync(metaFile, 'utf8')) : {},
  };
}
