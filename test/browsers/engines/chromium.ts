import { execFileSync } from 'node:child_process';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureChromium, launchChromium } from '../../browser/chromium.ts';
import { type Engine, type FoundEngine, READY, READY_WITHIN, untilStill } from './engine.ts';

/** Chromium or Chrome, driven by playwright-core. Installs Chromium where it can and must. */
export function findChromium(): FoundEngine | undefined {
  try {
    const path = ensureChromium();
    const text = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { version: /[\d.]+/.exec(text)?.[0] ?? 'of unknown version', open };
  } catch {
    return undefined;
  }
}

async function open(): Promise<Engine> {
  const browser = await launchChromium();
  const pages = new Map<number, Promise<Page>>();
  const newPage = async (scale: number): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({ deviceScaleFactor: scale });
    return context.newPage();
  };
  return {
    name: 'Chromium',
    version: browser.version(),
    async capture(url, { width, height, scale }) {
      if (!pages.has(scale)) pages.set(scale, newPage(scale));
      const page = (await pages.get(scale)) as Page;
      await page.setViewportSize({ width, height });
      await page.goto(url, { timeout: READY_WITHIN });
      await page.waitForFunction(READY, undefined, { timeout: READY_WITHIN });
      return untilStill(() => page.screenshot());
    },
    close: () => browser.close(),
  };
}
