import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** How a page is shown. */
export interface Showing {
  /** Size in CSS px. Default: 1280 × 720. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Default: light. */
  readonly colorScheme?: 'light' | 'dark';
  /** Default: none. */
  readonly forcedColors?: 'none' | 'active';
}

/** Pages that nobody has, by their browser. */
const free = new WeakMap<Browser, Page[]>();
const EVENTS = ['console', 'pageerror', 'request', 'response', 'dialog', 'download'] as const;

/**
 * A blank page for the test that runs, which nobody else has meanwhile. Tests get the same ones in
 * turn: a browser takes several times as long to open a page as to load a document in it.
 */
export async function lendPage(browser: Browser, showing: Showing = {}): Promise<Page> {
  const { viewport = { width: 1280, height: 720 } } = showing;
  const { colorScheme = 'light', forcedColors = 'none' } = showing;
  const pages = free.get(browser) ?? [];
  free.set(browser, pages);
  const page = pages.pop() ?? (await browser.newPage());
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, forcedColors });
  onTestFinished(async () => {
    await clean(page);
    pages.push(page);
  });
  return page;
}

/** Tells nobody any more what happens in a page. */
export function forget(page: Page): void {
  for (const event of EVENTS) page.removeAllListeners(event);
}

/** Leaves nothing to the next: what is told of the page, what is stored, and the document. */
async function clean(page: Page): Promise<void> {
  forget(page);
  if (page.url().startsWith('http')) {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  }
  await page.context().clearCookies();
  await page.goto('about:blank');
}
