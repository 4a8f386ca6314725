import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { lendPage } from '../browser/pages.ts';
import { readTree } from '../e2e/test-build.ts';
import { newApp } from '../plugin/app.ts';
import { darkPixels, INDEX, serveApp } from '../plugin/dev.ts';
import { axe, drop, lines, openPage } from './page.ts';
import { start, startIn } from './start.ts';

/** As a drawing tool exports it: prolog, comments, data of the tool, classes, groups, off the grid, thin lines. */
const EXPORT = 'ic_Parcel copy 2.svg';
const MESSY = readFileSync(
  fileURLToPath(new URL(`../fixtures/preview/${EXPORT}`, import.meta.url)),
  'utf8',
);
const ICONS = {
  'icons/box-open.svg': lines('M4 9v11h16V9M4 9l8-5 8 5'),
  'icons/box.svg': lines('M4 6h16v14H4z'),
  'icons/minus.svg': lines('M5 12h14'),
};
const LINT = {
  preset: 'none',
  rules: {
    'stroke-width': ['warning', { width: 2 }],
    'pixel-grid': ['warning', { points: 'all' }],
  },
} as const;
/** The machine may be busy. */
const SLOW = { timeout: 60_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Add an icon/ });
const buttonOf = (page: Page, name: string | RegExp) =>
  dialogOf(page).getByRole('button', { name });
const verdictOf = (page: Page) => dialogOf(page).getByRole('region', { name: 'Problems' });
const problemsOf = (page: Page) => dialogOf(page).locator('.problem').allInnerTexts();
const active = (page: Page) => page.evaluate('document.activeElement.textContent');

/** Shows an icon that is not there yet. */
const MAIN = `import { iconHref } from 'virtual:iconloom';
const name = 'parcel';
document.body.insertAdjacentHTML('beforeend',
  '<svg id="parcel" width="24" height="24" style="display:block"><use href="' + iconHref(name) + '"></use></svg>');
globalThis.stamp = Math.random();
`;

/** Whether Save waits from the first letter of an edit on. */
const EDITED = `(() => {
  const buttons = [...document.querySelectorAll('dialog button')];
  const save = buttons.find(({ textContent }) => textContent === 'Save');
  const field = document.querySelector('dialog input');
  const waits = () => save.ariaDisabled === 'true';
  const before = waits();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return !before && waits();
})()`;

test('from a messy export to the sprite of an app, without loading a page again', async () => {
  const root = newApp({ 'index.html': INDEX, 'src/main.js': MAIN, ...ICONS });
  const app = await serveApp(root, browser);
  const stamp = await app.page.evaluate('stamp');
  const studio = await startIn(root, { lint: LINT });
  const { page, errors } = await openPage(browser, studio);

  await drop(page, { [EXPORT]: MESSY });
  await buttonOf(page, /^Apply/).waitFor(SLOW);
  const found = (await problemsOf(page)).join('\n');
  expect(found).toMatch(/lines are 1\.5 px thick; lines must be 2 px/);
  expect(found).toMatch(/4 points lie just off the grid/);
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  expect(await dialogOf(page).getByLabel('Name', { exact: true }).inputValue()).toBe('parcel');

  await buttonOf(page, /^Apply/).click();
  await verdictOf(page).getByText('No problems found.').waitFor(SLOW);
  expect(await page.evaluate(EDITED)).toBe(true);
  await dialogOf(page).getByLabel('Tags').fill('package, delivery');
  await vi.waitFor(async () => expect(await buttonOf(page, 'Save').isEnabled()).toBe(true), SLOW);
  await buttonOf(page, 'Save').click();
  await page.getByRole('heading', { name: 'parcel' }).waitFor(SLOW);

  const saved = readFileSync(join(root, 'icons/parcel.svg'), 'utf8');
  expect(saved).toContain('stroke-width="2"');
  expect(saved).not.toMatch(/<!--|<style|class=|Guides|\.\d{3}/);
  expect(JSON.parse(readFileSync(join(root, 'icons/parcel.meta.json'), 'utf8'))).toEqual({
    title: 'Parcel',
    tags: ['package', 'delivery'],
  });
  await app.page.addStyleTag({ content: 'vite-error-overlay { display: none }' });
  const pixels = await pixelsOf(saved);
  expect(pixels).toBeGreaterThan(40);
  await vi.waitFor(async () => expect(await darkPixels(app.page, '#parcel')).toBe(pixels), SLOW);
  expect(await app.page.evaluate('stamp')).toBe(stamp);
  expect(errors).toEqual([]);
});

/** How many pixels of a drawing are dark at its own size. */
async function pixelsOf(svg: string): Promise<number> {
  const page = await lendPage(browser);
  await page.setContent(`<body>${svg.replace('<svg', '<svg id="own" style="display:block"')}`);
  return darkPixels(page, '#own');
}

