/**
 * Duplicate icons in public sets.
 *
 *     node bench/duplicates.mjs [set…]
 *
 * Needs `npm run build`. A measurement, not a test: duplicates do not make it fail. Prints the
 * findings of the three rules and their time, and writes to `.sheet/` an image for each rule with the
 * icons of each finding in a row, for review by a person.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../dist/index.js';
import { findingsSheet } from './set/findings.mjs';
import { iconsFolderOf, SETS } from './sets.mjs';
import { load } from './source.mjs';

const { drawingOf } = await load('lint/lint-source.ts');
const { duplicates } = await load('lint/rules/duplicates.ts');
const { nearDuplicates } = await load('lint/rules/near-duplicates.ts');
const { turnedDuplicates } = await load('lint/rules/turned-duplicates.ts');

const SHEETS = fileURLToPath(new URL('../.sheet/', import.meta.url));
const RULES = [duplicates, nearDuplicates, turnedDuplicates];

/** @param {string} set @param {string} scratch folder for temporary files */
async function measure(set, scratch) {
  const inputs = iconsFolderOf(set, scratch);
  const cwd = dirname(inputs);
  const built = await build(
    { inputs, out: join(scratch, 'out'), keepGoing: true, verify: false, cache: false },
    { cwd, dryRun: true },
  );
  const drawings = built.icons.map((icon) =>
    drawingOf(readFileSync(resolve(cwd, icon.source.file), 'utf8'), icon),
  );
  console.log(`\n${set}: ${drawings.length} drawings`);
  for (const rule of RULES) {
    const started = performance.now();
    const findings = await rule.check({ drawings, sprites: [] }, {});
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\n${rule.name}: ${findings.length} in ${seconds} s`);
    for (const { file, message } of findings) console.log(`  ${file}: ${message}`);
    if (findings.length === 0) continue;
    const file = join(SHEETS, `${rule.name}-${set}.png`);
    writeFileSync(file, findingsSheet(findings, drawings));
    console.log(`  ${file}`);
  }
}

mkdirSync(SHEETS, { recursive: true });
const sets = process.argv.slice(2);
for (const set of sets.length > 0 ? sets : ['tabler', 'simple-icons']) {
  if (!(set in SETS)) throw new Error(`There is no set '${set}': ${Object.keys(SETS).join(', ')}.`);
  const scratch = await mkdtemp(join(tmpdir(), 'iconloom-duplicates-'));
  try {
    await measure(set, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
