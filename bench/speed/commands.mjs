/** Command lines of iconloom and of the tools that it is measured against. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CLI = here('../../dist/cli/bin.js');
const peer = (path) => here(`../node_modules/${path}`);
const program = (name) => (from, to) => [here(`../contenders/${name}.mjs`), from, to];

/**
 * Arguments for Node, without the executable.
 *
 * @param {string} from folder of SVG files
 * @param {string} to output folder
 * @param {string} cache folder for iconloom's cache
 */
export function iconloom(from, to, cache, ...flags) {
  return [CLI, 'build', from, '-o', to, '--cache', cache, '--silent', ...flags];
}

/** Names of the commands that the results single out. */
export const ICONLOOM = 'iconloom';
export const UNVERIFIED = 'iconloom --no-verify';
export const AUTO = 'iconloom --precision auto';
export const SVGO = 'svgo, command line';
export const LOOP = 'svgo, bare loop';
export const SVG_SPRITE = 'svg-sprite, command line';
export const BOUND = 'bound: read, join, write';

/** Commands that build a sprite, by name. Each takes a folder of SVG files, an output folder and a new folder for a cache. */
export const COMMANDS = {
  [ICONLOOM]: (from, to, cache) => iconloom(from, to, cache),
  [UNVERIFIED]: (from, to, cache) => iconloom(from, to, cache, '--no-verify'),
  [AUTO]: (from, to, cache) => iconloom(from, to, cache, '--precision', 'auto'),
  [SVGO]: (from, to) => [peer('svgo/bin/svgo.js'), '--quiet', '--folder', from, '--output', to],
  [LOOP]: program('loop'),
  [SVG_SPRITE]: (from, to) => [
    ...[peer('svg-sprite/bin/svg-sprite.js'), '--dest', to],
    ...['--symbol', '--symbol-dest', '.', '--symbol-sprite', 'sprite.svg'],
    ...readdirSync(from).map((name) => join(from, name)),
  ],
  'svgo + svgstore': program('svgstore'),
  'vite-plugin-svg-spritemap': program('spritemap'),
  'svg-symbol-sprite': program('symbol-sprite'),
  [BOUND]: program('bound'),
};

/** Commands that are measured for small sets: what people start by hand or in each build. */
export const SMALL_SET_COMMANDS = [ICONLOOM, UNVERIFIED, SVGO, SVG_SPRITE];
