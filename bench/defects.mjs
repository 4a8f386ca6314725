/**
 * Measures the share of deliberate, visible defects that the verifier detects. Each defect is applied
 * to built symbols of public sets; visible is what a person can see at 64 px.
 *
 *     node bench/defects.mjs [--sample 100] [set…]
 *
 * Needs `npm run build`. A defect is visible if it changes 3 pixels by 24 of 255 levels or 16 pixels by 8, on
 * white or on black, in pictures of 512 px that are averaged down to 64. `pixelmatch` is the same
 * check by pixelmatch's defaults, on a quarter of a percent of the pixels. `rendered` is the verifier
 * without its comparison of geometry, which must let no defect through. `auto` is the comparison by
 * which `precision: 'auto'` accepts an icon.
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
const { zoomedSides } = await load('icon/precision/digits.ts');
const { hasSameGeometry } = await load('icon/verify/geometry/same-geometry.ts');
const { symbolAsSource } = await load('icon/verify/symbol-as-source.ts');

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
    const { even, uneven } = zoomedSides(value.facts);
    symbols.push({
      svg: symbolAsSource(value, 'icon'),
      isWide: width >= height,
      zoomed: { sides: [even, uneven], isZoomed: true },
    });
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
  Object.keys(DEFECTS).map((name) => [
    name,
    { visible: 0, verifier: 0, rendered: 0, auto: 0, pixelmatch: 0 },
  ]),
);
try {
  for (const set of positionals.length > 0 ? positionals : Object.keys(SETS)) {
    for (const { svg, isWide, zoomed } of await symbolsOf(set, scratch)) {
      const shape = { isWide, hasText: false };
      for (const [name, apply] of Object.entries(DEFECTS)) {
        const broken = apply(svg, SIDE);
        if (broken === undefined || broken === svg) continue;
        const render = (text, side) => renderPicture(text, { ...shape, side });
        try {
          const row = rows.get(name);
          if (!isVisible(await render(svg, SIDE * 8), await render(broken, SIDE * 8), 8)) continue;
          const pair = { ...shape, before: svg, after: broken, ...verify };
          const found = await comparePictures(pair);
          const isDetected = !Array.isArray(found) || Math.max(...found) > verify.tolerance;
          row.visible += 1;
          if (isDetected) row.rendered += 1;
          if (isDetected && !hasSameGeometry(pair, verify.tolerance)) row.verifier += 1;
          const accepted = await comparePictures({ ...pair, ...zoomed });
          if (!Array.isArray(accepted) || Math.max(...accepted) > 0) row.auto += 1;
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
console.log(
  '| defect | visible | pixelmatch | rendered | verifier | auto |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const [name, { visible, verifier, rendered, auto, pixelmatch: other }] of rows) {
  console.log(
    `| ${name} | ${visible} | ${percent(other, visible)} | ${percent(rendered, visible)} | ${percent(verifier, visible)} | ${percent(auto, visible)} |`,
  );
}
