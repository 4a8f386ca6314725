/**
 * What the proof costs: builds of real sets with and without it, in turn, in the same run; which
 * icons needed a gentler step; and the sprite's bytes against svgo's command line and plain joining.
 *
 * node bench/proof.mjs [--runs 3] [set…]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from '../dist/index.js';
import { drawingsOf, SETS } from './sets.mjs';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-proof-'));

async function timed(folder, verify) {
  const start = performance.now();
  const result = await build(
    { inputs: folder, out: join(scratch, 'out'), verify },
    { dryRun: true },
  );
  return { seconds: (performance.now() - start) / 1000, result };
}

/** The same icons through svgo's command line, joined as they are. */
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
    const folder = drawingsOf(name, scratch);
    const [off, on] = [[], []];
    let result;
    await timed(folder, false);
    for (let run = 0; run < Number(values.runs); run++) {
      off.push((await timed(folder, false)).seconds);
      const proven = await timed(folder, true);
      on.push(proven.seconds);
      result = proven.result;
    }
    const [without, withProof] = [median(off), median(on)];
    console.log(`${name}: ${result.icons.length} icons`);
    console.log(
      `  time      ${without.toFixed(2)} s without the proof, ${withProof.toFixed(2)} s with it: ratio ${(withProof / without).toFixed(2)}`,
    );
    const gently = result.diagnostics.filter(({ code }) => code === 'optimized-gently');
    console.log(`  gentler   ${gently.length} icons`);
    for (const { file, message } of gently) {
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
