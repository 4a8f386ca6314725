// Measures in Chromium when the preview of a large set shows a change of one source file: the icon,
// the finding of a rule for one icon, and that of a rule for the whole set; the bytes that the page
// loads for it; and the memory of the server.
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
/** Pause after each change in ms, so that the previous one is complete. */
const PAUSE_MS = Number(process.env.REST ?? 2500);
const TIMEOUT_MS = 600_000;

const set =
  process.argv[2] ?? fileURLToPath(new URL('../node_modules/@tabler/icons/icons', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'iconloom-preview-'));
cpSync(set, join(cwd, 'icons'), { recursive: true, dereference: true });
writeFileSync(join(cwd, 'package.json'), '{}');

const sources = readdirSync(join(cwd, 'icons'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svg'))
  .sort();
/** Existing icon whose source is copied to another file. */
const original = join(cwd, 'icons', sources.find((file) => /home\.svg$/.test(file)) ?? sources[0]);
const edited = join(dirname(original), 'edited-here.svg');
const frame = (inner) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</svg>\n`;
const plain = (width) => frame(`<path d="M4 4h${width}v11h-${width}z"/>`);
/** Icon with a stray point, which a rule for one icon reports. */
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
  `${sources.length + 1} icons; the server answers after ${Math.round(now() - begin)} ms`,
);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
let [loaded, requests] = [0, 0];
page.on('response', async (response) => {
  requests += 1;
  loaded += (await response.body().catch(() => '')).length;
});
await page.goto(preview.url);
await page.locator('.cell use').first().waitFor({ state: 'attached' });
await page.locator('#catalog--search').fill('edited here');
await page.locator('.cell').first().click();
const name = await page.locator('.detail__name').textContent();

/** Time when the first frame that satisfies a test is painted. */
const paintedWhen = (test, argument) =>
  page.evaluate(
    ([source, wanted, longest]) =>
      new Promise((done, fail) => {
        const passes = new Function('wanted', `return (${source})(wanted)`);
        const start = performance.now();
        const poll = () => {
          if (performance.now() - start > longest) return fail(new Error(`timed out: ${source}`));
          const isTrue = passes(wanted);
          requestAnimationFrame(
            isTrue ? () => done(performance.timeOrigin + performance.now()) : poll,
          );
        };
        poll();
      }),
    [String(test), argument, TIMEOUT_MS],
  );
const isWide = (width) => {
  const box = document.querySelector('.cell use')?.getBBox();
  return box !== undefined && Math.abs(box.width - width) < 0.01;
};
const hasCode = (code) => document.querySelector('.detail')?.textContent.includes(`lint/${code}`);
const hasNoCode = (code) =>
  !document.querySelector('.detail')?.textContent.includes(`lint/${code}`);

// The first lint of the whole set takes longer and is measured separately.
writeFileSync(edited, pointed(3));
const firstFindings = (await paintedWhen(hasCode, 'stray-points')) - begin;
console.log(`first findings ${Math.round(firstFindings)} ms after the start; ${memory()}`);
writeFileSync(edited, plain(3));
await paintedWhen(hasNoCode, 'stray-points');
await pause(PAUSE_MS);

const times = { icon: [], own: [], among: [] };
const bytes = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const width = 4 + round;
  const [bytesBefore, requestsBefore] = [loaded, requests];
  const icon = paintedWhen(isWide, width);
  const own = paintedWhen(hasCode, 'stray-points');
  await pause(100);
  const saved = now();
  writeFileSync(edited, pointed(width));
  times.icon.push((await icon) - saved);
  times.own.push((await own) - saved);
  await pause(PAUSE_MS);
  bytes.push([loaded - bytesBefore, requests - requestsBefore]);

  const among = paintedWhen(hasCode, 'duplicates');
  await pause(100);
  const copied = now();
  writeFileSync(edited, readFileSync(original));
  times.among.push((await among) - copied);
  await pause(PAUSE_MS);
}

const summary = (values) => {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return `median ${sorted[values.length >> 1]} ms, ${sorted[0]} to ${sorted.at(-1)} ms`;
};
console.log(`save to icon of '${name}': ${summary(times.icon)}`);
console.log(`save to finding of one icon: ${summary(times.own)}`);
console.log(`save to finding of the whole set: ${summary(times.among)}`);
const [size, count] = bytes.sort(([a], [b]) => a - b)[ROUNDS >> 1];
console.log(`loaded for a change: ${(size / 1000).toFixed(1)} kB in ${count} answers; ${memory()}`);

await browser.close();
await preview.close();
rmSync(cwd, { recursive: true, force: true });
