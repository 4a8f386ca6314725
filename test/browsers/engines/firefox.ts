import { execFileSync } from 'node:child_process';
import { launch } from 'puppeteer-core';
import {
  type Engine,
  type FoundEngine,
  isExecutable,
  onPath,
  READY,
  READY_WITHIN,
  untilStill,
} from './engine.ts';

const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
] as const;

/**
 * Firefox, driven over WebDriver BiDi, without geckodriver: the one that `FIREFOX_PATH` names, else
 * one that is installed.
 */
export function findFirefox(): FoundEngine | undefined {
  const path =
    process.env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox') ?? PLACES.find(isExecutable);
  if (path === undefined || !isExecutable(path)) return undefined;
  const text = execFileSync(path, ['--version'], { encoding: 'utf8' });
  const version = /[\d.]+(esr)?/.exec(text)?.[0] ?? 'of unknown version';
  return { version, open: () => open(path, version) };
}

async function open(executablePath: string, version: string): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: 120_000,
  });
  const page = await browser.newPage();
  return {
    name: 'Firefox',
    version,
    async capture(url, { width, height, scale }) {
      await page.setViewport({ width, height, deviceScaleFactor: scale });
      await page.goto(url, { timeout: READY_WITHIN });
      await page.waitForFunction(READY, { timeout: READY_WITHIN });
      return untilStill(() => page.screenshot());
    },
    close: () => browser.close(),
  };
}
