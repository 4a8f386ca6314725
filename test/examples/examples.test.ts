import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type Box, ENVIRONMENT, installExamples } from './box.ts';
import { startDevServer } from './dev-server.ts';
import { EXAMPLES, SHOWN } from './examples.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { filesIn, serveFolder } from './serve-folder.ts';
import { type Row, tableOf } from './table.ts';

/** A drawing that is as wide as no other here. */
const WIDTH = 10;
const SQUARE = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">
  <path d="M7 7h${WIDTH}v${WIDTH}H7z" fill="currentColor"/>
</svg>`;

/** Resolves to the time at which a frame is painted in which the heart, at twice its size, has it. */
const PAINTED = `new Promise((done) => {
  const look = () => {
    const { width } = document.querySelector('#heart use').getBBox();
    const paints = Math.abs(width - ${2 * WIDTH}) < 0.01;
    requestAnimationFrame(paints ? () => done(performance.timeOrigin + performance.now()) : look);
  };
  look();
})`;

let box: Box;
let browser: Browser;
const began = performance.now();
let installed = 0;
const rows: Row[] = EXAMPLES.map(({ name, bundler }) => ({ example: name, bundler }));

beforeAll(async () => {
  box = installExamples();
  installed = performance.now();
  browser = await launchChromium();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  box?.remove();
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0);
  console.log(
    `\n${tableOf(rows)}\n\n${seconds(began, installed)} s to install, ${seconds(began, performance.now())} s in all`,
  );
});

describe.each(EXAMPLES.map((example, at) => ({ ...example, row: rows[at] as Row })))(
  '$name',
  (example) => {
    const { row, out, ships, dev } = example;
    const folder = () => box.folderOf(example.name);

    test('builds', () => {
      const start = performance.now();
      const output = join(folder(), out);
      execFileSync('npm', ['run', 'build', '--silent'], {
        cwd: folder(),
        env: ENVIRONMENT,
        stdio: 'pipe',
      });
      row.buildSeconds = (performance.now() - start) / 1000;
      const sprites = filesIn(output).filter((path) => path.endsWith('.svg'));
      expect(sprites).toHaveLength(1);
      const sprite = readFileSync(join(output, sprites[0] as string), 'utf8');
      row.spriteBytes = Buffer.byteLength(sprite);
      expect([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id)).toEqual(ships);
    });

    test('shows its icons as they are drawn, to everybody', async () => {
      const site = await serveFolder(join(folder(), out));
      onTestFinished(site.close);
      const { wrong, violations, troubles } = await open(`${site.origin}/`);
      const off = await wrong();
      row.iconsRight = `${SHOWN.length - Object.keys(off).length} of ${SHOWN.length}`;
      const found = await violations();
      row.axeClean = found.length === 0;
      expect({ off, found, troubles }).toEqual({ off: {}, found: [], troubles: [] });
    });

    if (!dev) return;
    test('shows a changed drawing while developing, without loading the page again', async () => {
      const server = await startDevServer(folder(), dev);
      onTestFinished(server.stop);
      const opened = await open(server.url);
      expect(await opened.wrong()).toEqual({});
      await opened.page.evaluate('globalThis.isStill = true');
      const drawing = join(folder(), 'icons/heart.svg');
      const before = readFileSync(drawing, 'utf8');
      onTestFinished(() => writeFileSync(drawing, before));
      const painted = opened.page.evaluate(PAINTED) as Promise<number>;
      const saved = performance.timeOrigin + performance.now();
      writeFileSync(drawing, SQUARE);
      row.hmrMilliseconds = (await painted) - saved;
      expect(await opened.wrong()).toEqual({});
      expect(await opened.page.evaluate('globalThis.isStill')).toBe(true);
      expect(opened.troubles).toEqual([]);
      row.dev = true;
    });

    async function open(url: string): Promise<OpenPage> {
      const opened = await openPage(browser, url, folder());
      onTestFinished(() => opened.page.close());
      return opened;
    }
  },
);
