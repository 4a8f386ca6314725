// Measures in Chromium when the catalog of a large set shows its icons, how long a search takes, and
// the rank of the expected icons in a search by sketch.
// node bench/catalog.mjs [folder with a built catalog]   (after npm run build)
// Without a folder, the catalog of @tabler/icons is built, in both forms.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from '../dist/index.js';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const QUERIES = ['a', 'ar', 'arrow', 'arrow left', 'hom', 'setings', 'zzzzzz'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const tabler = fileURLToPath(new URL('../node_modules/@tabler/icons/icons', import.meta.url));
const out = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'iconloom-catalog-'));
if (process.argv[2] === undefined) {
  for (const catalog of ['file', 'folder']) {
    await build({ inputs: tabler, out: join(out, catalog), catalog, verify: false });
  }
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  try {
    const body = readFileSync(join(out, path.endsWith('/') ? `${path}index.html` : path));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'] }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** Times of one visit in ms: first paint, and the frame in which the first icon has a size. */
async function visit(url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.icons = new Promise((done) => {
      const poll = () => {
        const box = document.querySelector('.cell use')?.getBBox();
        requestAnimationFrame(box?.width > 0 ? () => done(performance.now()) : poll);
      };
      poll();
    });
  });
  await page.goto(url);
  const times = await page.evaluate(async () => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    icons: await globalThis.icons,
  }));
  return { page, times, close: () => context.close() };
}

/** Milliseconds that one search takes, and until its frame is painted. */
const searchIn = (page, query) =>
  page.evaluate(
    (text) =>
      new Promise((done) => {
        const input = document.querySelector('#catalog--search');
        const start = performance.now();
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        const handled = performance.now() - start;
        requestAnimationFrame(() =>
          setTimeout(() => done({ handled, painted: performance.now() - start })),
        );
      }),
    query,
  );

/** Sketches in px of a pad of 300 × 300, with the names of the expected icons. */
const SKETCHES = JSON.parse(
  readFileSync(new URL('../test/fixtures/sketches.json', import.meta.url), 'utf8'),
);
const PAD = 300;

/** Draws a sketch on the page's pad; returns the ranks of the expected icons, from 1, or -. */
async function ranksBySketch(page, { strokes, tabler }) {
  const count = page.locator('.results__count');
  await page.getByRole('button', { name: 'Draw' }).click();
  await page.getByText('Or drop or paste').waitFor({ timeout: 0 });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  const box = await page.locator('.pad').boundingBox();
  for (const stroke of strokes) {
    const points = stroke.split(' ').map((point) => {
      const [x, y] = point.split(',').map(Number);
      return [box.x + (x / PAD) * box.width, box.y + (y / PAD) * box.height];
    });
    await page.mouse.move(...points[0]);
    await page.mouse.down();
    for (const point of points) await page.mouse.move(...point);
    await page.mouse.up();
  }
  await count.filter({ hasText: 'most like your sketch' }).waitFor();
  await page.keyboard.press('Escape');
  const found = await page.locator('.cell__name').allTextContents();
  return tabler.map((name) => {
    const ranks = ['', 'outline-', 'filled-'].map((prefix) => found.indexOf(prefix + name));
    const best = Math.min(...ranks.filter((rank) => rank >= 0));
    return `${name} ${Number.isFinite(best) ? best + 1 : '-'}`;
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value) => `${value.toFixed(0)} ms`;

const port = server.address().port;
const pages = {
  'folder, from a server': `http://127.0.0.1:${port}/folder/catalog/`,
  'one file, from the disk': pathToFileURL(join(out, 'file/catalog.html')).href,
};
for (const [name, url] of Object.entries(pages)) {
  const visits = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { times, close } = await visit(url);
    visits.push(times);
    await close();
  }
  console.log(
    `${name}: first paint ${ms(median(visits.map(({ paint }) => paint)))}, icons ${ms(median(visits.map(({ icons }) => icons)))} (slowest ${ms(Math.max(...visits.map(({ icons }) => icons)))})`,
  );
  const { page, close } = await visit(url);
  const sum = await page.locator('.results__count').textContent();
  for (const query of QUERIES) {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await searchIn(page, query));
      await searchIn(page, '');
    }
    await searchIn(page, query);
    const count = await page.locator('.results__count').textContent();
    console.log(
      `  '${query}': ${median(times.map(({ handled }) => handled)).toFixed(1)} ms, painted after ${ms(median(times.map(({ painted }) => painted)))}: ${count}`,
    );
  }
  console.log(`  ${sum}`);
  if (url.startsWith('http')) {
    for (const [what, sketch] of Object.entries(SKETCHES)) {
      if (sketch.tabler.length === 0) continue;
      console.log(`  sketch of ${what}: ${(await ranksBySketch(page, sketch)).join(', ')}`);
    }
  }
  await close();
}
console.log(`catalog.html: ${(statSync(join(out, 'file/catalog.html')).size / 1e6).toFixed(2)} MB`);
await browser.close();
server.close();
if (process.argv[2] === undefined) rmSync(out, { recursive: true, force: true });
