import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { launchChromium } from '../browser/chromium.ts';
import { lendPage, type Showing } from '../browser/pages.ts';
import { type Site, serve } from '../browser/serve.ts';
import { iconOf } from '../unit/icons.ts';
import { folderCatalog } from './site.ts';
import { type Visitor, visit, WINDOW } from './visitor.ts';

const DIRECTIONS = ['down', 'left', 'right', 'up'];
const LONG = DIRECTIONS.map((end) => `outline-arrow-badge-rounded-dashed-${end}`);
const wide = (name: string, width: number) =>
  iconOf(name, { facts: { width, height: 128, viewBox: `0 0 ${width} 128` } });

const MIXED = [
  ...LONG.map((name) => iconOf(name, { meta: { category: 'arrows' } })),
  iconOf('star', { meta: { category: 'shapes' } }),
  iconOf('plain'),
  iconOf('noted'),
  wide('banner', 1280),
];
const LOGOS = [wide('one', 512), wide('two', 400), wide('three', 512), wide('four', 128)];
const problem = (file: string, severity: 'info' | 'warning'): Diagnostic => {
  const [message, hint] = ['It is not as it could be.', 'Draw it again.'];
  return { code: 'image-snapped', severity, file: `icons/${file}.svg`, message, hint };
};

const WIDTHS = [1440, 1024, 390];
const sizeOf = (width: number) => ({ width, height: 800 });

let browser: Browser;
const sites = new Map<string, Site>();

beforeAll(async () => {
  browser = await launchChromium();
  const problems = [problem('noted', 'info'), problem('star', 'warning'), problem('star', 'info')];
  sites.set('mixed', await serve(folderCatalog(MIXED, problems)));
  sites.set('logos', await serve(folderCatalog(LOGOS)));
});

afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await site.close();
});

