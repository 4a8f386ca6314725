import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareSnapshots } from '../../src/diff/compare.ts';
import type { IconSnapshot } from '../../src/diff/model.ts';
import { renderHtml } from '../../src/diff/report/html.ts';
import { resolveBuildConfig } from '../../src/pipeline/context.ts';
import { loadIcons } from '../../src/pipeline/load-icons.ts';
import { square, type Tree, writeTree } from '../e2e/test-build.ts';
import { launchChromium } from './chromium.ts';

const GRADIENT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><linearGradient id="a"><stop stop-color="COLOR"/></linearGradient><path fill="url(#a)" d="M0 0h24v24H0z"/></svg>';

async function sideOf(label: string, files: Tree): Promise<IconSnapshot> {
  const cwd = mkdtempSync(join(tmpdir(), 'iconloom-diff-page-'));
  try {
    writeTree(cwd, files);
    const { value, diagnostics } = await loadIcons(resolveBuildConfig({}, { cwd }));
    return { label, icons: value, diagnostics };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

describe('the page of changes', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    const before = await sideOf('v1', {
      'icons/gone.svg': square(4),
      'icons/old-name.svg': square(8),
      'icons/paint.svg': GRADIENT.replace('COLOR', 'red'),
      'icons/said.svg': square(3),
      'icons/said.meta.json': '{"title":"Say"}',
    });
    const after = await sideOf('v2', {
      'icons/come.svg': square(5),
      'icons/new-name.svg': square(8),
      'icons/paint.svg': GRADIENT.replace('COLOR', 'lime'),
      'icons/said.svg': square(3),
      'icons/said.meta.json': '{"title":"Say it","aliases":["tell"]}',
    });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => problems.push(request.url().slice(0, 30)));
    await page.setContent(renderHtml(await compareSnapshots(before, after)));
    problems.splice(0);
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'])('has nothing that axe finds, in %s', async (theme) => {
    await page.check(`input[value=${theme}]`, { force: true });
    for (const view of ['slider', 'onion', 'side']) {
      await page.check(`input[value=${view}]`, { force: true });
      // The policy of the page lets no script in but its own.
      const results = await runAxe(page);
      expect(results).toEqual([]);
    }
  });

  test('draws both sides, each with what is its own', async () => {
    const colorOf = (label: string) => page.getByLabel(label, { exact: true }).first();
    const png = async (label: string) => (await colorOf(label).screenshot()).toString('base64');
    const [before, after] = [await png('paint before'), await png('paint after')];
    expect(before).not.toBe(after);
    const fills = await page.$$eval('.sprite linearGradient', (all) => all.map(({ id }) => id));
    expect(new Set(fills).size).toBe(fills.length);
  });

  test('the slider shows more of what was, and keys move it', async () => {
    await page.check('input[value=slider]', { force: true });
    const slider = page.getByRole('slider', { name: /^paint/ });
    await slider.focus();
    await page.keyboard.press('Home');
    const clip = await page.evaluate(
      "getComputedStyle(document.querySelector('#changed .mix .was')).clipPath",
    );
    expect(clip).toBe('inset(0px 100% 0px 0px)');
  });

  test('asks for nothing and says nothing', () => {
    expect(problems).toEqual([]);
  });
});

async function runAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    } as never);
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
}
