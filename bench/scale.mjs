/**
 * Measures how a build grows with its set: time per icon and peak memory for thousands to hundreds of
 * thousands of icons. They are those of tabler, each copy with a line of its own, so that no two icons
 * are the same. Prints a table.
 *
 * node bench/scale.mjs [counts, default 1000,10000,100000,300000] [options of `iconloom build`]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconsFolderOf } from './sets.mjs';

const [counts = '1000,10000,100000,300000', ...options] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-scale-'));
const peakFile = join(scratch, 'peak');

const from = iconsFolderOf('tabler', scratch);
const originals = readdirSync(from, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svg'))
  .map((path) => ({ path, svg: readFileSync(join(from, path), 'utf8') }));

/** Writes a number of icons and returns their folder. */
function writeIcons(count) {
  const folder = join(scratch, `icons-${count}`);
  for (let index = 0; index < count; index++) {
    // Every n-th of a few, all of many.
    const step = Math.max(originals.length / count, 1);
    const { path, svg } = originals[Math.floor(index * step) % originals.length];
    const copy = Math.floor((index * step) / originals.length);
    const own = `<path d="M${copy % 24} ${(copy % 97) / 4}h${1 + copy / 64}"/>`;
    const target = join(folder, `set-${copy}`, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, copy === 0 ? svg : svg.replace('</svg>', `${own}</svg>`));
  }
  return folder;
}

/** CPU time of all child processes so far, in ms; `undefined` if the system does not say. */
function childrenCpu() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return undefined;
  }
}

/** Runs a build and returns its times in ms and its peak memory in bytes. */
function build(folder) {
  const out = join(scratch, 'out');
  const cli = [here('../dist/cli/bin.js'), 'build', folder, '-o', out, '--silent'];
  const preload = `--import=${new URL('./speed/peak.mjs', import.meta.url)}`;
  const [start, cpu] = [performance.now(), childrenCpu()];
  const args = [preload, ...cli, '--cache', join(scratch, 'cache'), ...options];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, PEAK_FILE: peakFile },
  });
  if (status !== 0) throw new Error(stderr);
  return {
    wall: performance.now() - start,
    cpu: cpu === undefined ? Number.NaN : childrenCpu() - cpu,
    peak: Number(readFileSync(peakFile, 'utf8')),
  };
}

const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
row(['icons', 'build', 'time', 'CPU time', 'CPU per icon', 'peak memory']);
row(['---:', '---', '---:', '---:', '---:', '---:']);
for (const count of counts.split(',').map(Number)) {
  const folder = writeIcons(count);
  for (const kind of ['cold', 'nothing changed']) {
    const { wall, cpu, peak } = build(folder);
    row([
      ...[count, kind, `${(wall / 1000).toFixed(1)} s`, `${(cpu / 1000).toFixed(1)} s`],
      ...[`${(cpu / count).toFixed(3)} ms`, `${(peak / 1e6).toFixed(0)} MB`],
    ]);
  }
  for (const used of [folder, join(scratch, 'out'), join(scratch, 'cache')]) {
    rmSync(used, { recursive: true });
  }
}
rmSync(scratch, { recursive: true });