async function open(set: 'mixed' | 'logos', showing: Showing = {}, tail = ''): Promise<Visitor> {
  const page = await lendPage(browser, { viewport: WINDOW, ...showing });
  return visit(page, `${sites.get(set)?.origin}/${tail}`);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of the icon, the text of the label and the cell of each icon, by name. */
function boxesOf(page: Page): Promise<Record<string, Record<'icon' | 'label' | 'cell', Box>>> {
  return page.evaluate(`Object.fromEntries([...document.querySelectorAll('.cell')].map((cell) => {
    const name = cell.querySelector('.cell__name');
    const text = document.createRange();
    text.selectNodeContents(name);
    const [icon, label, all] = [cell.querySelector('.glyph'), text, cell]
      .map((each) => each.getBoundingClientRect().toJSON());
    return [name.textContent, { icon, label, cell: all }];
  }))`);
}

/** Labels as they are visible. */
function visibleLabels(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('.cell__name')].map((name) =>
    [name, ...name.querySelectorAll('.cell__line')]
      .flatMap((line) => [...line.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data)
      .join('|'))`);
}

async function chooseSize(page: Page, size: number): Promise<void> {
  await page.locator('.choice__option', { hasText: new RegExp(`^${size}$`) }).click();
}

describe('labels', () => {
  test.each(WIDTHS)(
    'tell variants apart at %d px, and are whole for screen readers',
    async (width) => {
      const { page } = await open('mixed', { viewport: sizeOf(width) });
      const visible = await visibleLabels(page);
      const heights = await page.evaluate(
        "[...document.querySelectorAll('.cell__line')].map((line) => line.offsetHeight)",
      );
      expect(new Set(heights as number[])).toEqual(new Set([16]));
      const arrows = visible.filter((label) => label.startsWith('outline'));
      expect(new Set(arrows).size).toBe(LONG.length);
      for (const name of LONG) {
        expect(await page.getByRole('gridcell', { name, exact: true }).count()).toBe(1);
        expect(await page.locator(`.cell[title="${name}"]`).count()).toBe(1);
      }
    },
  );

  test.each([16, 24, 64])(
    'are nearer to their icon than to the next row at %d px',
    async (size) => {
      const { page } = await open('mixed', { viewport: sizeOf(390) });
      await chooseSize(page, size);
      const boxes = Object.values(await boxesOf(page));
      for (const { icon, label } of boxes) {
        const next = boxes
          .filter((other) => other.icon.top > label.bottom)
          .map(({ icon }) => icon.top);
        const above = label.top - icon.bottom;
        expect(above).toBeGreaterThanOrEqual(0);
        expect(Math.min(...next) - label.bottom).toBeGreaterThan(above);
      }
    },
  );
});

test('labels are the same while the system forces colors', async () => {
  const { page } = await open('mixed');
  const usual = await visibleLabels(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.reload();
  await page.locator('.cell').first().waitFor();
  expect(await visibleLabels(page)).toEqual(usual);
});

describe('wide icons', () => {
  test.each(WIDTHS)('keep their ratio, and stay in their cells at %d px', async (width) => {
    for (const set of ['mixed', 'logos'] as const) {
      const { page } = await open(set, { viewport: sizeOf(width) });
      for (const size of [16, 64]) {
        await chooseSize(page, size);
        const boxes = await boxesOf(page);
        for (const { icon, cell } of Object.values(boxes)) {
          expect(icon.left).toBeGreaterThanOrEqual(cell.left);
          expect(icon.right).toBeLessThanOrEqual(cell.right);
        }
        const { icon } = boxes[set === 'mixed' ? 'banner' : 'one'] ?? {};
        expect((icon?.width ?? 0) / (icon?.height ?? 1)).toBeCloseTo(set === 'mixed' ? 10 : 4, 1);
      }
    }
  });

  test('have the chosen height in a set of logos', async () => {
    const { page } = await open('logos');
    const { two, four } = await boxesOf(page);
    expect(two?.icon.height).toBeCloseTo(24, 0);
    expect(four?.icon.height).toBeCloseTo(24, 0);
    expect(two?.icon.width).toBeCloseTo(75, 0);
  });
});

describe('what does not divide the icons', () => {
  test('is not offered', async () => {
    const { page } = await open('logos');
    expect(await page.getByRole('navigation').count()).toBe(0);
    const { page: mixed } = await open('mixed');
    const names = await mixed.locator('.category__name').allTextContents();
    expect(names).toEqual(['All', 'Arrows', 'Shapes', 'Other']);
    expect(await mixed.locator('.filters .toggle:visible').allTextContents()).toEqual([
      'With problems1',
      'With notes2',
    ]);
  });

  test('leaves its room to the icons', async () => {
    const { page } = await open('logos');
    const main = await page.locator('.main').boundingBox();
    expect(main?.width).toBe(WINDOW.width);
  });
});

test('categories are reachable on a phone', async () => {
  const { page, first } = await open('mixed', { viewport: sizeOf(390) });
  await page.getByRole('button', { name: 'Categories and filters' }).click();
  await page.getByRole('button', { name: 'Shapes' }).click();
  await vi.waitFor(async () => expect(await first(9)).toEqual(['star']));
  await page.getByRole('button', { name: 'Category: Shapes' }).waitFor();
});

test('rows are in the order of the icons after scrolling, and the focus stays', async () => {
  const many = Array.from({ length: 600 }, (_, index) => iconOf(`icon-${1000 + index}`));
  const site = await serve(folderCatalog(many));
  const page = await lendPage(browser, { viewport: sizeOf(390) });
  const { cell } = await visit(page, site.origin);
  await cell('icon-1002').click();
  await page.keyboard.press('Escape');
  for (const top of [900, 1800, 2700, 2000]) {
    await page.evaluate(`document.querySelector('.stage').scrollTop = ${top}`);
    await page.waitForTimeout(50);
  }
  const rows = () =>
    page.evaluate<readonly number[]>(
      `[...document.querySelectorAll('.row')].map((row) => Number(row.ariaRowIndex))`,
    );
  await vi.waitFor(async () => {
    const order = await rows();
    expect(order.length).toBeGreaterThan(8);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
  const focused = 'document.activeElement.querySelector(".cell__name").textContent';
  expect(await page.evaluate(focused)).toBe('icon-1002');
  await site.close();
});

describe('notes', () => {
  test('are no problems', async () => {
    const { page, cell } = await open('mixed', {}, '#noted');
    const details = page.getByRole('region', { name: 'noted' });
    await details.getByRole('heading', { name: '1 note' }).waitFor();
    expect(await cell('noted').locator('.cell__mark').isVisible()).toBe(false);
    expect(await cell('star').locator('.cell__mark').isVisible()).toBe(true);
    expect(await page.getByRole('gridcell', { name: 'star, 1 warning, 1 note' }).count()).toBe(1);
  });
});

describe('the sketch', () => {
  test.each(WIDTHS)('is beside the results at %d px, and changes them meanwhile', async (width) => {
    const { page, first, axe } = await open('mixed', { viewport: sizeOf(width) });
    await page.getByRole('button', { name: 'Search by sketch' }).click();
    await page.getByText('Or drop or paste').waitFor();
    const [pad, stage, cell] = await Promise.all(
      ['.pad', '.stage', '.cell'].map((each) => page.locator(each).first().boundingBox()),
    );
    if (!pad || !stage || !cell) throw new Error('not visible');
    const isBeside = pad.x + pad.width <= stage.x || pad.y + pad.height <= stage.y;
    expect(isBeside).toBe(true);
    expect(stage.y + stage.height - cell.y).toBeGreaterThan(250);
    expect(await axe()).toEqual([]);
    await page.mouse.move(pad.x + 40, pad.y + 40);
    await page.mouse.down();
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.move(pad.x + 40 + step, pad.y + 40 + (step % 20));
      await page.waitForTimeout(10);
    }
    // The pen is still down.
    await page.locator('.results__count', { hasText: 'similar to your sketch' }).waitFor();
    await page.mouse.up();
    expect(await first(1)).toHaveLength(1);
    await page.locator('.cell').first().click();
    expect(await page.locator('.pad').count()).toBe(1);
    await page.keyboard.press('Escape');
  });
});

describe('axe finds nothing', () => {
  const themes: readonly Showing[] = [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ];
  test.each(WIDTHS.flatMap((width) => themes.map((theme) => ({ width, ...theme }))))(
    'at $width px, $colorScheme, $forcedColors',
    async ({ width, ...theme }) => {
      const { page, axe } = await open('mixed', { viewport: sizeOf(width), ...theme });
      expect(await axe()).toEqual([]);
      await page.getByRole('gridcell', { name: LONG[0] as string }).click();
      await page.getByRole('heading', { level: 2, name: LONG[0] as string }).waitFor();
      expect(await axe()).toEqual([]);
    },
  );

  test('at twice the size of the text, where nothing is wider than the page', async () => {
    const { page, axe } = await open('mixed', { viewport: { width: 640, height: 400 } });
    expect(await axe()).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
  });
});
