// How soon the preview of a large set shows a change of one drawing, in Chromium: the icon, what a
// rule of one drawing says of it, and what a rule of the whole set says; what the page loads for it;
// and how much memory the server takes.
// node bench/preview.mjs [folder of icons]   (after npm run build; @tabler/icons without a folder)
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { load } from './source.mjs';

const { resolveConfig } = await load('config/resolve.ts');
const { startPreview } = await load('preview/server.ts');

const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** Rest after each change, in ms, so that none is measured while the one before is worked on. */
const REST = Number(process.env.REST ?? 2500);
const LONGEST = 600_000;

const set =
  process.argv[2] ?? fileURLToPath(new URL('../node_modules/@tabler/icons/icons', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'iconloom-preview-'));
cpSync(set, join(cwd, 'icons'), { recursive: true, dereference: true });
writeFileSync(join(cwd, 'package.json'), '{}');

const drawings = readdirSync(join(cwd, 'icons'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svg'))
  .sort();
/** An icon that is there, whose drawing is given to another one, too. */
const original = join(
  cwd,
  'icons',
  drawings.find((file) => /home\.svg$/.test(file)) ?? drawings[0],
);
const edited = join(dirname(original), 'edited-here.svg');
const frame = (inner) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</svg>\n`;
const plain = (width) => frame(`<path d="M4 4h${width}v11h-${width}z"/>`);
/** A point that is left over: a rule of one drawing tells of it. */
const pointed = (width) => frame(`<path d="M4 4h${width}v11h-${width}z"/><path d="M12 12"/>`);

const memory = () => {
  globalThis.gc?.();
  return `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
};
const now = () => performance.timeOrigin + performance.now();

writeFileSync(edited, plain(3));
const begin = now();
const preview = await startPreview(resolveConfig({ inputs: 'icons' }, { cwd, configFile: 'none' }));
console.log(
  `${drawings.length + 1} icons; the server answers after ${Math.round(now() - begin)} ms`,
);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
let [loaded, asked] = [0, 0];
page.on('response', async (response) => {
  asked += 1;
  loaded += (await response.body().catch(() => '')).length;
});
await page.goto(preview.url);
await page.locator('.cell use').first().waitFor({ state: 'attached' });
await page.locator('#catalog--search').fill('edited here');
await page.locator('.cell').first().click();
const name = await page.locator('.detail__name').textContent();

/** When the frame is about to be painted in which something holds in the page. */
const seen = (test, argument) =>
  page.evaluate(
    ([source, wanted, longest]) =>
      new Promise((done, fail) => {
        const holds = new Function('wanted', `return (${source})(wanted)`);
        const start = performance.now();
        const look = () => {
          if (performance.now() - start > longest) return fail(new Error(`not seen: ${source}`));
          const isSeen = holds(wanted);
          requestAnimationFrame(
            isSeen ? () => done(performance.timeOrigin + performance.now()) : look,
          );
        };
        look();
      }),
    [String(test), argument, LONGEST],
  );
const isWide = (width) => {
  const box = document.querySelector('.cell use')?.getBBox();
  return box !== undefined && Math.abs(box.width - width) < 0.01;
};
const hasCode = (code) => document.querySelector('.detail')?.textContent.includes(`lint/${code}`);
const hasNoCode = (code) =>
  !document.querySelector('.detail')?.textContent.includes(`lint/${code}`);

// The first look at the whole set takes its time; what follows is measured without it.
writeFileSync(edited, pointed(3));
const firstFindings = (await seen(hasCode, 'stray-points')) - begin;
console.log(`first findings ${Math.round(firstFindings)} ms after the start; ${memory()}`);
writeFileSync(edited, plain(3));
await seen(hasNoCode, 'stray-points');
await pause(REST);

const times = { icon: [], own: [], among: [] };
const bytes = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const width = 4 + round;
  const [before, requests] = [loaded, asked];
  const icon = seen(isWide, width);
  const own = seen(hasCode, 'stray-points');
  await pause(100);
  const saved = now();
  writeFileSync(edited, pointed(width));
  times.icon.push((await icon) - saved);
  times.own.push((await own) - saved);
  await pause(REST);
  bytes.push([loaded - before, asked - requests]);

  const among = seen(hasCode, 'duplicates');
  await pause(100);
  const copied = now();
  writeFileSync(edited, readFileSync(original));
  times.among.push((await among) - copied);
  await pause(REST);
}

const told = (values) => {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return `median ${sorted[values.length >> 1]} ms, ${sorted[0]} to ${sorted.at(-1)} ms`;
};
console.log(`save to icon of '${name}': ${told(times.icon)}`);
console.log(`save to finding of one drawing: ${told(times.own)}`);
console.log(`save to finding of the whole set: ${told(times.among)}`);
const [size, count] = bytes.sort(([a], [b]) => a - b)[ROUNDS >> 1];
console.log(`loaded for a change: ${(size / 1000).toFixed(1)} kB in ${count} answers; ${memory()}`);

await browser.close();
await preview.close();
rmSync(cwd, { recursive: true, force: true });
