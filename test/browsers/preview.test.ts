import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { BrowserDriver } from '../../src/verify/browsers/driver.ts';
import { lines } from '../preview/page.ts';
import { start } from '../preview/start.ts';
import { ENGINES } from './engines.ts';

const ICONS = { 'icons/box.svg': lines('M4 6h16v14H4z'), 'icons/cup.svg': lines('M5 5h9v14') };
const EXPORT = 'ic_Parcel copy 2.svg';
const MESSY = readFileSync(
  fileURLToPath(new URL(`../fixtures/preview/${EXPORT}`, import.meta.url)),
  'utf8',
);
const SLOW = { timeout: 60_000, interval: 200 };
/** Window of a phone. */
const PHONE = { width: 390, height: 844 };

/**
 * Events as the page gets them; WebDriver has none for drops and no access to the clipboard. Firefox
 * reads `data` and not `clipboardData`.
 */
const dropped = (name: string, svg: string) => `(() => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([${JSON.stringify(svg)}], ${JSON.stringify(name)}, { type: 'image/svg+xml' }));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
})()`;
const pasted = (svg: string) => `(() => {
  const clipboardData = new DataTransfer();
  const data = ${JSON.stringify(svg)};
  clipboardData.setData('text/plain', data);
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, data, dataType: 'text/plain', bubbles: true, cancelable: true }));
})()`;
const press = (name: string) =>
  `[...document.querySelectorAll('button')].filter((each) => each.textContent.trim() === '${name}').at(-1).click()`;
const typed = (label: string, value: string) => `(() => {
  const labels = [...document.querySelectorAll('dialog label')];
  const field = document.getElementById(labels.find((each) => each.textContent === '${label}').htmlFor);
  field.value = '${value}';
  field.dispatchEvent(new Event('input', { bubbles: true }));
})()`;
/** Controls of the open dialog that lie outside of the window, though all is scrolled to them. */
const UNREACHABLE = `(() => [...document.querySelectorAll('dialog button, dialog input')].filter((each) => {
  if (each.getClientRects().length === 0) return false;
  each.scrollIntoView({ block: 'nearest' });
  const { left, right, top, bottom } = each.getBoundingClientRect();
  const target = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight || !each.contains(target);
}).map((each) => each.outerHTML))()`;
const FIELD_SIZES = `[...new Set([...document.querySelectorAll('dialog .field__input')].map((each) => getComputedStyle(each).fontSize))]`;

const textOf = (driver: BrowserDriver, selector: string) =>
  driver.evaluate<string>(`document.querySelector('${selector}')?.textContent ?? ''`);

describe.each(ENGINES)('the preview in $name', ({ find }) => {
  test('adds, pastes, saves and renames icons in the window of a phone', async ({ skip }) => {
    const found = await find();
    if (!found) return skip();
    const driver = await found.launch();
    try {
      const studio = await start(ICONS, { lint: { preset: 'none' } });
      await driver.resize(PHONE);
      await driver.open(studio.preview.url);
      const seen = (selector: string, text: string) =>
        vi.waitFor(async () => expect(await textOf(driver, selector)).toContain(text), SLOW);
      await seen('.add-button', 'Add icons');
      expect(await driver.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(
        true,
      );

      await driver.evaluate(dropped(EXPORT, MESSY));
      await seen('dialog .verdict', 'No problems found.');
      expect(await driver.evaluate(UNREACHABLE)).toEqual([]);
      expect(await driver.evaluate(FIELD_SIZES)).toEqual(['16px']);
      await vi.waitFor(async () => expect(await textOf(driver, '.add__reason')).toBe(''), SLOW);
      await driver.evaluate(press('Save'));
      await seen('.detail', 'parcel');
      expect(readFileSync(studio.path('icons/parcel.svg'), 'utf8')).toContain('<svg');

      await driver.evaluate(press('Rename…'));
      await driver.evaluate(typed('New name', 'crate'));
      expect(await driver.evaluate(UNREACHABLE)).toEqual([]);
      await driver.evaluate(press('Rename'));
      await seen('.detail', 'crate');
      expect(readFileSync(studio.path('icons/crate.svg'), 'utf8')).toContain('<svg');

      await driver.evaluate(pasted(lines('M4 4h7')));
      await seen('dialog .add__reason', 'Enter a name to save the icon.');
      await driver.evaluate(typed('Name', 'dash'));
      await vi.waitFor(async () => expect(await textOf(driver, '.add__reason')).toBe(''), SLOW);
      await driver.evaluate(press('Save'));
      await vi.waitFor(() => readFileSync(studio.path('icons/dash.svg')), SLOW);
    } finally {
      await driver.close();
    }
  });
});
