import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type Site, serve } from '../browser/serve.ts';
import { folderCatalog, largeSet } from './site.ts';
import { type Visitor, visit, WINDOW } from './visitor.ts';

let browser: Browser;
let site: Site;
let visitor: Visitor;
const icons = largeSet();

beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serve(folderCatalog(icons))]);
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.newPage({ viewport: WINDOW, permissions });
  visitor = await visit(page, `${site.origin}/`);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** As it was when it was opened, without loading it again. */
beforeEach(async () => {
  const { page, search } = visitor;
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Escape');
  await search('');
  await page.evaluate(
    'document.activeElement.blur(); document.querySelector(".stage").scrollTop = 0',
  );
  await visitor.cell('a-b').waitFor();
});

describe('6,287 icons', () => {
  test('are counted, and only the rows in sight are in the document', async () => {
    const { page } = visitor;
    expect(icons).toHaveLength(6287);
    const grid = page.getByRole('grid');
    const columns = Number(await grid.getAttribute('aria-colcount'));
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(Math.ceil(6287 / columns)));
    expect(await page.getByRole('row').count()).toBeLessThan(20);
    await page.evaluate('document.querySelector(".stage").scrollTop = 1e9');
    await visitor.cell('zzz').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(20);
  });

  test('are drawn from the sprite', async () => {
    const width = 'document.querySelector(".cell use").getBBox().width';
    expect(await visitor.page.evaluate(width)).toBeGreaterThan(1);
  });
});

describe('search', () => {
  test('shows what is like the word, best first, and says how many', async () => {
    const { page, search, first } = visitor;
    await search('home');
    await visitor.cell('home').waitFor();
    expect((await first(1))[0]).toBe('home');
    const count = await page.locator('.results__count').textContent();
    expect(count).toMatch(/^\d+ of 6,287 icons$/);
    await page
      .getByRole('status')
      .getByText(count ?? '')
      .waitFor({ state: 'attached' });
  });

  test('says so where there is nothing, and leads back to all', async () => {
    const { page, search } = visitor;
    await search('zzzzzzz');
    await page.getByText('No icons match "zzzzzzz".').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await visitor.cell('a-b').waitFor();
  });

  test('finds what people call an icon', async () => {
    const { search, first } = visitor;
    await search('Löschen');
    await visitor.cell('trash').waitFor();
    expect((await first(1))[0]).toBe('trash');
  });

  test('says so if no icon matches all words, also to screen readers', async () => {
    const { page, search, first } = visitor;
    const note = 'No icon matches all words. Showing icons that match some.';
    await search('purple trash');
    await page.locator('.results__note').getByText(note).waitFor();
    expect((await first(1))[0]).toBe('trash');
    await page.getByRole('status').getByText(note).waitFor({ state: 'attached' });
    await search('trash');
    await page.locator('.results__note').waitFor({ state: 'hidden' });
  });

  test('suggests near words that find icons', async () => {
    const { page, search, first } = visitor;
    await search('hmoe');
    await page.locator('.results__suggestions').getByText('Did you mean').waitFor();
    await page.getByRole('button', { name: 'home', exact: true }).click();
    await visitor.cell('home').waitFor();
    expect((await first(1))[0]).toBe('home');
    expect(await page.getByRole('searchbox').inputValue()).toBe('home');
  });
});

describe('the keyboard', () => {
  test('goes from the search into the grid, through it, into the details and back', async () => {
    const { page, focused } = visitor;
    await page.keyboard.press('/');
    await page.keyboard.type('home');
    await visitor.cell('home').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('home');
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    expect(second).not.toBe('home');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(second);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe(second);
    expect(await page.getByRole('region').count()).toBe(0);
  });

  test('reaches the last icon and the first, and Tab leads to one icon only', async () => {
    const { page, focused } = visitor;
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+End');
    expect(await focused()).toBe('zzz-off');
    expect(await page.locator('.cell[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Control+Home');
    expect(await focused()).toBe('a-b');
  });

  test('takes single keys as letters where they are turned off', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('catalog--search');
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByLabel('Single-key shortcuts').check();
  });
});

describe('an address', () => {
  test('opens an icon, and opening one writes it', async () => {
    const { page } = visitor;
    await page.evaluate('location.hash = "#star"');
    await page.getByRole('region', { name: 'star' }).waitFor();
    await visitor.cell('star').waitFor();
    await visitor.search('bookmark');
    await visitor.cell('bookmark').click();
    expect(new URL(page.url()).hash).toBe('#bookmark');
  });
});

describe('copying', () => {
  test.each([
    ['Name', /^star$/],
    ['HTML', /<use href="\/static\/sprite.svg#star">/],
    ['JSX', /^<Icon name="star" size=\{24\} \/>$/],
    ['Vue', /^<Icon name="star" :size="24" \/>$/],
    ['CSS', /mask: url\("data:image\/svg\+xml/],
    ['SVG', /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="24" height="24" viewBox/],
  ])('as %s', async (kind, text) => {
    const { page } = visitor;
    await page.evaluate('location.hash = "#star"');
    await page.getByRole('button', { name: `Copy as ${kind}`, exact: true }).click();
    await page
      .getByRole('status')
      .getByText(`Copied star as ${kind}`)
      .waitFor({ state: 'attached' });
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(text);
  });

  test('as PNG, 512 px, transparent around', async () => {
    const { page } = visitor;
    await page.evaluate('location.hash = "#star"');
    await page.getByRole('button', { name: 'Copy as PNG' }).click();
    await page.getByRole('status').getByText('Copied star as PNG').waitFor({ state: 'attached' });
    const picture = await page.evaluate(`(async () => {
      const [item] = await navigator.clipboard.read();
      const bitmap = await createImageBitmap(await item.getType('image/png'));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const alphas = new Set(context.getImageData(0, 0, 512, 512).data.filter((_, at) => at % 4 === 3));
      return [bitmap.width, bitmap.height, alphas.has(0), alphas.has(255)];
    })()`);
    expect(picture).toEqual([512, 512, true, true]);
  });
});

test('nothing went wrong in the page, and its policy forbade nothing', () => {
  expect(visitor.complaints).toEqual([]);
});
