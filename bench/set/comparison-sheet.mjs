/** Bundled interface icons beside their counterparts in other sets: a reference, never copied. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caption, picture, place, THEMES } from './compose.mjs';

const LUCIDE = fileURLToPath(new URL('../../node_modules/lucide-static/icons', import.meta.url));
const TABLER = fileURLToPath(new URL('../../node_modules/@tabler/icons/icons', import.meta.url));

/** Name in the bundled set → names in Lucide and in Tabler. */
const COUNTERPARTS = {
  bookmark: ['bookmark', 'outline/bookmark'],
  'bookmark-b': ['', 'filled/bookmark'],
  tag: ['tag', 'outline/tag'],
  tags: ['tags', 'outline/tags'],
  check: ['check', 'outline/check'],
  close: ['x', 'outline/x'],
  'chevron-left': ['chevron-left', 'outline/chevron-left'],
  'chevron-right': ['chevron-right', 'outline/chevron-right'],
  'chevron-up': ['chevron-up', 'outline/chevron-up'],
  'chevron-down': ['chevron-down', 'outline/chevron-down'],
  'full-chevron-left': ['', 'filled/caret-left'],
  'full-chevron-right': ['', 'filled/caret-right'],
  'full-chevron-up': ['', 'filled/caret-up'],
  'full-chevron-down': ['', 'filled/caret-down'],
  stepback: ['skip-back', 'filled/player-skip-back'],
  'v-play': ['play', 'filled/player-play'],
  'v-pause': ['pause', 'filled/player-pause'],
  stepfor: ['skip-forward', 'filled/player-skip-forward'],
  muted: ['volume-x', 'outline/volume-3'],
  nomuted: ['volume-2', 'outline/volume'],
  music: ['music', 'outline/music'],
  camera: ['camera', 'outline/camera'],
  'v-expand': ['maximize', 'outline/maximize'],
  'v-compress': ['minimize', 'outline/minimize'],
  move: ['move', 'outline/arrows-move'],
  'sign-in': ['log-in', 'outline/login'],
  'sign-up': ['user-plus', 'outline/user-plus'],
  download: ['download', 'outline/download'],
  'swipe-down': ['chevrons-down', 'outline/swipe-down'],
  share: ['share-2', 'outline/share'],
  search: ['search', 'outline/search'],
  filter: ['funnel', 'outline/filter'],
  edit: ['pencil', 'outline/pencil'],
  trash: ['trash-2', 'outline/trash'],
  mail: ['mail', 'outline/mail'],
  file: ['file-text', 'outline/file-text'],
};

const SIZES = [48, 24, 16];
const COLUMNS = 12;
const STEP = 72;
/** Width of the column with the set names, in px. */
const LEFT = 60;

/** @param {import('./drawings.mjs').Drawing[][]} families */
export function comparisonSheet(families) {
  const ours = families.flat().filter(({ name }) => Object.hasOwn(COUNTERPARTS, name));
  let body = '';
  let y = 24;
  for (let start = 0; start < ours.length; start += COLUMNS) {
    const names = ours.slice(start, start + COLUMNS).map(({ name }) => name);
    const sets = {
      ours: ours.slice(start, start + COLUMNS).map(({ svg }) => svg),
      Lucide: names.map((name) => counterpart(LUCIDE, COUNTERPARTS[name][0])),
      Tabler: names.map((name) => counterpart(TABLER, COUNTERPARTS[name][1])),
    };
    for (const [column, name] of names.entries()) {
      body += caption(name, LEFT + column * STEP + SIZES[0] / 2, y - 5);
    }
    for (const size of SIZES) {
      for (const [set, drawings] of Object.entries(sets)) {
        body += caption(set, 10, y + size / 2, { anchor: 'start' });
        drawings.forEach((svg, column) => {
          body += place(svg, LEFT + column * STEP, y, size);
        });
        y += size + 8;
      }
      y += 8;
    }
    y += 16;
  }
  return picture(body, LEFT + COLUMNS * STEP, y, THEMES.light);
}

/** @param {string} folder @param {string} name '' if there is none */
function counterpart(folder, name) {
  const path = `${folder}/${name}.svg`;
  return name && existsSync(path) ? readFileSync(path, 'utf8') : '<svg viewBox="0 0 24 24"></svg>';
}
