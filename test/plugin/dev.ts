import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { expect, onTestFinished, vi } from 'vitest';
import icons from '../../src/plugin/adapters/vite.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { lendPage } from '../browser/pages.ts';

export interface Dev {
  readonly server: ViteDevServer;
  readonly page: Page;
  /** What the console told as errors. */
  readonly errors: string[];
  readonly url: string;
}

export interface DevConfig extends InlineConfig {
  /** URL of the page, by that of the server, with its base. Default: the same. */
  readonly page?: (url: string) => string;
}

/** The machine may be busy. */
export const SLOW: { readonly timeout: number } = { timeout: 60_000 };

/** Serves an app, opens it and waits until it hears of changes. All ends with the test. */
export async function serveApp(
  root: string,
  browser: Browser,
  options: PluginOptions = {},
  { page: pageAt = (url) => url, ...config }: DevConfig = {},
): Promise<Dev> {
  const server = await createServer({
    ...{ root, configFile: false, logLevel: 'silent', ...config },
    plugins: [...(config.plugins ?? []), icons({ inputs: 'icons', ...options })],
    server: { host: '127.0.0.1', port: 0, ...config.server },
  });
  await server.listen();
  onTestFinished(() => server.close());
  const url = server.resolvedUrls?.local[0] as string;
  const page = await lendPage(browser);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  const shown = pageAt(url);
  await page.goto(shown);
  const isFollowing = () => expect(server.ws.clients.size).toBeGreaterThan(0);
  if (shown !== 'about:blank') await vi.waitFor(isFollowing, SLOW);
  return { server, page, errors, url };
}

/** How many pixels of an element are dark. */
export async function darkPixels(page: Page, selector: string): Promise<number> {
  const { data } = PNG.sync.read(await page.locator(selector).screenshot());
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
  return dark;
}

/** A page that shows an icon for each name in a module of its own. */
export const INDEX =
  '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="/src/main.js"></script></body>';

/** Code that shows icons, each in an `<svg>` whose id is its name. */
export function showing(...names: readonly string[]): string {
  return `import { iconHref } from 'virtual:iconloom';
const show = (name, href) => {
  document.body.insertAdjacentHTML('beforeend',
    '<svg id="' + name + '" width="24" height="24" style="display:block"><use href="' + href + '"></use></svg>');
};
${names.map((name) => `show('${name}', iconHref('${name}'));`).join('\n')}
globalThis.loads = (globalThis.loads ?? 0) + 1;
globalThis.stamp = Math.random();
`;
}
