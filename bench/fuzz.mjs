/**
 * Hostile and broken drawings by the hundred thousand: whether any crashes or hangs the transform
 * or the proof, and whether anything that acts, leaks or is text is left in what comes out, by the
 * parsers of Chromium.
 *
 * node bench/fuzz.mjs [--inputs 100000] [--seed 1]
 */
import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { HOSTILE_DRAWING } = await jiti.import('../test/fuzz/drawings.ts');
const { openLab } = await jiti.import('../test/browser/hostile-lab.ts');

const WORKERS = 2;
/** What is counted as a hang. */
const HANG_MS = 20_000;
const CHUNK = 1000;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'iconloom-fuzz-'));
const codes = new Map();
const findings = [];
let slowest = { ms: 0 };

function note(kind, index, svg, what) {
  findings.push(kind);
  writeFileSync(join(folder, `${kind}-${index}.svg`), svg);
  console.log(`${kind} ${index}: ${what}`);
}

/** Works off the inputs in one process, and in a new one after a crash or a hang. */
async function workOff(inputs, done) {
  let child = await startWorker();
  for (let input = inputs.pop(); input; input = inputs.pop()) {
    const answer = await ask(child, input);
    if (answer.code === 'hang' || answer.code === 'exit') child = await startWorker();
    done(input, answer);
  }
  child.kill();
}

function startWorker() {
  const child = fork(new URL('fuzz-worker.mjs', import.meta.url));
  return new Promise((resolve) => child.once('message', () => resolve(child)));
}

function ask(child, input) {
  return new Promise((resolve) => {
    const settle = (answer) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle({ code: 'hang' });
    }, HANG_MS);
    child.once('exit', (exit, signal) => settle({ code: 'exit', error: `${exit} ${signal}` }));
    child.once('message', settle);
    child.send(input);
  });
}

const spriteOf = (symbols) => `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;

const lab = await openLab();
const start = performance.now();
const total = Number(values.inputs);
for (let first = 0; first < total; first += CHUNK) {
  const numRuns = Math.min(CHUNK, total - first);
  const drawings = fc.sample(HOSTILE_DRAWING, { numRuns, seed: Number(values.seed) * 1e6 + first });
  const inputs = drawings.map((svg, offset) => ({ index: first + offset, svg }));
  const built = [];
  const done = ({ index, svg }, answer) => {
    codes.set(answer.code, (codes.get(answer.code) ?? 0) + 1);
    if (answer.ms > slowest.ms) slowest = { ms: answer.ms, index, svg };
    if (/^(crash|hang|exit)$/.test(answer.code)) note(answer.code, index, svg, answer.error);
    if (answer.isStable === false) note('unstable', index, svg, 'changes when it is built again');
    if (answer.code === 'built') built.push({ index, svg, symbols: answer.symbols });
  };
  await Promise.all(Array.from({ length: WORKERS }, () => workOff(inputs, done)));
  for (const { index, svg, symbols } of built) {
    for (const symbol of symbols) {
      const flaws = await lab.inspect(spriteOf([symbol]), `i${index}`);
      if (flaws.length > 0) note('leak', index, svg, flaws.join('; '));
    }
  }
  const sprites = [0, 1].map((form) => ({
    name: `form-${form}`,
    sprite: spriteOf(built.map(({ symbols }) => symbols[form])),
  }));
  for (const [name, flaws] of [...(await lab.open(sprites)), ...(await lab.inline(sprites))]) {
    if (flaws.length > 0) note('alive', first, sprites[0].sprite, `${name} ${flaws.join('; ')}`);
  }
}
await lab.close();
writeFileSync(join(folder, 'slowest.svg'), slowest.svg);

const seconds = ((performance.now() - start) / 1000).toFixed(0);
const count = (kind) => findings.filter((each) => each === kind).length;
console.log(`${total} inputs in ${seconds} s, seed ${values.seed}`);
for (const [code, times] of [...codes].sort(([, a], [, b]) => b - a))
  console.log(`  ${times} ${code}`);
console.log(
  `crashes ${count('crash') + count('exit')}, hangs ${count('hang')}, leaks ${count('leak') + count('alive')}, unstable ${count('unstable')}`,
);
console.log(
  `slowest ${slowest.ms.toFixed(0)} ms (${slowest.svg.length} characters); inputs kept in ${folder}`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
