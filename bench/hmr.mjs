// Milliseconds from saving a source file to its pixels in Chromium, with Vite's development server.
// node bench/hmr.mjs [folder of icons]   (after npm run build)
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import icons from '../dist/plugin/adapters/vite.js';

const ROUNDS = 9;
const PAUSE_MS = 1500;
const set = process.argv[2] ?? fileURLToPath(new URL('../icons/', import.meta.url));

const root = mkdtempSync(join(tmpdir(), 'iconloom-hmr-'));
cpSync(set, join(root, 'icons'), { recursive: true, dereference: true });
mkdirSync(join(root, 'src'));
const file = join(root, 'icons/edited-here.svg');
const writeIcon = (width) =>
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h${width}v9H0z"/></svg>`,
  );
writeIcon(1);
writeFileSync(join(root, 'index.html'), '<body><script type="module" src="/src/main.js"></script>');
writeFileSync(
  join(root, 'src/main.js'),
  `import { iconHref } from 'virtual:iconloom';
document.body.innerHTML = '<svg width="24" height="24"><use href="' + iconHref('edited-here') + '"></use></svg>';`,
);

const server = await createServer({
  ...{ root, configFile: false, logLevel: 'error' },
  plugins: [icons({ inputs: 'icons' })],
  server: { host: '127.0.0.1', port: 0 },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await page.goto(server.resolvedUrls.local[0]);

/** Time when the frame in which the icon has a width is painted. */
const paintedWith = (width) =>
  page.evaluate(
    (wanted) =>
      new Promise((done) => {
        const poll = () => {
          const box = document.querySelector('use')?.getBBox();
          const isThere = box && Math.abs(box.width - wanted) < 0.01;
          requestAnimationFrame(
            isThere ? () => done(performance.timeOrigin + performance.now()) : poll,
          );
        };
        poll();
      }),
    width,
  );

await paintedWith(1);
const times = [];
for (let round = 0; round < ROUNDS; round++) {
  const painted = paintedWith(round + 2);
  await new Promise((done) => setTimeout(done, PAUSE_MS));
  const saved = performance.timeOrigin + performance.now();
  writeIcon(round + 2);
  times.push(Math.round((await painted) - saved));
}
const count = readdirSync(join(root, 'icons'), { recursive: true }).filter((each) =>
  each.endsWith('.svg'),
).length;
const sorted = [...times].sort((a, b) => a - b);
console.log(
  `${count} icons, save to pixels: median ${sorted[ROUNDS >> 1]} ms, ${sorted[0]} to ${sorted.at(-1)} ms`,
);
await browser.close();
await server.close();
rmSync(root, { recursive: true, force: true });
