import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { drop, lines, openPage } from './page.ts';
import { start } from './start.ts';

const ICONS = { 'icons/box.svg': lines('M4 6h16v14H4z') };
const CONFIG = { lint: { preset: 'none' } } as const;
/** The machine may be busy. */
const SLOW = { timeout: 60_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Add an icon/ });
const noticeOf = (page: Page) => page.locator('.notice');

/** Puts texts by type into the clipboard of the system. */
async function copy(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((entries) => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in the page, whose types are not known here
    const { ClipboardItem, navigator } = globalThis as any;
    const blobs = entries.map(([type, text]) => [type, new Blob([text], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, Object.entries(texts));
}

/** Puts a PNG into the clipboard, as “Copy as PNG” does. */
async function copyPng(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in the page, whose types are not known here
    const { ClipboardItem, navigator, document } = globalThis as any;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 24;
    canvas.getContext('2d').fillRect(4, 4, 16, 16);
    const png = await new Promise((resolve) => canvas.toBlob(resolve));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  });
}

async function open(): Promise<Page> {
  const { page } = await openPage(browser, await start(ICONS, CONFIG));
  await page.bringToFront();
  return page;
}

/** SVG as “Copy as SVG” of Figma writes it. */
const FIGMA =
  '<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">\n<path d="M4 12H20" stroke="#1E1E1E" stroke-width="2"/>\n</svg>\n';
/** SVG in HTML, which needs no namespaces. */
const IN_HTML =
  '<p>Our icon:</p><svg width="24" height="24" viewBox="0 0 24 24"><path d="M4 12h9&nbsp;"></path></svg>';

test.each([
  ['SVG text', { 'text/plain': FIGMA }],
  ['SVG text and HTML of the same', { 'text/plain': FIGMA, 'text/html': `<pre>${FIGMA}</pre>` }],
  ['SVG in HTML', { 'text/html': IN_HTML, 'text/plain': 'Our icon:' }],
  ['SVG in code', { 'text/plain': `Icon = () => (\n  ${FIGMA})` }],
  [
    'an image of a style sheet',
    { 'text/plain': `url("data:image/svg+xml,${encodeURIComponent(FIGMA)}")` },
  ],
  ['an image in base64', { 'text/plain': `data:image/svg+xml;base64,${btoa(FIGMA)}` }],
])('adds %s that Ctrl+V pastes', async (_, texts) => {
  const page = await open();
  await copy(page, texts);
  await page.keyboard.press('Control+V');
  await dialogOf(page).getByText('Pasted SVG').waitFor(SLOW);
  await dialogOf(page).getByText('No problems found.').waitFor(SLOW);
});

test('adds all icons of a text in turn', async () => {
  const page = await open();
  await copy(page, { 'text/plain': `${FIGMA}\n${FIGMA}` });
  await page.keyboard.press('Control+V');
  await page.getByRole('dialog', { name: 'Add an icon (1 of 2)' }).waitFor(SLOW);
});

test('says that a PNG cannot become an icon, and shows the icons that look like it', async () => {
  const page = await open();
  await copyPng(page);
  await page.keyboard.press('Control+V');
  await noticeOf(page).getByText('A PNG or a photo cannot become an icon.').waitFor(SLOW);
  expect(await noticeOf(page).textContent()).toContain('Copy as SVG');
  expect(await dialogOf(page).count()).toBe(0);
  await noticeOf(page).getByRole('button', { name: 'Close this message' }).click();
  expect(await noticeOf(page).isVisible()).toBe(false);
});

test.each([
  ['text', { 'text/plain': 'shopping cart' }, 'The clipboard contains text, but no SVG.'],
  [
    'layers of Figma',
    {
      'text/html': '<span data-metadata="<!--(figmeta)abc(/figmeta)-->"></span><span>Home</span>',
      'text/plain': 'Home',
    },
    'Figma has copied layers that only Figma can read.',
  ],
])('says what to do with %s', async (_, texts, message) => {
  const page = await open();
  await copy(page, texts);
  await page.keyboard.press('Control+V');
  await noticeOf(page).getByText(message).waitFor(SLOW);
  expect(await noticeOf(page).textContent()).toContain('Copy as SVG');
  await drop(page, { 'cup.svg': lines('M4 4h9') });
  await dialogOf(page).waitFor(SLOW);
  expect(await noticeOf(page).isVisible()).toBe(false);
});

test('leaves text fields alone', async () => {
  const page = await open();
  await copy(page, { 'text/plain': '<svg>box</svg>' });
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.press('Control+V');
  expect(await search.inputValue()).toBe('<svg>box</svg>');
  expect(await dialogOf(page).count()).toBe(0);
  expect(await noticeOf(page).isVisible()).toBe(false);

  await drop(page, { 'cup.svg': lines('M4 4h9') });
  const title = dialogOf(page).getByLabel('Title');
  await title.fill('', SLOW);
  await page.keyboard.press('Control+V');
  expect(await title.inputValue()).toBe('<svg>box</svg>');
});

test('shows a new version of the file in the open dialog, and queues other files', async () => {
  const page = await open();
  await drop(page, { 'cup.svg': '<svg viewBox="0 0 24 24"><path d="M4' });
  await dialogOf(page).getByText('This cannot be an icon yet.').waitFor(SLOW);
  const save = dialogOf(page).getByRole('button', { name: 'Save' });
  await save.click({ force: true });
  expect(await page.evaluate('document.activeElement.className')).toBe('verdict');

  await drop(page, { 'cup.svg': lines('M4 4h9') });
  await dialogOf(page).getByText('No problems found.').waitFor(SLOW);
  const name = dialogOf(page).getByLabel('Name', { exact: true });
  expect(await name.inputValue()).toBe('cup');
  await name.fill('mug & cup');
  await dialogOf(page).getByText('A name cannot contain spaces or “&”.').waitFor(SLOW);
  await dialogOf(page).getByText('It will be saved as mug-cup.').waitFor(SLOW);
  await drop(page, { 'cup.svg': lines('M4 8h9') });
  await page.getByText('The new version is shown.').waitFor({ ...SLOW, state: 'attached' });
  expect(await name.inputValue()).toBe('mug & cup');

  await drop(page, { 'lid.svg': lines('M4 4h5') });
  await page.getByRole('dialog', { name: 'Add an icon (1 of 2)' }).waitFor(SLOW);
  await vi.waitFor(async () => expect(await save.isEnabled()).toBe(true), SLOW);
  await save.click();
  await page.getByRole('dialog', { name: 'Add an icon (2 of 2)' }).waitFor(SLOW);
  await vi.waitFor(async () => expect(await name.inputValue()).toBe('lid'), SLOW);
});
