/**
 * Measures build times of iconloom, of other tools and of a lower bound: all in one run, in turn,
 * as medians and ratios of CPU and wall time. Writes `bench/RESULTS.md` and its chart. Needs bash.
 *
 * npm run bench [-- --sets lucide,tabler --small 10,47,300 --rounds 5 --node /path/to/another/node]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { plot } from './plot.mjs';
import { COMMANDS, SMALL_SET_COMMANDS } from './speed/commands.mjs';
import { flatFolder, smallFolder } from './speed/folders.mjs';
import { measureSet } from './speed/measure-set.mjs';
import { bytesTable, rebuildsTable, smallSetsTable, toolsTable } from './speed/report.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'lucide,simple-icons,tabler,logos' },
    small: { type: 'string', default: '10,47,300' },
    rounds: { type: 'string', default: '5' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const rounds = Number(values.rounds);
const list = (text) => text.split(',').filter((item) => item !== '');
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-bench-'));

const small = [];
for (const node of [process.execPath, ...values.node]) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  for (const count of list(values.small).map(Number)) {
    console.error(`${count} icons, Node ${version}`);
    const from = smallFolder(count, scratch);
    const options = { scratch, rounds, node, names: SMALL_SET_COMMANDS };
    small.push({ version, result: await measureSet(from, options) });
  }
}
const large = [];
for (const set of list(values.sets)) {
  console.error(set);
  const options = { scratch, rounds, names: Object.keys(COMMANDS), withSprites: true };
  large.push({ set, result: await measureSet(flatFolder(set, scratch), options) });
}

const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} processors, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; Node ${process.version}`;
const versions = [
  ...['svgo', 'svg-sprite', 'svgstore', '@spiriit/vite-plugin-svg-spritemap', 'svg-symbol-sprite'],
].map(
  (name) =>
    `${name} ${JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), 'utf8')).version}`,
);

writeFileSync(
  here('RESULTS.md'),
  `# Build times and bytes

Written by \`npm run bench\`: medians of ${rounds}, all tools in turn in one run. Whole processes, from start to end. Times and ratios are CPU / wall. Cold: iconloom has an empty cache and fills it. The visual verification is on unless a table says otherwise.

${machine}. iconloom ${require('../package.json').version}, ${versions.join(', ')}.

## Small sets, cold

${smallSetsTable(small)}

## Rebuilds

${rebuildsTable(large)}

The bound reads all files, joins them and writes one.

## Bytes, brotli

${bytesTable(large)}

Svgo's output is joined as it is, without symbols and ids. A tool is correct if each icon, rendered from its sprite at 64 px, differs from its source in at most 2 % of the pixels.

## All tools, cold

![Time against number of icons](time.svg)

${large.map(toolsTable).join('\n\n')}
`,
);
if (large.length > 0) {
  writeFileSync(
    here('time.svg'),
    plot(
      Object.keys(COMMANDS).map((name) => ({
        name,
        points: large
          .map(({ result }) => ({ x: result.count, y: result.of(name, 'wall') }))
          .filter(({ y }) => !Number.isNaN(y))
          .sort((a, b) => a.x - b.x),
      })),
      { x: 'icons', y: 'seconds' },
    ),
  );
}
rmSync(scratch, { recursive: true });
console.log(readFileSync(here('RESULTS.md'), 'utf8'));
