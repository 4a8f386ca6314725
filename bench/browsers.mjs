/**
 * Counts the icons of public sets that look different in the sprite and in their source, per engine.
 *
 *     node bench/browsers.mjs [--sample 300|all] [--engines chromium,firefox,webkit]
 *                             [--pictures <folder>] [set…]
 *
 * Needs `npm run build`. A measurement, not a test: the exit code is always 0.
 *
 * Each set is built once with the default settings. Of its icons, a sample spread evenly over the
 * sorted names is shown at 64 px (the longer side): as an image (the reference), through `<use>` of
 * a sprite of the page's symbols as a file, and through `<use>` of the same sprite inlined. An icon
 * counts as wrong when more than 2 % of the pixels of its box differ from the same engine's image.
 * With `--pictures`, each wrong icon is written there as a PNG: image, external, inlined.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createJiti } from 'jiti';
import { build } from '../dist/index.js';
import { iconsFolderOf, SETS } from './sets.mjs';

/** @typedef {import('../dist/index.js').Icon} Icon */
/** @typedef {import('../dist/index.js').BuildResult} BuildResult */
/** @typedef {import('../test/browser/compare.ts').Picture} Picture */
/** @typedef {import('../test/browsers/engines.ts').Engine} Engine */
/** @typedef {import('../test/browsers/gallery.ts').Gallery} Gallery */
/** @typedef {{ icon: Icon, external: number, inlined: number, isBlank: boolean }} Shares */

const _ROOT = fileURLToPath(new URL('../', import.meta.url));
const SIDE = 64;
/** Icons in a page and in its sprite: Chromium takes minutes for a file with thousands of images. */
const BATCH = 200;
/** Neither white nor black, so that every color is visible. */
const BACKGROUND = '<style>body { background: #abc }</style>';

const jiti = createJiti(import.meta.url, { fsCache: false });
const { differingShare, encodePng, WRONG } = await jiti.import('../test/browser/compare.ts');
const { imageOf, inlineSprite, useOf } = await jiti.import('../test/browser/studio.ts');
const { openGallery } = await jiti.import('../test/browsers/gallery.ts');
/** @type {import('../test/browsers/engines.ts')} */
const { ENGINES, openEngine } = await jiti.import('../test/browsers/engines.ts');

/** @template T @param {readonly T[]} list @param {number} size */
function spread(list, size) {
  const count = Math.min(size, list.length);
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

/** Builds a set, and calls back with the result and the folder of its sources. */
async function withSet(
  /** @type {string} */ set,
  /** @type {(built: BuildResult, cwd: string) => Promise<void>} */ use,
) {
  const scratch = await mkdtemp(join(tmpdir(), 'iconloom-browsers-'));
  try {
    const inputs = iconsFolderOf(set, scratch);
    const cwd = dirname(inputs);
    const config = { inputs, out: join(scratch, 'out'), keepGoing: true };
    await use(await build(config, { cwd, dryRun: true }), cwd);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {Engine} engine
 * @param {readonly Icon[]} icons
 * @param {string} cwd
 * @param {string | undefined} pictures
 * @returns {Promise<Shares[]>}
 */
async function measure(engine, icons, cwd, pictures) {
  const gallery = await openGallery();
  try {
    const shares = [];
    for (let start = 0; start < icons.length; start += BATCH) {
      const batch = icons.slice(start, start + BATCH);
      shares.push(...(await compareBatch(engine, gallery, batch, cwd, pictures)));
    }
    return shares;
  } finally {
    await gallery.close();
  }
}

/** Sprite of the built symbols of some icons. */
function spriteOf(/** @type {readonly Icon[]} */ icons) {
  const symbols = icons.map(({ symbol }) => symbol).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols}</svg>`;
}

/**
 * @param {Engine} engine
 * @param {Gallery} gallery
 * @param {readonly Icon[]} icons
 * @param {string} cwd
 * @param {string | undefined} pictures
 * @returns {Promise<Shares[]>}
 */
async function compareBatch(engine, gallery, icons, cwd, pictures) {
  gallery.files.set('/sprite.svg', { type: 'image/svg+xml', body: spriteOf(icons) });
  for (const { id, source } of icons) {
    const body = await readFile(resolve(cwd, source.file));
    gallery.files.set(`/drawings/${id}.svg`, { type: 'image/svg+xml', body });
  }
  const show = (render, url) => icons.map((icon) => render(url(icon), ...boxOf(icon)));
  const images = await gallery.shoot(
    engine,
    show(imageOf, ({ id }) => `/drawings/${id}.svg`),
    { head: BACKGROUND },
  );
  const external = await gallery.shoot(
    engine,
    show(useOf, ({ id }) => `/sprite.svg#${id}`),
    { head: BACKGROUND },
  );
  const inlined = await gallery.shoot(
    engine,
    show(useOf, ({ id }) => `#${id}`),
    { head: BACKGROUND, body: inlineSprite(spriteOf(icons)) },
  );
  const shares = icons.map((icon, i) => ({
    icon,
    external: differingShare(images[i], external[i]),
    inlined: differingShare(images[i], inlined[i]),
    isBlank: isBlank(images[i]),
  }));
  if (pictures !== undefined) {
    await mkdir(pictures, { recursive: true });
    for (const [i, share] of shares.entries()) {
      if (!isWrong(share)) continue;
      const file = join(
        pictures,
        `${share.icon.id}-${engine.name.toLowerCase().replaceAll(' ', '-')}.png`,
      );
      await writeFile(file, encodePng(sideBySide([images[i], external[i], inlined[i]])));
    }
  }
  return shares;
}

/** @param {Picture} picture */
function isBlank({ data }) {
  return data.every((value, i) => value === data[i % 4]);
}

/** @param {readonly Picture[]} pictures of one size @returns {Picture} */
function sideBySide(pictures) {
  const { width, height } = pictures[0];
  const data = new Uint8Array(width * height * 4 * pictures.length);
  for (let row = 0; row < height; row++) {
    for (const [i, picture] of pictures.entries()) {
      const line = picture.data.subarray(row * width * 4, (row + 1) * width * 4);
      data.set(line, (row * pictures.length + i) * width * 4);
    }
  }
  return { width: width * pictures.length, height, data };
}

/** @param {Icon} icon @returns {[width: number, height: number]} */
function boxOf({ facts: { width, height } }) {
  const scale = SIDE / Math.max(width, height);
  const side = (/** @type {number} */ length) => Math.max(1, Math.round(length * scale));
  return [side(width), side(height)];
}

/** @param {Shares} shares */
function isWrong({ external, inlined }) {
  return Math.max(external, inlined) > WRONG;
}

function percent(/** @type {number} */ share) {
  return `${(share * 100).toFixed(1)} %`;
}

function kilobytes(/** @type {number} */ bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function row(/** @type {readonly string[]} */ cells, /** @type {readonly number[]} */ widths) {
  const padded = cells.map((cell, i) =>
    i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]),
  );
  console.log(padded.join('').trimEnd());
}

