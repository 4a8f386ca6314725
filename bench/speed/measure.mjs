/** CPU time, wall time and peak memory of whole processes. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PEAK = fileURLToPath(new URL('peak.mjs', import.meta.url));

/**
 * Runs a program once. The shell counts the CPU time of all its threads and child processes, so that
 * nothing is loaded into the program for measuring.
 *
 * @param {readonly string[]} command executable and arguments
 * @param {{ cwd: string }} options
 * @returns {{ cpu: number, wall: number } | { failed: string }} seconds
 */
export function timeOf(command, { cwd }) {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null';
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], {
    ...{ cwd, encoding: 'utf8', maxBuffer: 1e9 },
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) return { failed: stderr.slice(0, 300) };
  const [user, system, wall] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, wall };
}

/**
 * Runs a Node program once more, with a module that reports its peak memory.
 *
 * @param {readonly string[]} command executable of Node and arguments
 * @param {{ cwd: string, scratch: string }} options
 * @returns {number} bytes; `NaN` if the program failed
 */
export function peakMemoryOf([node, ...args], { cwd, scratch }) {
  const file = `${scratch}/peak`;
  rmSync(file, { force: true });
  spawnSync(node, ['--import', PEAK, ...args], {
    ...{ cwd, stdio: 'ignore' },
    env: { ...process.env, PEAK_FILE: file },
  });
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

/** Median of numbers; `NaN` of none. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
