/**
 * Measures the share of deliberate, visible defects that the verifier detects. Each defect is applied
 * to built symbols of public sets; visible is what a person can see at 64 px.
 *
 *     node bench/defects.mjs [--sample 100] [set…]
 *
 * Needs `npm run build`. A defect is visible if it changes 3 pixels by 24 of 255 levels or 16 pixels by 8, on
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
import { iconsFolderOf, SETS } from './sets.mjs';
import { load } from './source.mjs';

const { resolveConfig } = await load('config/resolve.ts');
const { tryTransformIcon } = await load('icon/transform.ts');
const { comparePictures, renderPicture } = await load('icon/verify/renderer.ts');
const { sourceOfSymbol } = await load('icon/verify/symbol-as-source.ts');

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

/** Built symbols of a set, as SVG sources. */
async function symbolsOf(set, scratch) {
  const folder = iconsFolderOf(set, scratch);
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

function pixelmatchDetects(before, after) {
  const { width, height, pixels } = before;
  if (after.width !== width || after.height !== height) return true;
  const count = pixelmatch(pixels, after.pixels, undefined, width, height, { threshold: 0.1 });
  return count / (width * height) > 0.0025;
}

const scratch = mkdtempSync(join(tmpdir(), 'iconloom-defects-'));
const rows = new Map(
  Object.keys(DEFECTS).map((name) => [name, { visible: 0, verifier: 0, pixelmatch: 0 }]),
);
try {
  for (const set of positionals.length > 0 ? positionals : Object.keys(SETS)) {
    for (const { svg, isWide } of await symbolsOf(set, scratch)) {
      const shape = { isWide, hasText: false };
      for (const [name, apply] of Object.entries(DEFECTS)) {
        const broken = apply(svg, SIDE);
        if (broken === undefined || broken === svg) continue;
        const render = (text, side) => renderPicture(text, { ...shape, side });
        try {
          const row = rows.get(name);
          if (!isVisible(await render(svg, SIDE * 8), await render(broken, SIDE * 8), 8)) continue;
          const found = await comparePictures({ ...shape, before: svg, after: broken, ...verify });
          const isDetected = !Array.isArray(found) || Math.max(...found) > verify.tolerance;
          row.visible += 1;
          if (isDetected) row.verifier += 1;
          if (pixelmatchDetects(await render(svg, SIDE), await render(broken, SIDE)))
            row.pixelmatch += 1;
        } catch {
          // Symbols that cannot be rendered are not compared.
        }
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const percent = (part, all) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);
console.log('| defect | visible | pixelmatch | verifier |\n| --- | ---: | ---: | ---: |');
for (const [name, { visible, verifier, pixelmatch: other }] of rows) {
  console.log(
    `| ${name} | ${visible} | ${percent(other, visible)} | ${percent(verifier, visible)} |`,
  );
}
