/**
 * What share of deliberate defects the verifier catches: each applied to finished symbols of public
 * sets, of those that a person can see at 64 px.
 *
 *     node bench/defects.mjs [--sample 100] [set…]
 *
 * Needs `npm run build`. Visible is what changes 3 pixels by 24 of 255 levels or 16 pixels by 8, on
 * white or on black, in pictures of 512 px that are averaged down to 64. `pixelmatch` is the same
 * check by pixelmatch's defaults, on a quarter of a percent of the pixels.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import { DEFECTS } from './defects/kinds.mjs';
import { isVisible } from './defects/visible.mjs';
import { drawingsOf, SETS } from './sets.mjs';
import { load } from './source.mjs';

const { resolveConfig } = await load('config/resolve.ts');
const { tryTransformIcon } = await load('icon/transform.ts');
const { comparePictures, renderPicture } = await load('icon/verify/renderer.ts');
const { sourceOfSymbol } = await load('icon/verify/source-of-symbol.ts');

const { values, positionals } = parseArgs({
  options: { sample: { type: 'string', default: '100' } },
  allowPositionals: true,
});
const { verify } = resolveConfig({}, { cwd: process.cwd(), configFile: 'none' });
const SIDE = 64;

/** @template T @param {readonly T[]} list @param {number} size */
function spread(list, size) {
  const count = Math.min(size, list.length);
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

/** Finished symbols of a set, as sources. */
async function symbolsOf(set, scratch) {
  const folder = drawingsOf(set, scratch);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svg'))
    .sort();
  const symbols = [];
  for (const file of spread(files, Number(values.sample))) {
    const svg = readFileSync(join(folder, file), 'utf8');
    const { value } = await tryTransformIcon(svg, { id: 'icon', file });
    if (!value) continue;
    const { width, height } = value.facts;
    symbols.push({ svg: sourceOfSymbol(value, 'icon'), isWide: width >= height });
  }
  return symbols;
}

function pixelmatchCatches(before, after) {
  const { width, height, pixels } = before;
  if (after.width !== width || after.height !== height) return true;
  const count = pixelmatch(pixels, after.pixels, undefined, width, height, { threshold: 0.1 });
  return count / (width * height) > 0.0025;
}

const scratch = mkdtempSync(join(tmpdir(), 'iconloom-defects-'));
const rows = new Map(Object.keys(DEFECTS).map((name) => [name, { visible: 0, now: 0, old: 0 }]));
try {
  for (const set of positionals.length > 0 ? positionals : Object.keys(SETS)) {
    for (const { svg, isWide } of await symbolsOf(set, scratch)) {
      const shape = { isWide, hasText: false };
      for (const [name, apply] of Object.entries(DEFECTS)) {
        const broken = apply(svg, SIDE);
        if (broken === undefined || broken === svg) continue;
        const shown = (text, side) => renderPicture(text, { ...shape, side });
        try {
          const row = rows.get(name);
          if (!isVisible(await shown(svg, SIDE * 8), await shown(broken, SIDE * 8), 8)) continue;
          const found = await comparePictures({ ...shape, before: svg, after: broken, ...verify });
          const catches = !Array.isArray(found) || Math.max(...found) > verify.tolerance;
          row.visible += 1;
          if (catches) row.now += 1;
          if (pixelmatchCatches(await shown(svg, SIDE), await shown(broken, SIDE))) row.old += 1;
        } catch {
          // What cannot be rendered is not compared.
        }
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const percent = (part, all) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);
console.log('| defect | visible | pixelmatch | verifier |\n| --- | ---: | ---: | ---: |');
for (const [name, { visible, now, old }] of rows) {
  console.log(`| ${name} | ${visible} | ${percent(old, visible)} | ${percent(now, visible)} |`);
}
