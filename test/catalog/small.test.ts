import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { launchChromium } from '../browser/chromium.ts';
import { lendPage, type Showing } from '../browser/pages.ts';
import { type Site, serve } from '../browser/serve.ts';
import { iconOf } from '../unit/icons.ts';
import { fileCatalog, folderCatalog, type OnDisk } from './site.ts';
import { type Visitor, visit, WINDOW } from './visitor.ts';

const HOSTILE = '<img src=x onerror="hacked=1">&amp;</script>';

const ICONS = [
  iconOf('back', {
    meta: {
      directional: true,
      category: HOSTILE,
      license: { title: 'MIT', url: 'javascript:hacked=2' },
    },
  }),
  iconOf('old', {
    meta: { deprecated: { use: 'search', since: '2.0', note: HOSTILE } },
    aliases: ['older'],
  }),
  iconOf('search', { title: HOSTILE, meta: { tags: [HOSTILE] } }),
  iconOf('styled', {
    symbol:
      '<symbol id="styled" viewBox="0 0 8 8"><style>.styled_a{fill:#0f0}</style><path class="styled_a" d="M0 0h4v8H0z"/><path d="M4 0h4v8H4z" style="fill:red"/></symbol>',
    facts: { viewBox: '0 0 8 8', color: 'multi' },
  }),
];
const PROBLEMS: readonly Diagnostic[] = [
  {
    code: 'not-proven',
    severity: 'warning',
    file: 'icons/search.svg',
    where: { line: 3, column: 14 },
    message: `It is not as it should be: ${HOSTILE}.`,
    hint: 'Draw it again.',
  },
];

let browser: Browser;
let site: Site;
let onDisk: OnDisk;

beforeAll(async () => {
  onDisk = fileCatalog(ICONS, PROBLEMS);
  [browser, site] = await Promise.all([launchChromium(), serve(folderCatalog(ICONS, PROBLEMS))]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  onDisk?.remove();
});

/** Opens a catalog, for the test that runs. */
async function open(url: string, showing: Showing = {}): Promise<Visitor> {
  return visit(await lendPage(browser, { viewport: WINDOW, ...showing }), url);
}

describe('what people wrote', () => {
  test('is shown as text, with the problems and what mends them, and never acts', async () => {
    const { page, complaints } = await open(`${site.origin}/#search`);
    const details = page.getByRole('region', { name: 'search' });
    await details.getByText(`It is not as it should be: ${HOSTILE}.`).waitFor();
    await details.getByText('Fix: Draw it again.').waitFor();
    await details.getByText('icons/search.svg:3:14').waitFor();
    expect(await page.getByRole('gridcell', { name: '1 warning' }).count()).toBe(1);
    await page.evaluate('location.hash = "#back"');
    await page.getByRole('region', { name: 'back' }).getByText('MIT').waitFor();
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(complaints).toEqual([]);
  });
});

describe('a deprecated icon', () => {
  test('leads to the one to use, and is found by its further name', async () => {
    const { page } = await open(`${site.origin}/#older`);
    const details = page.getByRole('region', { name: 'old' });
    await details.getByText('Deprecated since 2.0.').waitFor();
    expect(await details.locator('.deprecation').textContent()).toContain(HOSTILE);
    await details.locator('.deprecation').getByRole('button', { name: 'search' }).click();
    await page.getByRole('region', { name: 'search' }).waitFor();
  });
});

test('right to left mirrors the icons that point along the text, and no others', async () => {
  const { page } = await open(`${site.origin}/`);
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByLabel('Right to left').check();
  const mirrored = `[...document.querySelectorAll('.cell')]
    .filter((cell) => getComputedStyle(cell.querySelector('.glyph')).scale === '-1 1')
    .map((cell) => cell.querySelector('.cell__name').textContent)`;
  expect(await page.evaluate(mirrored)).toEqual(['back']);
});

test('filters leave the icons that they name', async () => {
  const { page, first } = await open(`${site.origin}/`);
  await page.getByLabel('With problems').check();
  expect(await first(9)).toEqual(['search']);
  await page.getByLabel('With problems').uncheck();
  await page.getByLabel('Several colors').check();
  expect(await first(9)).toEqual(['styled']);
  await page.getByLabel('One color').check();
  expect(await page.getByLabel('Several colors').isChecked()).toBe(false);
});

describe('the one file', () => {
  test('works from the disk, with styles in symbols, and its policy forbids nothing', async () => {
    const { page, complaints } = await open(`${onDisk.url}#styled`);
    await page.getByRole('region', { name: 'styled' }).waitFor();
    const fills = `[...document.querySelectorAll('#styled path')].map((path) => getComputedStyle(path).fill)`;
    expect(await page.evaluate(fills)).toEqual(['rgb(0, 255, 0)', 'rgb(255, 0, 0)']);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(complaints).toEqual([]);
  });
});

describe('axe finds nothing', () => {
  test.each(['light', 'dark'] as const)('in %s, with details and problems', async (colorScheme) => {
    const { page, axe } = await open(`${site.origin}/#search`, { colorScheme });
    await page.getByRole('region', { name: 'search' }).waitFor();
    expect(await axe()).toEqual([]);
    for (const panel of ['Search by sketch', 'Appearance']) {
      await page.getByRole('button', { name: panel }).click();
      expect(await axe(), panel).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  test('in colors that the system forces, which leave a ground that is chosen', async () => {
    const forced = { forcedColors: 'active', colorScheme: 'dark' } as const;
    const { page, axe } = await open(`${site.origin}/#search`, forced);
    await page.getByRole('region', { name: 'search' }).waitFor();
    expect(await axe()).toEqual([]);
    const ground = 'getComputedStyle(document.querySelector(".cell__tile")).backgroundColor';
    expect(await page.evaluate(ground)).toBe('rgb(0, 0, 0)');
    await page.locator('.show-bar label', { hasText: 'Light' }).click();
    await vi.waitFor(async () => expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)'));
  });

  test('on a phone, where the details are a dialog over the page', async () => {
    const { page, axe } = await open(`${site.origin}/`, {
      viewport: { width: 390, height: 844 },
    });
    expect(await axe()).toEqual([]);
    await page.getByRole('gridcell', { name: 'old' }).click();
    await page.getByRole('dialog', { name: 'old' }).waitFor();
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('where nothing may be put on the clipboard, it is saved as a file', async () => {
  const { page } = await open(`${site.origin}/#back`);
  await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    navigator.clipboard.write = () => Promise.reject(new Error('no'))`);
  for (const [kind, name] of [
    ['SVG', 'back.svg'],
    ['PNG', 'back.png'],
  ]) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Copy as ${kind}` }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});
