/**
 * Measures build times of iconloom, of other tools and of a lower bound: all in one run, in turn,
 * medians of five, as ratios. Writes `bench/RESULTS.md` and its chart.
 *
 * npm run bench [-- --sets lucide,tabler --rounds 5]
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { countMatches } from './count-matches.mjs';
import { plot } from './plot.mjs';
import { iconsFolderOf } from './sets.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'lucide,simple-icons,tabler,logos' },
    rounds: { type: 'string', default: '5' },
  },
});
const ROUNDS = Number(values.rounds);
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-bench-'));
const CLI = here('../dist/cli/bin.js');
const contender = (name) => [here(`contenders/${name}.mjs`)];

/** Commands; each takes a folder of SVG files and an output folder. */
const CONTENDERS = {
  'iconloom, verification on': (from, to) => [
    CLI,
    'build',
    from,
    '-o',
    to,
    '--cache',
    newCache(),
    '--silent',
  ],
  'iconloom, verification off': (from, to) => [
    ...[CLI, 'build', from, '-o', to, '--cache', newCache(), '--silent', '--no-verify'],
  ],
  'svgo, command line': (from, to) => [
    ...[here('node_modules/svgo/bin/svgo.js'), '--quiet', '--folder', from, '--output', to],
  ],
  'svgo, bare loop': (from, to) => [...contender('loop'), from, to],
  'svg-sprite': (from, to) => [...contender('svg-sprite'), from, to],
  'svgo + svgstore': (from, to) => [...contender('svgstore'), from, to],
  'vite-plugin-svg-spritemap': (from, to) => [...contender('spritemap'), from, to],
  'svg-symbol-sprite': (from, to) => [...contender('symbol-sprite'), from, to],
  'bound: read, join, write': (from, to) => [...contender('bound'), from, to],
};

let caches = 0;
function newCache() {
  caches += 1;
  return join(scratch, `cache-${caches}`);
}

/** Time in s and peak memory in bytes of one run. */
function run(args) {
  const peak = join(scratch, 'peak');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', here('contenders/peak.mjs'), ...args],
    { env: { ...process.env, PEAK_FILE: peak }, cwd: scratch, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0)
    return { seconds: Number.NaN, memory: Number.NaN, failed: stderr.slice(0, 300) };
  return { seconds, memory: Number(readFileSync(peak, 'utf8')) };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Copies all SVG files of a set to one folder, under unique names. */
function flatFolder(set) {
  const from = iconsFolderOf(set, scratch);
  const to = join(scratch, `flat-${set}`);
  mkdirSync(to, { recursive: true });
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.svg')) cpSync(join(from, path), join(to, path.replaceAll('/', '-')));
  }
  return to;
}

/** Size of a contender's sprite, and the number of its icons that match their sources. */
async function inspectSprite(out, from) {
  try {
    const sprite = readFileSync(join(out, 'sprite.svg'));
    const { matching } = await countMatches(sprite.toString(), from);
    return { raw: sprite.length, brotli: brotliCompressSync(sprite).length, matching };
  } catch {
    return { raw: Number.NaN, brotli: Number.NaN, matching: Number.NaN };
  }
}

async function measureSet(set) {
  const from = flatFolder(set);
  const icons = readdirSync(from).length;
  const times = new Map();
  const memory = new Map();
  const bytes = new Map();
  const failed = new Map();
  const note = (name, result) => {
    times.set(name, [...(times.get(name) ?? []), result.seconds]);
    memory.set(name, [...(memory.get(name) ?? []), result.memory]);
    if (result.failed) failed.set(name, result.failed);
  };
  const warmCache = newCache();
  const out = join(scratch, `out-${set}-warm`);
  const warmBuild = [CLI, 'build', from, '-o', out, '--cache', warmCache, '--silent'];
  run(warmBuild);
  run(warmBuild);
  const changedFile = join(from, readdirSync(from)[Math.floor(icons / 2)]);
  const source = readFileSync(changedFile, 'utf8');
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, command] of Object.entries(CONTENDERS)) {
      const to = join(scratch, `out-${set}-${Object.keys(CONTENDERS).indexOf(name)}`);
      rmSync(to, { recursive: true, force: true });
      note(name, run(command(from, to)));
      if (round === 0) bytes.set(name, await inspectSprite(to, from));
    }
    note('nothing changed', run(warmBuild));
    writeFileSync(changedFile, source.replace('</svg>', `<path d="M1 ${round + 2}h3v1z"/></svg>`));
    note('one changed', run(warmBuild));
    writeFileSync(changedFile, source);
    run(warmBuild);
    run(warmBuild);
  }
  const { stdout } = spawnSync(process.execPath, [...contender('watch'), from, out], {
    encoding: 'utf8',
  });
  return { set, icons, times, memory, bytes, failed, watch: Number(stdout) };
}

const results = [];
for (const set of values.sets.split(',')) results.push(await measureSet(set));

function table(result) {
  const { times, memory, bytes, failed } = result;
  const of = (name) => median(times.get(name));
  const cli = of('svgo, command line');
  const rows = [...Object.keys(CONTENDERS)].map((name) => {
    if (failed.has(name)) return `| ${name} | failed | | | | | |`;
    const size = bytes.get(name);
    const brotli = Number.isNaN(size.brotli) ? '' : `${(size.brotli / 1000).toFixed(1)} kB`;
    const raw = Number.isNaN(size.raw) ? '' : `${(size.raw / 1000).toFixed(0)} kB`;
    const peak = `${(median(memory.get(name)) / 1e6).toFixed(0)} MB`;
    const matching = size.matching > 0 ? size.matching : '';
    return `| ${name} | ${of(name).toFixed(2)} s | ${(of(name) / cli).toFixed(2)} | ${peak} | ${raw} | ${brotli} | ${matching} |`;
  });
  const cold = of('iconloom, verification on');
  const none = of('nothing changed');
  const bound = of('bound: read, join, write');
  return [
    `## ${result.set}, ${result.icons} icons`,
    '',
    '| | time | ratio to svgo | memory | sprite | brotli | correct |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `Nothing changed: ${none.toFixed(2)} s, ${(none / cold).toFixed(3)} of a cold build, ${(none / bound).toFixed(2)} of the bound. One icon changed: ${of('one changed').toFixed(2)} s, ${(of('one changed') / none).toFixed(2)} of that. In a watch, a change is written after ${result.watch.toFixed(0)} ms.`,
    '',
    `Verification on, to svg-sprite: ${(cold / of('svg-sprite')).toFixed(2)}. Verification off, to the bare loop: ${(of('iconloom, verification off') / of('svgo, bare loop')).toFixed(2)}.`,
  ].join('\n');
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
  `# Build times

Written by \`npm run bench\`: medians of ${ROUNDS}, all tools in turn in one run. Whole processes, from start to end; iconloom with an empty cache that it fills. Correct: icons that, rendered from the sprite at 64 px, differ from their sources in at most 2 % of the pixels.

${machine}. iconloom ${require('../package.json').version}, ${versions.join(', ')}.

![Time against number of icons](time.svg)

${results.map(table).join('\n\n')}
`,
);
writeFileSync(
  here('time.svg'),
  plot(
    Object.keys(CONTENDERS).map((name) => ({
      name,
      points: results
        .map(({ icons, times }) => ({ x: icons, y: median(times.get(name)) }))
        .filter(({ y }) => !Number.isNaN(y))
        .sort((a, b) => a.x - b.x),
    })),
    { x: 'icons', y: 'seconds' },
  ),
);
rmSync(scratch, { recursive: true });
console.log(readFileSync(here('RESULTS.md'), 'utf8'));
