/**
 * Counts the icons of public sets that look different in the sprite and in their source.
 *
 *     node bench/pixels.mjs [--sample 200|all] [set…]
 *
 * Needs `npm run build`. A measurement, not a test: wrong icons do not make it fail.
 *
 * Each set is built once with the default settings. Of its icons, a sample spread evenly over the
 * sorted names is shown in Chromium at 64 px (the longer side): as an image (the reference),
 * through `<use>` of the sprite as a file, and through `<use>` of the sprite's symbols inlined in
 * the page. An icon counts as wrong when more than 2 % of the pixels of its box differ.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';
import { build } from '../dist/index.js';
import { iconsFolderOf, SETS } from './sets.mjs';

/** @typedef {import('../dist/index.js').Icon} Icon */
/** @typedef {{ name: string, external: number, inlined: number }} Shares of differing pixels */

const _ROOT = fileURLToPath(new URL('../', import.meta.url));
const SIDE = 64;
/** Icons per page. */
const BATCH = 200;

const jiti = createJiti(import.meta.url, { fsCache: false });
const { differingShare, WRONG } = await jiti.import('../test/browser/compare.ts');
const { imageOf, inlineSprite, openStudio, useOf } = await jiti.import('../test/browser/studio.ts');

/** @template T @param {readonly T[]} list @param {number} size */
function spread(list, size) {
  const count = Math.min(size, list.length);
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

/** @param {string} set @param {number} size of the sample */
async function measure(set, size) {
  const scratch = await mkdtemp(join(tmpdir(), 'iconloom-pixels-'));
  const studio = await openStudio();
  try {
    const inputs = iconsFolderOf(set, scratch);
    const built = await build(
      { inputs, out: join(scratch, 'out'), keepGoing: true },
      { cwd: dirname(inputs), dryRun: true },
    );
    const sprite = built.files.find(({ path }) => path === 'sprite.svg').contents;
    studio.files.set('/sprite.svg', { type: 'image/svg+xml', body: sprite });

    /** @type {Shares[]} */
    const shares = [];
    const sample = spread(built.icons, size);
    for (let start = 0; start < sample.length; start += BATCH) {
      const batch = sample.slice(start, start + BATCH);
      shares.push(...(await compareBatch(studio, batch, sprite, dirname(inputs))));
    }
    const skipped = built.diagnostics.filter(({ severity }) => severity === 'error');
    return { set, shares, skipped };
  } finally {
    await studio.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {readonly Icon[]} icons @returns {Promise<Shares[]>} */
async function compareBatch(studio, icons, sprite, cwd) {
  for (const { id, source } of icons) {
    const body = await readFile(resolve(cwd, source.file));
    studio.files.set(`/drawings/${id}.svg`, { type: 'image/svg+xml', body });
  }
  const show = (render, url) => icons.map((icon) => render(url(icon), ...boxOf(icon)));
  const images = await studio.shoot(show(imageOf, ({ id }) => `/drawings/${id}.svg`));
  const external = await studio.shoot(show(useOf, ({ id }) => `/sprite.svg#${id}`));
  const inlined = await studio.shoot(
    show(useOf, ({ id }) => `#${id}`),
    { body: inlineSprite(spriteOf(icons, sprite)) },
  );
  return icons.map(({ name }, i) => ({
    name,
    external: differingShare(images[i], external[i]),
    inlined: differingShare(images[i], inlined[i]),
  }));
}

/** Sprite with the symbols of some icons: a page with thousands inlined is too slow. */
function spriteOf(/** @type {readonly Icon[]} */ icons, /** @type {string} */ sprite) {
  for (const { id, symbol } of icons) {
    if (!sprite.includes(symbol)) throw new Error(`The sprite lacks the symbol of '${id}'.`);
  }
  const head = sprite.slice(0, sprite.indexOf('>') + 1);
  return `${head}${icons.map(({ symbol }) => symbol).join('')}</svg>`;
}

/** @param {Icon} icon @returns {[width: number, height: number]} */
function boxOf({ facts: { width, height } }) {
  const scale = SIDE / Math.max(width, height);
  const side = (/** @type {number} */ length) => Math.max(1, Math.round(length * scale));
  return [side(width), side(height)];
}

/** @param {readonly Shares[]} shares @param {'external' | 'inlined'} way */
function wrong(shares, way) {
  return shares.filter((share) => share[way] > WRONG);
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function row(/** @type {string[]} */ cells) {
  const widths = [14, 10, 18, 18];
  console.log(
    cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(''),
  );
}

const { values, positionals } = parseArgs({
  options: { sample: { type: 'string', default: '200' } },
  allowPositionals: true,
});
const size = values.sample === 'all' ? Number.POSITIVE_INFINITY : Number(values.sample);
const unknown = positionals.filter((set) => !Object.hasOwn(SETS, set));
if (unknown.length > 0 || !(size >= 1)) {
  console.log('Usage: node bench/pixels.mjs [--sample 200|all] [set…]');
  console.log(`Sets: ${Object.keys(SETS).join(', ')}`);
} else {
  row(['set', 'icons', 'external wrong', 'inlined wrong']);
  const results = [];
  for (const set of positionals.length > 0 ? positionals : Object.keys(SETS)) {
    const result = await measure(set, size);
    const { shares } = result;
    const count = (/** @type {'external' | 'inlined'} */ way) => {
      const { length } = wrong(shares, way);
      return `${length} (${percent(length / shares.length)})`;
    };
    row([set, `${shares.length}`, count('external'), count('inlined')]);
    results.push(result);
  }
  for (const { set, shares, skipped } of results) {
    for (const { file, message } of skipped) console.log(`${set}: skipped ${file}: ${message}`);
    for (const { name, external, inlined } of shares) {
      if (Math.max(external, inlined) <= WRONG) continue;
      console.log(`${set}: ${name}: external ${percent(external)}, inlined ${percent(inlined)}`);
    }
  }
}