const WRONG_TABLE = [14, 22, 8, 18, 18];
const BYTES_TABLE = [14, 8, 10, 14, 14, 14, 14];

/** Prints the size of the sprite as built, and with `portable: false`. */
function printBytes(/** @type {string} */ set, /** @type {readonly Icon[]} */ icons) {
  const size = (/** @type {string[]} */ symbols) => {
    const sprite = symbols.join('');
    return [Buffer.byteLength(sprite), gzipSync(sprite, { level: 9 }).length];
  };
  const portable = size(icons.map(({ symbol }) => symbol));
  const plain = size(icons.map(({ plainSymbol }) => plainSymbol));
  const images = icons.filter(({ facts }) => facts.form === 'image').length;
  const cells = [...portable, ...plain].map(kilobytes);
  row([set, `${icons.length}`, `${images}`, ...cells], BYTES_TABLE);
}

/** @param {string} set @param {Engine} engine @param {Shares} shares @param {BuildResult} built */
function printWrong(set, engine, { icon, external, inlined }, { diagnostics }) {
  const { name, facts, source } = icon;
  const warnings = diagnostics.filter(({ file }) => file === source.file).map(({ code }) => code);
  const about = [
    `external ${percent(external)}, inlined ${percent(inlined)}`,
    `form ${facts.form}`,
    `needs ${facts.needs.join(', ') || 'nothing'}`,
    `warnings ${warnings.join(', ') || 'nothing'}`,
  ];
  console.log(`${set}: ${engine.name}: ${name}: ${about.join('; ')}`);
}

const { values, positionals } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    engines: { type: 'string', default: 'chromium,firefox,webkit' },
    pictures: { type: 'string' },
  },
  allowPositionals: true,
});
const size = values.sample === 'all' ? Number.POSITIVE_INFINITY : Number(values.sample);
const requested = values.engines.split(',');
const available = ENGINES.map(({ name }) => name);
const sets = positionals.length > 0 ? positionals : Object.keys(SETS);
const isKnown =
  sets.every((set) => Object.hasOwn(SETS, set)) &&
  requested.every((name) => available.includes(name));

if (!isKnown || !(size >= 1)) {
  console.log(
    'Usage: node bench/browsers.mjs [--sample 300|all] [--engines chromium,firefox,webkit] [--pictures <folder>] [set…]',
  );
  console.log(`Sets: ${Object.keys(SETS).join(', ')}`);
} else {
  await main();
}

async function main() {
  /** @type {Engine[]} */
  const engines = [];
  for (const { name, packages, find } of ENGINES) {
    if (!requested.includes(name)) continue;
    const found = await find();
    if (found) engines.push(await openEngine(found));
    else console.log(`${name}: not found (install ${packages}); skipped`);
  }
  const details = [];
  const builds = [];
  row(['set', 'engine', 'icons', 'external > 2 %', 'inlined > 2 %'], WRONG_TABLE);
  try {
    for (const set of sets) {
      await withSet(set, async (built, cwd) => {
        const sample = spread(built.icons, size);
        const measureIn = (/** @type {Engine} */ engine) =>
          measure(engine, sample, cwd, values.pictures && join(values.pictures, set));
        const results = await Promise.all(engines.map(measureIn));
        for (const [i, engine] of engines.entries()) {
          const shares = results[i];
          const count = (/** @type {'external' | 'inlined'} */ way) =>
            `${shares.filter((share) => share[way] > WRONG).length}`;
          const cells = [set, engine.name, `${shares.length}`, count('external'), count('inlined')];
          row(cells, WRONG_TABLE);
          details.push({ set, engine, shares, built });
        }
        builds.push({ set, built });
      });
    }
  } finally {
    for (const engine of engines) await engine.close();
  }

  console.log();
  row(['set', 'icons', 'images', 'default', 'gzip', 'not portable', 'gzip'], BYTES_TABLE);
  for (const { set, built } of builds) printBytes(set, built.icons);

  console.log();
  for (const { set, built } of builds) {
    for (const { severity, file, message } of built.diagnostics) {
      if (severity === 'error') console.log(`${set}: skipped ${file}: ${message}`);
    }
  }
  for (const { set, engine, shares, built } of details) {
    const blank = shares.filter(({ isBlank }) => isBlank).map(({ icon }) => icon.name);
    if (blank.length > 0) console.log(`${set}: ${engine.name}: blank images: ${blank.join(', ')}`);
    for (const share of shares) if (isWrong(share)) printWrong(set, engine, share, built);
  }
}
