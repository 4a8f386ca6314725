import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import {
  compareInChildProcess,
  renderInChildProcess,
} from '../../src/icon/verify/render-process.ts';
import { temporaryFolder, writeTree } from '../e2e/test-build.ts';

const INDEX = new URL('../../dist/index.js', import.meta.url).href;

const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${body}</svg>`;
/** Shape that geometry does not compare, so that the icon is rendered. */
const RENDERED = '<rect width="50%" height="1"/>';
const HALF = svgOf('<path opacity=".5" d="M0 0h64v64z"/>');
/** Ends the renderer. */
const HUGE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 10l24 4c-2-.1-6.2-.3e9-.3-3.4z"/></svg>`;
const FAR_LAYER = svgOf('<path opacity=".5" d="M10-651h67v87h-67z"/>');
/** Never ends. */
const ENDLESS = svgOf(
  '<filter id="f"><feTurbulence baseFrequency=".1" numOctaves="2000000000"/></filter><path filter="url(#f)" d="M0 0h64v64z"/>',
);
/** Takes longer than the renderer may. */
const SLOW = svgOf(
  `<filter id="f">${'<feTurbulence baseFrequency=".1" numOctaves="10"/>'.repeat(2300)}</filter><path filter="url(#f)" d="M0 0h64v64z"/>${RENDERED}`,
);
const pairOf = (before: string, after: string) => ({
  ...{ before, after, sides: [64], isWide: true, hasText: false },
});

test('what ends or holds up the renderer is reported, and what is asked beside it is answered', async () => {
  const pairs = [
    pairOf(HALF, HALF),
    pairOf(HUGE, HALF),
    pairOf(HALF, HUGE),
    pairOf(HALF, FAR_LAYER),
    pairOf(HALF, ENDLESS),
    pairOf('<svg', HALF),
    pairOf(HALF, HALF),
  ];
  expect(await Promise.all(pairs.map(compareInChildProcess))).toEqual([
    [0],
    { failed: 'before', problem: 'crash' },
    { failed: 'after', problem: 'crash' },
    { failed: 'after', problem: 'crash' },
    { failed: 'after', problem: 'slow' },
    { failed: 'before', problem: 'invalid' },
    [0],
  ]);
});

test('gives pixels and a PNG', async () => {
  const options = { side: 16, isWide: true, hasText: false };
  const { width, height, pixels, asPng } = await renderInChildProcess(HALF, options);
  expect([width, height, pixels.length]).toEqual([16, 16, 16 * 16 * 4]);
  // Inside of the triangle, black at one half.
  expect([...pixels.subarray(12 * 4, 13 * 4)]).toEqual([0, 0, 0, 128]);
  expect(
    Buffer.from(await asPng())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  await expect(renderInChildProcess(HUGE, { ...options, side: 64 })).rejects.toThrow();
});

test('a process that waits for an answer does not end, and one that has all does', async () => {
  const script = `
    import { build } from ${JSON.stringify(INDEX)};
    for (const inputs of ['half', 'slow']) {
      const { icons } = await build({ inputs, out: 'out-' + inputs, cache: false });
      console.log(icons.length);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }`;
  const cwd = temporaryFolder();
  const half = svgOf(`<g opacity=".5"><path d="M0 0h64v64z"/>${RENDERED}</g>`);
  writeTree(cwd, { 'half/a.svg': half, 'slow/a.svg': SLOW, 'build.mjs': script });
  const stdout = execFileSync(process.execPath, ['build.mjs'], { cwd, encoding: 'utf8' });
  expect(stdout).toBe('1\n1\n');
});

test('ends with the process that has started it', async () => {
  const script = `
    import { build } from ${JSON.stringify(INDEX)};
    build({ inputs: 'icons', out: 'out' }).finally(() => clearInterval(timer));
    const timer = setInterval(() => {
      const child = process._getActiveHandles().find(({ spawnfile, pid }) => spawnfile && pid);
      if (!child) return;
      console.log(child.pid);
      // Once the renderer is at it.
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500);
      clearInterval(timer);
    }, 5);`;
  const cwd = temporaryFolder();
  writeTree(cwd, { 'icons/a.svg': SLOW, 'build.mjs': script });
  const { stdout } = spawnSync(process.execPath, ['build.mjs'], { cwd, encoding: 'utf8' });
  const pid = Number(stdout);
  expect(pid).toBeGreaterThan(0);
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 120_000 });
});
