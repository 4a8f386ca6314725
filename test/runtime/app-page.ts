import type { BrowserContext, Page } from 'playwright-core';
import { decodePng } from '../browser/compare.ts';
import type { ServedFile } from '../browser/serve.ts';

/** What most pages of a careful site are served with; nothing that the components do may need more. */
export const STRICT = "default-src 'none'; script-src 'self'; img-src 'self'; style-src 'self'";

/** How an app's page differs from an ordinary one. */
export interface PageOptions {
  /** Content security policy. Default: `STRICT`; '' for none. */
  readonly policy?: string;
  /** Markup in the app's place, as a server has rendered it. */
  readonly rendered?: string;
  /** Markup for the head. */
  readonly head?: string;
  /** Path of its script. Default: `/app.js`. */
  readonly script?: string;
}

/** The page that loads a script and `/rtl.css`. */
export function appPage({
  policy = STRICT,
  rendered = '',
  head = '',
  script = '/app.js',
}: PageOptions = {}): ServedFile {
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Icons</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/rtl.css"><link rel="stylesheet" href="/page.css">${head}
</head><body><header><h1>Icons</h1></header><div id="app">${rendered}</div>
<script type="module" src="${script}"></script></body></html>`;
  return { type: 'text/html; charset=utf-8', body };
}

/** The style sheet of the page. */
export const PAGE_CSS: ServedFile = {
  type: 'text/css',
  body: ':root { color-scheme: light dark; background: #fff; color: #000 } body { margin: 8px }',
};

/** A page that is open, and what its console has shown. */
export interface OpenPage {
  readonly page: Page;
  readonly messages: readonly string[];
  /** Color, as `#rrggbb`, in the middle of the left and of the right half of an icon. */
  halves(id: string): Promise<readonly [left: string, right: string]>;
}

/**
 * Opens a page, in use until the callback ends.
 *
 * @param until `networkidle` waits for all that the page may still ask for, half a second longer
 */
export async function withPage<T>(
  context: BrowserContext,
  url: string,
  use: (open: OpenPage) => Promise<T>,
  until: 'load' | 'networkidle' = 'networkidle',
): Promise<T> {
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  try {
    await page.goto(url, { waitUntil: until });
    return await use({ page, messages, halves: (id) => halvesOf(page, id) });
  } finally {
    await page.close();
  }
}

async function halvesOf(page: Page, id: string): Promise<readonly [string, string]> {
  const box = await page.locator(`svg#${id}, #${id} svg`).boundingBox();
  if (!box) throw new Error(`There is no picture of ${id}.`);
  const { data, width, height } = decodePng(await page.screenshot({ clip: box }));
  const at = (x: number): string => {
    const start = (Math.floor(height / 2) * width + Math.floor(x)) * 4;
    return `#${Buffer.from(data.subarray(start, start + 3)).toString('hex')}`;
  };
  return [at(width / 4), at((width * 3) / 4)];
}
