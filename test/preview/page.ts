import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { lendPage } from '../browser/pages.ts';
import type { Started } from './start.ts';

const AXE = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

/** A line icon of a set with lines of 2 px. */
export function lines(d: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#1d1d1b" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${d}"/></svg>\n`;
}

/** Opens the page of a preview, for the test that runs. */
export async function openPage(
  browser: Browser,
  { preview }: Pick<Started, 'preview'>,
): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await lendPage(browser, { viewport: { width: 1100, height: 800 } });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(preview.url);
  await page.getByRole('button', { name: 'Add icons' }).waitFor();
  return { page, errors };
}

/** Drops files onto the page, as from a folder. */
export function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate((entries) => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in the page, whose types are not known here
    const { DataTransfer, DragEvent, document } = globalThis as any;
    const dataTransfer = new DataTransfer();
    for (const [name, text] of entries) {
      const type = name.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream';
      dataTransfer.items.add(new File([text], name, { type }));
    }
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('drop', options));
  }, Object.entries(files));
}

/** What axe finds, as `rule: element`. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
