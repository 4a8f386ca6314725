import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserDriver, Viewport } from './driver.ts';

/** Expression that is true once a page is ready: the page sets `data-ready` on its root itself. */
const READY = "document.documentElement.hasAttribute('data-ready')";

/** Times that a picture is taken before a page counts as moving. */
const MOST_TAKES = 20;

/**
 * Opens a page and returns a PNG of it. The load event is not enough, since it does not wait for
 * external sprites in every browser, and no event reports that a browser has drawn what it loaded:
 * pictures are taken until two in a row are the same.
 *
 * @param limit time in ms that the page may take
 * @throws {Error} when it takes longer, or does not stand still.
 */
export async function capture(
  driver: BrowserDriver,
  url: string,
  { viewport, limit }: { readonly viewport: Viewport; readonly limit: number },
): Promise<Uint8Array> {
  const watch = new AbortController();
  try {
    const late = pause(limit, undefined, { signal: watch.signal }).then(() => {
      throw new Error(`${driver.name} did not draw the page within ${limit / 1000} s`);
    });
    return await Promise.race([late, takeWhenReady(driver, url, viewport, watch.signal)]);
  } finally {
    watch.abort();
  }
}

async function takeWhenReady(
  driver: BrowserDriver,
  url: string,
  viewport: Viewport,
  signal: AbortSignal,
): Promise<Uint8Array> {
  await driver.resize(viewport);
  await driver.open(url);
  while (!(await driver.evaluate<boolean>(READY))) await pause(30, undefined, { signal });
  let last = await driver.screenshot();
  for (let take = 1; take < MOST_TAKES; take++) {
    await pause(60, undefined, { signal });
    const next = await driver.screenshot();
    if (Buffer.compare(last, next) === 0) return next;
    last = next;
  }
  throw new Error(`the page does not stand still in ${driver.name}`);
}
