/** Generates and judges inputs for `fuzz.mjs` in a separate process, which may crash or hang. */
import { createJiti } from 'jiti';
import { inputsFrom } from './fuzz/inputs.mjs';

const jiti = createJiti(import.meta.url);
const { judge } = await jiti.import('../test/fuzz/judge.ts');
const { resolveConfig } = await jiti.import('../src/config/resolve.ts');
const { transformVerified } = await jiti.import('../src/icon/verify/verify-icon.ts');

/** Interval of verified inputs: rendering takes ten times as long as the transform. */
const VERIFIED_EVERY = 100;
const COLORS = ['keep', 'currentColor', 'variables'];

const [folders, seed] = process.argv.slice(2).map((text) => JSON.parse(text));
const inputOf = await inputsFrom(folders, seed);
const { verify } = resolveConfig({}, { cwd: process.cwd(), configFile: 'none' });

/** Values that css-tree gives up on after too many steps; it only logs a warning. */
let unmatched = 0;
console.warn = () => {
  unmatched += 1;
};

process.on('message', async (index) => {
  unmatched = 0;
  const svg = inputOf(index);
  const start = performance.now();
  const verdict = await verdictOf(svg, index);
  process.send({ index, svg, ...verdict, ms: performance.now() - start, unmatched });
});

async function verdictOf(svg, index) {
  const id = `i${index}`;
  const verdict = await judge(svg, id, COLORS[index % COLORS.length]);
  if (index % VERIFIED_EVERY > 0) return verdict;
  try {
    await transformVerified(svg, { id, file: 'icon.svg', activeContent: 'remove' }, verify);
    return verdict;
  } catch (error) {
    return { ...verdict, flaws: [...verdict.flaws, `crash: verification: ${error.stack}`] };
  }
}

process.send('ready');
