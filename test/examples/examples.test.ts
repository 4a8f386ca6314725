import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type Box, installExamples } from './box.ts';
import { buildAll } from './build-all.ts';
import { startDevServer } from './dev-server.ts';
import { type Development, EXAMPLES, type Example, SHOWN } from './examples.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { filesIn, serveFolder } from './serve-folder.ts';
import { type Row, tableOf } from './table.ts';

/** A drawing that is as wide as no other here. */
const WIDTH = 10;
const SQUARE = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">
  <path d="M7 7h${WIDTH}v${WIDTH}H7z" fill="currentColor"/>
</svg>`;

/** Whether the heart, at twice its size, has that width. */
const IS_SQUARE = `(() => {
  const use = document.querySelector('#heart use');
  return use !== null && Math.abs(use.getBBox().width - ${2 * WIDTH}) < 0.01;
})()`;

/** Resolves to the time at which a frame is painted in which it has. */
const PAINTED = `new Promise((done) => {
  const look = () => requestAnimationFrame(
    ${IS_SQUARE} ? () => done(performance.timeOrigin + performance.now()) : look,
  );
  look();
})`;

let box: Box;
let browser: Browser;
let built: ReadonlyMap<string, Promise<number>>;
const began = performance.now();
let installed = 0;
const rows: Row[] = EXAMPLES.map(({ name, bundler }) => ({ example: name, bundler }));

beforeAll(async () => {
  box = installExamples();
  installed = performance.now();
  built = buildAll(box);
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

function drawingsOf({ name, drawings = 'icons' }: Example): string {
  return join(box.folderOf(name), drawings);
}

async function open(url: string, example: Example): Promise<OpenPage> {
  const opened = await openPage(browser, url, drawingsOf(example));
  onTestFinished(() => opened.page.close());
  return opened;
}

const CASES = EXAMPLES.map((example, at) => ({
  example,
  name: example.name,
  row: rows[at] as Row,
}));

describe.each(CASES)('$name', ({ example, name, row }) => {
  const output = () => join(box.folderOf(name), example.out);

  /** Serves what is built as the example does; returns the URL of its page. */
  async function serveBuilt(): Promise<string> {
    const { serves } = example;
    if (serves === undefined) {
      const site = await serveFolder(output());
      onTestFinished(site.close);
      return `${site.origin}/`;
    }
    const server = await startDevServer(box.folderOf(name), { commands: [[serves]] });
    onTestFinished(server.stop);
    return server.url;
  }

  test('builds', async () => {
    row.buildSeconds = await (built.get(name) as Promise<number>);
    const sprites = filesIn(output()).filter((path) => path.endsWith('.svg'));
    expect(sprites).toHaveLength(1);
    const sprite = readFileSync(join(output(), sprites[0] as string), 'utf8');
    row.spriteBytes = Buffer.byteLength(sprite);
    const ids = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(example.ships);
  });

  test('holds, in the repository, what is built', () => {
    expect(box.changedIn(name)).toEqual([]);
  });

  test('shows its icons as they are drawn, to everybody', async () => {
    const { wrong, violations, troubles } = await open(await serveBuilt(), example);
    const off = await wrong();
    row.iconsRight = `${SHOWN.length - Object.keys(off).length} of ${SHOWN.length}`;
    const found = await violations();
    row.axeClean = found.length === 0;
    expect({ off, found, troubles }).toEqual({ off: {}, found: [], troubles: [] });
  });
});

// Last, when nothing is built any more: what it takes is measured.
describe.each(CASES.filter(({ example }) => example.dev))('$name', ({ example, name, row }) => {
  const dev = example.dev as Development;

  test(`shows a changed drawing while developing, ${dev.shows}`, async () => {
    const folder = box.folderOf(name);
    const server = await startDevServer(folder, dev);
    onTestFinished(server.stop);
    const opened = await open(server.url, example);
    expect(await opened.wrong()).toEqual({});
    await opened.page.evaluate('globalThis.isStill = true');
    const drawing = join(drawingsOf(example), 'heart.svg');
    const before = readFileSync(drawing, 'utf8');
    onTestFinished(() => writeFileSync(drawing, before));
    const seen = see(opened, dev);
    const saved = performance.timeOrigin + performance.now();
    writeFileSync(drawing, SQUARE);
    row.hmrMilliseconds = (await seen) - saved;
    expect(await opened.wrong()).toEqual({});
    expect(await opened.page.evaluate('globalThis.isStill ?? false')).toBe(
      dev.shows === 'in place',
    );
    expect(opened.troubles).toEqual([]);
    row.dev = dev.shows;
  });
});

/** Resolves to the time at which the changed drawing is seen. */
async function see({ page }: OpenPage, { shows }: Development): Promise<number> {
  if (shows === 'in place') return (await page.evaluate(PAINTED)) as number;
  if (shows === 'reloads itself') await page.waitForFunction(IS_SQUARE);
  else {
    while (!(await page.evaluate(IS_SQUARE))) await page.reload({ waitUntil: 'networkidle' });
  }
  return performance.timeOrigin + performance.now();
}
