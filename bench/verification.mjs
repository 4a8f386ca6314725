/**
 * Measures the cost of the visual verification: builds of public sets with and without it, in turn,
 * in the same run; the icons that needed a lower optimization level; and the size of the sprite
 * compared with that of svgo's command line.
 *
 * node bench/verification.mjs [--runs 3] [set…]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from '../dist/index.js';
import { iconsFolderOf, SETS } from './sets.mjs';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-verification-'));

async function timed(folder, verify) {
  const start = performance.now();
  const result = await build(
    { inputs: folder, out: join(scratch, 'out'), verify },
    { dryRun: true },
  );
  return { seconds: (performance.now() - start) / 1000, result };
}

/** Output of svgo's command line for the same icons, joined. */
function joinedBySvgo(folder) {
  const out = join(scratch, 'svgo');
  const cli = join(modules, 'svgo/bin/svgo.js');
  execFileSync('node', [cli, '-q', '-r', '-f', folder, '-o', out], { stdio: 'ignore' });
  const files = readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.svg'));
  const text = files.map((file) => readFileSync(join(out, file), 'utf8')).join('');
  rmSync(out, { recursive: true });
  return text;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kilobytes = (text) => {
  const bytes = Buffer.from(text);
  return `${(bytes.length / 1000).toFixed(1)} kB, brotli ${(brotliCompressSync(bytes, { params: { 1: 9 } }).length / 1000).toFixed(1)} kB`;
};

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(SETS);
try {
  for (const name of names) {
    const folder = iconsFolderOf(name, scratch);
    const [off, on] = [[], []];
    let result;
    await timed(folder, false);
    for (let run = 0; run < Number(values.runs); run++) {
      off.push((await timed(folder, false)).seconds);
      const verified = await timed(folder, true);
      on.push(verified.seconds);
      result = verified.result;
    }
    const [without, withVerification] = [median(off), median(on)];
    console.log(`${name}: ${result.icons.length} icons`);
    console.log(
      `  time      ${without.toFixed(2)} s without verification, ${withVerification.toFixed(2)} s with it: ratio ${(withVerification / without).toFixed(2)}`,
    );
    const relaxed = result.diagnostics.filter(({ code }) => code === 'optimized-gently');
    console.log(`  lower     ${relaxed.length} icons`);
    for (const { file, message } of relaxed) {
      console.log(`            ${file.split('/').at(-1)}: ${message.replace(/.*so it was /, '')}`);
    }
    const images = result.icons.filter(({ facts }) => facts.form === 'image').length;
    const sprite = result.files.find(({ path }) => path === 'sprite.svg').contents;
    console.log(`  sprite    ${kilobytes(sprite)}; ${images} icons as images`);
    console.log(`  svgo      ${kilobytes(joinedBySvgo(folder))} (command line, joined)`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
