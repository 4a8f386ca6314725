/**
 * Fuzzes the transform with a hundred thousand mutated SVG files: files of public sets and fixtures,
 * with valid and nearly valid values of every grammar, and trees of hostile parts. Looks for crashes
 * and hangs of the transform (for a sample also of the verification), for output that is not
 * well-formed or contains private words of the input, and in Chromium for scripts, requests and
 * changes of the page.
 *
 * node bench/fuzz.mjs [--inputs 100000] [--seed 1] [--seeds <folder of more files to mutate>]...
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';
import { examine } from './fuzz/examine.mjs';
import { inputsFrom } from './fuzz/inputs.mjs';
import { processInputs } from './fuzz/workers.mjs';
import { iconsFolderOf, SETS } from './sets.mjs';

const { openLab } = await createJiti(import.meta.url).import('../test/browser/hostile-lab.ts');

/** Icons per sprite. Larger pages take longer than several small ones. */
const BATCH = 100;
/** Number of browsers; each waits for frames half of the time. */
const LABS = 3;
/** Limit of batches that are examined at the same time. */
const MAX_EXAMINED = 6;
/** Interval of progress messages, in inputs. */
const PROGRESS = 10_000;
const KINDS = ['crash', 'hang', 'malformed', 'unsafe', 'again', 'private', 'page', 'request'];

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', multiple: true, default: [] },
  },
});
const total = Number(values.inputs);
const seed = Number(values.seed);
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-fuzz-'));
const folders = [
  ...Object.keys(SETS).map((set) => iconsFolderOf(set, scratch)),
  ...values.seeds.map((folder) => resolve(folder)),
];
const inputOf = await inputsFrom(folders, seed);

const codes = new Map();
const flawed = new Map(KINDS.map((kind) => [kind, new Set()]));
const slowest = [];
let unmatched = 0;

function note(name, flaw) {
  const index = Number(/\d+/.exec(name));
  flawed.get(flaw.split(':')[0]).add(name);
  writeFileSync(join(scratch, `${index}.svg`), inputOf(index));
  console.log(`${name}: ${flaw}`);
}

function secondsSince(time) {
  return ((performance.now() - time) / 1000).toFixed(0);
}

function keepSlowest(answer) {
  slowest.push(answer);
  slowest.sort((a, b) => b.ms - a.ms).splice(5);
}

const labs = await Promise.all(Array.from({ length: LABS }, () => openLab()));
const start = performance.now();
let built = [];
/** Batches that are waiting or being examined. */
const examining = new Set();
let done = 0;

/** Examines a batch in a browser while the workers process the next one. */
async function examineBuilt() {
  const batch = built;
  built = [];
  while (labs.length === 0) await Promise.race(examining);
  const lab = labs.pop();
  for (const [name, flaw] of await examine(lab, batch)) note(name, flaw);
  labs.push(lab);
}

function startExamining() {
  const job = examineBuilt().finally(() => examining.delete(job));
  examining.add(job);
}

function report() {
  console.log(`${done} inputs in ${secondsSince(start)} s, seed ${seed}`);
  for (const [code, times] of [...codes].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${times} ${code}`);
  }
  console.log([...flawed].map(([kind, names]) => `${kind} ${names.size}`).join(', '));
  console.log(`values that css-tree gave up on: in ${unmatched} inputs`);
  console.log(
    `slowest: ${slowest.map(({ index, ms }) => `i${index} ${ms.toFixed(0)} ms`).join(', ')}`,
  );
  console.log(`flawed inputs are in ${scratch}`);
}

// A stopped run reports its results so far.
process.once('SIGTERM', () => {
  report();
  process.exit(1);
});

await processInputs(total, {
  script: new URL('fuzz-worker.mjs', import.meta.url),
  args: [JSON.stringify(folders), JSON.stringify(seed)],
  async onAnswer(answer) {
    const { index, code, flaws, symbols, ms = 0 } = answer;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    for (const flaw of flaws) note(`i${index}`, flaw);
    if (answer.unmatched > 0) unmatched += 1;
    keepSlowest({ index, ms });
    if (symbols) built.push({ name: `i${index}`, symbols });
    if (built.length >= BATCH) startExamining();
    if (++done % PROGRESS === 0) console.log(`${done} inputs, ${secondsSince(start)} s`);
    while (examining.size >= MAX_EXAMINED) await Promise.race(examining);
  },
});
if (built.length > 0) startExamining();
await Promise.all(examining);
for (const lab of labs) await lab.close();

report();
if ([...flawed.values()].some(({ size }) => size > 0)) process.exitCode = 1;
