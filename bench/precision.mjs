/**
 * Measures what `precision: 'auto'` saves and what it changes.
 *
 *     node bench/precision.mjs [--sheets folder] [--no-peers] [set…]
 *
 * Needs `npm run build`, and `npm ci --prefix bench` for the peers. Each set is built with three
 * digits, with `auto`, and by the peers: bytes and CPU time of the whole process. All icons of the
 * sprite of `auto` are then drawn in Chromium and compared with their source files, see
 * `precision/draw-icons.mjs`. With `--sheets` it writes `<set>.png`: the twenty icons that `auto`
 * changes most.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from '../dist/index.js';
import { openDrawings, SIDES } from './precision/draw-icons.mjs';
import { worstSheet } from './precision/worst-sheet.mjs';
import { iconsFolderOf, SETS } from './sets.mjs';
import { AUTO, COMMANDS, ICONLOOM, LOOP, SVG_SPRITE } from './speed/commands.mjs';
import { flatFolder } from './speed/folders.mjs';
import { timeOf } from './speed/measure.mjs';

const PEERS = [
  ...[LOOP, 'svgo + svgstore', SVG_SPRITE],
  ...['vite-plugin-svg-spritemap', 'svg-symbol-sprite'],
];
/** Share of pixels that may differ, and the levels that count. */
const MAX_SHARE = 0.005;
const WORST = 20;

/** Sizes and CPU time of a command that builds a sprite. */
function measureCommand(name, from, scratch) {
  const [out, cache] = [
    join(scratch, 'out'),
    join(scratch, `cache-${Object.keys(COMMANDS).indexOf(name)}`),
  ];
  const time = timeOf([process.execPath, ...COMMANDS[name](from, out, cache)], { cwd: scratch });
  const path = join(out, 'sprite.svg');
  const sprite = existsSync(path) ? readFileSync(path) : undefined;
  rmSync(out, { recursive: true, force: true });
  if (time.failed || !sprite) return { name, failed: time.failed ?? 'no sprite' };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const brotli = brotliCompressSync(sprite, { params }).length;
  const gzip = gzipSync(sprite, { level: 9 }).length;
  return { name, cpu: time.cpu, raw: sprite.length, gzip, brotli, cache };
}

/** Icons of the sprite that `auto` has built, with their source files. */
async function pairsOf(from, cache) {
  const { icons, files } = await build(
    { inputs: '.', out: 'out', cache, precision: 'auto', keepGoing: true },
    { cwd: from, configFile: 'none', dryRun: true },
  );
  const sprite = files.find(({ path }) => path === 'sprite.svg').contents.toString();
  const root = sprite.slice(0, sprite.indexOf('>'));
  return icons.map(({ id, symbol, source, facts: { width, height, precision: chosen } }) => {
    if (!sprite.includes(symbol)) throw new Error(`The sprite lacks the symbol of '${id}'.`);
    return {
      ...{ id, width, height, digits: chosen?.digits },
      before: readFileSync(join(from, source.file), 'utf8'),
      after: `${root} width="${width}" height="${height}">${symbol}<use href="#${id}"/></svg>`,
    };
  });
}

function report(pairs, changes) {
  const over = (level) =>
    changes.filter((change) => change && Math.max(...change.shares[level]) > MAX_SHARE).length;
  const worst = (level) =>
    Math.max(...changes.map((change) => Math.max(...(change?.shares[level] ?? [0]))));
  const undrawn = changes.filter((change) => !change).length;
  return [64, 32]
    .map(
      (level) =>
        `over 0.5 % by more than ${level}: ${over(level)} (worst ${percent(worst(level))})`,
    )
    .concat(`${pairs.length} icons${undrawn > 0 ? `, ${undrawn} not drawn` : ''}`)
    .reverse()
    .join(', ');
}

const percent = (share) => `${(share * 100).toFixed(2)} %`;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const { values, positionals } = parseArgs({
  options: {
    sheets: { type: 'string' },
    peers: { type: 'boolean', default: true },
  },
  allowPositionals: true,
  allowNegative: true,
});
const drawings = await openDrawings();
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-precision-'));
try {
  for (const set of positionals.length > 0 ? positionals : Object.keys(SETS)) {
    iconsFolderOf(set, scratch);
    const from = flatFolder(set, scratch);
    const folder = join(scratch, `runs-${set}`);
    mkdirSync(folder);
    const rows = [ICONLOOM, AUTO, ...(values.peers ? PEERS : [])].map((name) =>
      measureCommand(name, from, folder),
    );
    console.log(`\n## ${set}\n\n| | raw | gzip | brotli | auto to it, brotli | CPU |`);
    console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
    const auto = rows[1];
    for (const { name, failed, cpu, raw, gzip, brotli } of rows) {
      const cells = failed
        ? ['failed', '', '', '', '']
        : [kB(raw), kB(gzip), kB(brotli), percent(auto.brotli / brotli - 1), `${cpu.toFixed(1)} s`];
      console.log(`| ${[name, ...cells].join(' | ')} |`);
    }
    console.log(`\nIn Chromium at ${SIDES.join(' and ')} px, share of pixels:\n`);
    const pairs = await pairsOf(from, auto.cache);
    const changes = await drawings.compare(pairs);
    console.log(`- ${report(pairs, changes)}`);
    const worst = pairs
      .map((pair, index) => ({ ...pair, share: Math.max(...(changes[index]?.shares[64] ?? [0])) }))
      .sort((a, b) => b.share - a.share)
      .slice(0, WORST);
    console.log(
      `- worst: ${worst.map(({ id, digits, share }) => `${id} (${digits}) ${percent(share)}`).join(', ')}`,
    );
    if (values.sheets) {
      mkdirSync(values.sheets, { recursive: true });
      writeFileSync(join(values.sheets, `${set}.png`), await worstSheet(drawings.page, worst));
    }
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  await drawings.close();
  rmSync(scratch, { recursive: true, force: true });
}
