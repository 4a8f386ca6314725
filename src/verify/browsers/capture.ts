import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserDriver, Viewport } from './driver.ts';

/** Expression that is true when a page is ready: the page sets `data-ready` on its root. */
const READY = "document.documentElement.hasAttribute('data-ready')";

/** Maximum number of screenshots before a page counts as moving. */
const MAX_SCREENSHOTS = 20;

/** Options of a screenshot. */
export interface CaptureOptions {
  readonly viewport: Viewport;
  /** Timeout in ms. */
  readonly limit: number;
  /**
   * Takes screenshots until two in a row are equal: no event reports that a browser has drawn
   * everything that it has loaded.
   */
  readonly untilStable: boolean;
}

/**
 * Opens a page, waits until it reports that it is ready, and returns a PNG of it. The load event is
 * not enough, since it does not wait for external sprites in every browser.
 *
 * @throws {Error} when it takes too long, or keeps moving.
 */
export async function capture(
  driver: BrowserDriver,
  url: string,
  options: CaptureOptions,
): Promise<Uint8Array> {
  const controller = new AbortController();
  const { signal } = controller;
  const { limit } = options;
  const timeout = pause(limit, undefined, { signal }).then(() => {
    throw new Error(`${driver.name} did not draw the page within ${limit / 1000} s`);
  });
  try {
    return await Promise.race([timeout, takeScreenshot(driver, url, options, signal)]);
  } finally {
    controller.abort();
    timeout.catch(() => {});
  }
}

async function takeScreenshot(
  driver: BrowserDriver,
  url: string,
  { viewport, untilStable }: CaptureOptions,
  signal: AbortSignal,
): Promise<Uint8Array> {
  await driver.resize(viewport);
  await driver.open(url);
  while (!(await driver.evaluate<boolean>(READY))) await pause(30, undefined, { signal });
  let last = await driver.screenshot();
  if (!untilStable) return last;
  for (let count = 1; count < MAX_SCREENSHOTS; count++) {
    await pause(60, undefined, { signal });
    const next = await driver.screenshot();
    if (Buffer.compare(last, next) === 0) return next;
    last = next;
  }
  throw new Error(`the page keeps moving in ${driver.name}`);
}