test('asks before it replaces an icon, and takes another name', async () => {
  const studio = await start(ICONS, { lint: { preset: 'none' } });
  const { page } = await openPage(browser, studio);
  await drop(page, { 'Box.svg': lines('M5 7h14v12H5z') });
  const notice = dialogOf(page).getByRole('group', { name: 'This name is in use' });
  await notice.getByRole('button', { name: 'Replace box' }).waitFor(SLOW);
  expect(await buttonOf(page, 'Save').isDisabled()).toBe(true);
  expect(await axe(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Choose another name' }).click();
  await page.keyboard.type('Crate');
  await dialogOf(page).getByText('It will be saved as crate.').waitFor(SLOW);
  await vi.waitFor(async () => expect(await buttonOf(page, 'Save').isEnabled()).toBe(true), SLOW);
  await buttonOf(page, 'Save').click();
  await page.getByRole('heading', { name: 'crate' }).waitFor(SLOW);
  expect(readTree(join(studio.cwd, 'icons'))['box.svg']).toBe(ICONS['icons/box.svg']);

  await drop(page, { 'Box.svg': lines('M5 7h14v12H5z') });
  await notice.getByRole('button', { name: 'Replace box' }).click(SLOW);
  await page.getByRole('heading', { name: 'box', exact: true }).waitFor(SLOW);
  expect(readTree(join(studio.cwd, 'icons'))['box.svg']).toContain('M5 7h14v12H5z');
});

test('refuses what is no icon with the reason, and gives the focus back', async () => {
  const studio = await start(ICONS);
  const { page } = await openPage(browser, studio);
  const add = page.getByRole('button', { name: 'Add icons' });
  await add.focus();
  await drop(page, { 'photo.svg': '%PDF-1.7', 'notes.txt': 'To do: draw' });
  await verdictOf(page).getByText('This cannot be an icon yet').waitFor(SLOW);
  expect(await dialogOf(page).getAttribute('aria-labelledby')).toBeTruthy();
  expect(await active(page)).toBe('Add an icon (1 of 2)');
  expect(await buttonOf(page, 'Save').isDisabled()).toBe(true);
  expect((await problemsOf(page)).join()).toMatch(/The file is not an SVG image: it is a PDF/);
  for (let step = 0; step < 8; step++) await page.keyboard.press('Tab');
  expect(
    await page.evaluate(
      'document.querySelector("#catalog--root").contains(document.activeElement)',
    ),
  ).toBe(false);
  await page.keyboard.press('Escape');
  await dialogOf(page).getByText('notes.txt', { exact: true }).waitFor(SLOW);
  await verdictOf(page).getByText('This cannot be an icon yet').waitFor(SLOW);
  await page.keyboard.press('Escape');
  await vi.waitFor(async () => expect(await active(page)).toBe('Add icons'), SLOW);
  expect(Object.keys(readTree(join(studio.cwd, 'icons')))).toHaveLength(3);
});

test('takes a drawing that is pasted as text, but none while a name is written', async () => {
  const { page } = await openPage(browser, await start(ICONS, { lint: { preset: 'none' } }));
  const paste = (target: string) =>
    page.evaluate(
      `(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', ${JSON.stringify(lines('M4 4h9'))});
        document.querySelector('${target}').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      })()`,
    );
  await paste('input[type="search"]');
  expect(await dialogOf(page).count()).toBe(0);
  await paste('body');
  await dialogOf(page).getByText('Pasted SVG').waitFor(SLOW);
  const reason = dialogOf(page).getByText('Enter a name to save the icon.');
  await reason.waitFor(SLOW);
  await dialogOf(page).getByText('The name is empty.').waitFor(SLOW);
  // Playwright waits until a button is enabled; people can press it.
  await buttonOf(page, 'Save').click({ force: true });
  expect(await page.evaluate('document.activeElement.id')).toMatch(/add-name/);
  expect(await axe(page)).toEqual([]);
});

test('renames with the old name left behind, and follows the disk', async () => {
  const studio = await start(ICONS, { lint: { preset: 'none' } });
  const { page } = await openPage(browser, studio);
  await page.evaluate("location.hash = '#minus'");
  await page.getByRole('button', { name: 'Rename…' }).click(SLOW);
  const dialog = page.getByRole('dialog', { name: 'Rename minus' });
  await dialog.getByLabel('New name').fill('box');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByText("'minus' cannot be renamed to 'box'").waitFor(SLOW);
  expect(await axe(page)).toEqual([]);
  await dialog.getByLabel('New name').fill('Line');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'line', exact: true }).waitFor(SLOW);
  expect(JSON.parse(readTree(studio.cwd)['icons/line.meta.json'] ?? '')).toEqual({
    aliases: ['minus'],
  });

  writeFileSync(studio.path('icons/star.svg'), lines('M12 4l3 7h-6z'));
  await page.getByText('star', { exact: true }).first().waitFor(SLOW);
  await studio.preview.close();
  await page.getByText('The preview has stopped').waitFor(SLOW);
});

test('shows a changed icon without loading the others, and leaves the focus where it is', async () => {
  const studio = await start(ICONS, { lint: { preset: 'none' } });
  const { page } = await openPage(browser, studio);
  await page.evaluate("location.hash = '#minus'");
  await page.getByRole('button', { name: 'Rename…' }).focus(SLOW);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const symbol = page.locator('.symbol-host symbol[id="minus"]');
  expect(await symbol.innerHTML()).not.toContain('h7');
  writeFileSync(studio.path('icons/minus.svg'), lines('M4 4h7'));
  await vi.waitFor(async () => expect(await symbol.innerHTML()).toContain('h7'), SLOW);
  expect(await symbol.count()).toBe(1);
  expect(new Set(asked)).toEqual(new Set(['/api/changes', '/api/icon/minus/before']));
  expect(await active(page)).toBe('Rename…');
});
