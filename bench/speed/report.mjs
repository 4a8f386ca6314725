/** Markdown of the results. */
import { AUTO, BOUND, ICONLOOM, LOOP, SVG_SPRITE, SVGO, UNVERIFIED } from './commands.mjs';
import { NO_CHANGE, NODE_START, ONE_CHANGED } from './measure-set.mjs';

/** CPU and wall time in ms or s. */
function time(result, name) {
  const [cpu, wall] = [result.of(name, 'cpu'), result.of(name, 'wall')];
  if (Number.isNaN(cpu)) return 'failed';
  return cpu < 2
    ? `${(cpu * 1000).toFixed(0)} / ${(wall * 1000).toFixed(0)} ms`
    : `${cpu.toFixed(2)} / ${wall.toFixed(2)} s`;
}

/** Ratio of CPU and wall times. */
function ratio(result, name, other) {
  return ['cpu', 'wall']
    .map((key) => (result.of(name, key) / result.of(other, key)).toFixed(2))
    .join(' / ');
}

const row = (...cells) => `| ${cells.join(' | ')} |`;
const kB = (bytes) => (bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`);

/** Small sets, by version of Node. */
export function smallSetsTable(results) {
  return [
    row(
      'icons',
      'Node',
      ICONLOOM,
      SVGO,
      SVG_SPRITE,
      'ratio to svgo',
      'ratio to svg-sprite',
      UNVERIFIED,
      NO_CHANGE,
      NODE_START,
      'ratio',
    ),
    row('---:', '---', ...Array.from({ length: 9 }, () => '---:')),
    ...results.map(({ version, result }) =>
      row(
        ...[result.count, version],
        ...[ICONLOOM, SVGO, SVG_SPRITE].map((name) => time(result, name)),
        ratio(result, ICONLOOM, SVGO),
        ratio(result, ICONLOOM, SVG_SPRITE),
        ...[UNVERIFIED, NO_CHANGE, NODE_START].map((name) => time(result, name)),
        ratio(result, NO_CHANGE, NODE_START),
      ),
    ),
  ].join('\n');
}

/** Rebuilds of large sets. */
export function rebuildsTable(results) {
  return [
    row(
      'set',
      'icons',
      'cold',
      NO_CHANGE,
      'ratio to the bound',
      ONE_CHANGED,
      'ratio to nothing changed',
      'in a watch',
    ),
    row('---', ...Array.from({ length: 7 }, () => '---:')),
    ...results.map(({ set, result }) =>
      row(
        ...[set, result.count, time(result, ICONLOOM), time(result, NO_CHANGE)],
        ratio(result, NO_CHANGE, BOUND),
        time(result, ONE_CHANGED),
        ratio(result, ONE_CHANGED, NO_CHANGE),
        `${result.watch.toFixed(0)} ms`,
      ),
    ),
  ].join('\n');
}

/** Bytes of iconloom's sprites compared with svgo's joined output and the smallest correct peer. */
export function bytesTable(results) {
  return [
    row(
      'set',
      'three digits',
      'auto',
      'svgo, joined',
      'smallest correct tool',
      'auto to svgo',
      'auto to that tool',
      'CPU time of auto',
    ),
    row('---', ...Array.from({ length: 7 }, () => '---:')),
    ...results.map(({ set, result }) => {
      const brotli = (name) => result.sprites.get(name)?.brotli;
      const peer = smallestCorrectPeer(result);
      const change = (other) =>
        other === undefined ? '' : `${((brotli(AUTO) / other - 1) * 100).toFixed(1)} %`;
      return row(
        ...[set, kB(brotli(ICONLOOM)), kB(brotli(AUTO)), kB(brotli(LOOP))],
        peer === undefined ? 'none' : `${kB(brotli(peer))} (${peer})`,
        change(brotli(LOOP)),
        change(peer && brotli(peer)),
        `${ratio(result, AUTO, ICONLOOM).split(' ')[0]} ×`,
      );
    }),
  ].join('\n');
}

function smallestCorrectPeer({ names, count, sprites }) {
  return names
    .filter((name) => !name.startsWith('iconloom') && sprites.get(name)?.matching === count)
    .sort((a, b) => sprites.get(a).brotli - sprites.get(b).brotli)[0];
}

/** All tools and one set. */
export function toolsTable({ set, result }) {
  const { names, sprites, memory } = result;
  return [
    `### ${set}, ${result.count} icons`,
    '',
    row('', 'CPU / wall', 'ratio to svgo', 'memory', 'sprite', 'brotli', 'correct'),
    row('---', ...Array.from({ length: 6 }, () => '---:')),
    ...names.map((name) => {
      const sprite = sprites.get(name);
      const peak = memory.get(name);
      return row(
        ...[name, time(result, name), ratio(result, name, SVGO)],
        Number.isNaN(peak) ? '' : `${(peak / 1e6).toFixed(0)} MB`,
        ...[kB(sprite?.raw), kB(sprite?.brotli)],
        sprite?.matching > 0 ? sprite.matching : '',
      );
    }),
    '',
    `Ratios of CPU and wall time: ${ICONLOOM} to ${SVG_SPRITE} ${ratio(result, ICONLOOM, SVG_SPRITE)}; without verification to the bare loop ${ratio(result, UNVERIFIED, LOOP)}.`,
  ].join('\n');
}
