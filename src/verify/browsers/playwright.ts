import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserType, LaunchOptions as PlaywrightOptions } from 'playwright-core';
import type { BrowserDriver, EngineName, LaunchOptions } from './driver.ts';

/** The part of Playwright that is used. */
export type Playwright = Readonly<Record<EngineName, BrowserType>>;

/** Packages that export it, in order of preference. */
const PACKAGES = ['playwright-core', 'playwright', '@playwright/test'];

/**
 * Loads Playwright from the project, else from the packages of iconloom; `undefined` when it is not
 * installed.
 *
 * @param cwd absolute path of the project's folder
 */
export async function loadPlaywright(cwd: string): Promise<Playwright | undefined> {
  for (const from of [pathToFileURL(join(cwd, 'package.json')).href, import.meta.url]) {
    for (const name of PACKAGES) {
      const path = resolveFrom(from, name);
      if (path === undefined) continue;
      const loaded = (await import(pathToFileURL(path).href)) as Partial<Playwright> & {
        readonly default?: Playwright;
      };
      return loaded.chromium ? (loaded as Playwright) : loaded.default;
    }
  }
  return undefined;
}

function resolveFrom(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

/** Path of the browser that Playwright has downloaded; `undefined` when it has not. */
export function downloadedBrowser(type: BrowserType): string | undefined {
  try {
    const path = type.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    // Playwright has none for this system.
    return undefined;
  }
}

/** Arguments for no network access besides the page, and equal pixels on every machine. */
const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];
const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;

/**
 * Starts a browser through Playwright.
 *
 * @param executablePath the installed one; Playwright's own by default
 */
export async function launchPlaywright(
  type: BrowserType,
  engine: EngineName,
  { scale = 1, executablePath }: LaunchOptions & { readonly executablePath?: string } = {},
): Promise<BrowserDriver> {
  const options: PlaywrightOptions = {
    ...(executablePath !== undefined && { executablePath }),
    ...(engine === 'chromium' && { args: CHROMIUM_ARGS }),
  };
  const browser = await start(type, engine, options);
  const page = await browser.newPage({ deviceScaleFactor: scale });
  return {
    name: nameOf(engine, executablePath),
    version: browser.version(),
    resize: (viewport) => page.setViewportSize(viewport),
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot(),
    close: () => browser.close().catch(() => {}),
  };
}

/** Starts a browser. Chromium runs in its sandbox if the system allows it, which not every CI does. */
async function start(
  type: BrowserType,
  engine: EngineName,
  options: PlaywrightOptions,
): Promise<Browser> {
  const canHaveSandbox = engine === 'chromium' && process.getuid?.() !== 0;
  if (!canHaveSandbox) return type.launch(options);
  return type.launch({ ...options, chromiumSandbox: true }).catch(() => type.launch(options));
}

function nameOf(engine: EngineName, path = ''): string {
  if (/edge/i.test(path)) return 'Microsoft Edge';
  return engine === 'chromium' && /chrome(?!ium)/i.test(path) ? 'Google Chrome' : NAMES[engine];
}
