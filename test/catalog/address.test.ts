import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { lendPage } from '../browser/pages.ts';
import { type Site, serve } from '../browser/serve.ts';
import { iconOf } from '../unit/icons.ts';
import { fileCatalog, folderCatalog, type OnDisk } from './site.ts';
import { type Visitor, visit } from './visitor.ts';

const ICONS = [
  iconOf('arrow-down', { meta: { category: 'arrows' } }),
  iconOf('arrow-up', { meta: { category: 'arrows' }, aliases: ['up'] }),
  iconOf('star', { meta: { category: 'shapes' }, facts: { color: 'multi' } }),
  iconOf('house', { meta: { category: 'shapes' } }),
];

let browser: Browser;
let site: Site;
let onDisk: OnDisk;

beforeAll(async () => {
  onDisk = fileCatalog(ICONS);
  [browser, site] = await Promise.all([launchChromium(), serve(folderCatalog(ICONS))]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  onDisk?.remove();
});

async function open(url: string): Promise<Visitor> {
  return visit(await lendPage(browser), url);
}

/** Search and hash of the page's address. */
function addressOf(page: Page): string {
  const { search, hash } = new URL(page.url());
  return search + hash;
}

const expectAddress = (page: Page, address: string) =>
  vi.waitFor(() => expect(addressOf(page)).toBe(address));

describe.each(['a server', 'the disk'] as const)('from %s', (from) => {
  const home = () => (from === 'a server' ? `${site.origin}/` : onDisk.url);

  test('an address reproduces query, category, filters and icon', async () => {
    const { page, first } = await open(`${home()}?q=st&category=shapes&color=multi#star`);
    await page.getByRole('region', { name: 'star' }).waitFor();
    expect(await first(9)).toEqual(['star']);
    expect(await page.getByRole('searchbox').inputValue()).toBe('st');
    expect(await page.getByLabel('Several colors').isChecked()).toBe(true);
    expect(await page.locator('.category[aria-pressed="true"]').textContent()).toContain('Shapes');
    expect(addressOf(page)).toBe('?q=st&category=shapes&color=multi#star');
  });

  test('the page writes what it shows; opening an icon is a step back, typing is not', async () => {
    const { page, search, cell, first } = await open(home());
    await search('arr');
    await search('arrow');
    await expectAddress(page, '?q=arrow');
    await cell('arrow-up').click();
    await expectAddress(page, '?q=arrow#arrow-up');
    await cell('arrow-down').click();
    await expectAddress(page, '?q=arrow#arrow-down');
    await page.goBack();
    await page.getByRole('region', { name: 'arrow-up' }).waitFor();
    await page.goBack();
    await expectAddress(page, '?q=arrow');
    await vi.waitFor(async () => expect(await page.getByRole('region').count()).toBe(0));
    expect(await first(9)).toHaveLength(2);
    await page.goForward();
    await page.getByRole('region', { name: 'arrow-up' }).waitFor();
  });

  test('a category is a step, too', async () => {
    const { page, first } = await open(home());
    await page.getByRole('button', { name: 'Arrows' }).click();
    await expectAddress(page, '?category=arrows');
    expect(await first(9)).toEqual(['arrow-down', 'arrow-up']);
    await page.goBack();
    await vi.waitFor(async () => expect(await first(9)).toHaveLength(4));
  });
});

describe('a link', () => {
  test.each(['up', 'Arrow-Up', 'arrowUp', 'UP'])('to #%s finds the icon', async (name) => {
    const { page } = await open(`${site.origin}/#${name}`);
    await page.getByRole('region', { name: 'arrow-up' }).waitFor();
  });

  test('to an unknown name says so, with near names', async () => {
    const { page, axe } = await open(`${site.origin}/#arow-up`);
    const notice = page.locator('.unknown');
    expect(await notice.textContent()).toMatch(
      /^No icon is named "arow-up"\. Similar names: arrow-up/,
    );
    expect(await axe()).toEqual([]);
    await page
      .getByRole('status')
      .getByText('No icon is named "arow-up".')
      .waitFor({ state: 'attached' });
    await notice.getByRole('link', { name: 'arrow-up' }).click();
    await page.getByRole('region', { name: 'arrow-up' }).waitFor();
    expect(await notice.isVisible()).toBe(false);
    await page.goBack();
    await notice.waitFor();
    await notice.getByRole('button', { name: 'Close the notice' }).click();
    expect(await notice.isVisible()).toBe(false);
  });

  test('to an unknown name is text, whatever it contains', async () => {
    const name = '<img src=x onerror="hacked=1">';
    const { page, complaints } = await open(`${site.origin}/#${encodeURIComponent(name)}`);
    expect(await page.locator('.unknown').textContent()).toContain(name);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(complaints).toEqual([]);
  });

  test('of the page itself opens and closes nothing', async () => {
    const { page } = await open(`${site.origin}/#star`);
    await page.getByRole('region', { name: 'star' }).waitFor();
    await page.evaluate('location.hash = "#catalog--icons"');
    await page.waitForFunction('location.hash === "#catalog--icons"');
    expect(await page.getByRole('region', { name: 'star' }).count()).toBe(1);
    expect(await page.locator('.unknown').isVisible()).toBe(false);
  });
});

test.each(['a server', 'the disk'] as const)(
  'title and icon are of the set, from %s',
  async (from) => {
    const { page, cell, complaints } = await open(from === 'a server' ? site.origin : onDisk.url);
    expect(await page.title()).toBe('acme-icons 2.1.0');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('acme-icons 2.1.0');
    await page.waitForFunction(
      `document.querySelector('link[rel="icon"]').href.startsWith('data:image/svg+xml,')`,
    );
    const size = await page.evaluate(`new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image.naturalWidth);
    image.onerror = reject;
    image.src = document.querySelector('link[rel="icon"]').href;
  })`);
    expect(size).toBe(32);
    await cell('star').click();
    await vi.waitFor(async () => expect(await page.title()).toBe('star – acme-icons 2.1.0'));
    expect(complaints).toEqual([]);
  },
);
