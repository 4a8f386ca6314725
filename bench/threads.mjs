/**
 * Measures the number of icons from which a second thread, which compares images, pays for its
 * start: times of one thread and of two, in turn, for growing subsets of tabler. The constant
 * `MIN_JOBS_FOR_VERIFIER` in `src/node/thread-count.ts` depends on it.
 *
 * node bench/threads.mjs
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconsFolderOf } from './sets.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'iconloom-threads-'));
const CLI = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
const ROUNDS = 5;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function build(folder, threads) {
  const out = join(scratch, 'out');
  const args = [CLI, 'build', folder, '-o', out, '--no-cache', '--silent'];
  const start = performance.now();
  spawnSync(process.execPath, [...args, '--threads', String(threads)]);
  return performance.now() - start;
}

const from = iconsFolderOf('tabler', scratch);
const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.svg'),
);
for (const count of [250, 500, 1000, 2000, 4000, 6000]) {
  const folder = join(scratch, `icons-${count}`);
  mkdirSync(folder);
  const step = files.length / count;
  for (let index = 0; index < count; index++) {
    const path = files[Math.floor(index * step)];
    cpSync(join(from, path), join(folder, path.replaceAll('/', '-')));
  }
  const times = [1, 2].map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const threads of [1, 2]) times[threads - 1].push(build(folder, threads));
  }
  const [one, two] = times.map(median);
  console.log(
    `${count} icons: one thread ${one.toFixed(0)} ms, two ${two.toFixed(0)} ms, ratio ${(two / one).toFixed(2)}`,
  );
}
rmSync(scratch, { recursive: true });
