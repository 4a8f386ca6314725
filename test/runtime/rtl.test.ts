import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';

const RTL_CSS = readFileSync(new URL('../../src/runtime/rtl.css', import.meta.url), 'utf8');

/** Directions of elements in each other, the last around the icon, and whether it mirrors. */
const CASES: readonly (readonly [directions: readonly string[], mirrors: boolean])[] = [
  [[], false],
  [['rtl'], true],
  [['RTL'], true],
  [['ltr'], false],
  [['rtl', 'ltr'], false],
  [['rtl', 'ltr', 'rtl'], true],
  [['ltr', 'rtl', 'ltr', 'rtl', 'ltr'], false],
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});

afterAll(() => browser?.close());

async function mirrors(css: string, directions: readonly string[], text = ''): Promise<boolean> {
  const icon = `${text}<svg class="iconloom-rtl" width="8" height="8"></svg>`;
  const body = directions.reduceRight((inner, dir) => `<div dir="${dir}">${inner}</div>`, icon);
  await page.setContent(`<!doctype html><style>${css}</style>${body}`);
  const transform = await page.locator('svg').evaluate((svg) => getComputedStyle(svg).transform);
  return transform === 'matrix(-1, 0, 0, 1, 0, 0)';
}

test.each(CASES)('the nearest direction counts: %j', async (directions, expected) => {
  expect(await mirrors(RTL_CSS, directions)).toBe(expected);
});

test.each(CASES)('also where a tool compiled it for older browsers: %j', async (...row) => {
  const [directions, expected] = row;
  const compiled = RTL_CSS.replace(/:dir\((\w+)\)/g, (_, dir) => {
    return `:${dir === 'rtl' ? 'is' : 'not'}(:lang(ar), :lang(he))`;
  });
  expect(await mirrors(compiled, directions)).toBe(expected);
});

test('a direction that the text decides counts, too', async () => {
  expect(await mirrors(RTL_CSS, ['auto'], 'سلام')).toBe(true);
  expect(await mirrors(RTL_CSS, ['rtl', 'auto'], 'peace')).toBe(false);
});
