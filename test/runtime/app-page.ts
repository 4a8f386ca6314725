import type { Page } from 'playwright-core';
import { decodePng } from '../browser/compare.ts';
import { forget } from '../browser/pages.ts';
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
  halves(id: string): Promise<Halves>;
  /** The same of several icons, by their ids, in one picture. */
  looks(...ids: readonly string[]): Promise<Readonly<Record<string, Halves>>>;
}

export type Halves = readonly [left: string, right: string];

/**
 * Loads a document in a page that may have had another before: a new page takes far longer.
 *
 * @param until `networkidle` waits for all that the page may still ask for, half a second longer
 */
export async function openPage(
  page: Page,
  url: string,
  until: 'load' | 'networkidle',
): Promise<OpenPage> {
  await page.goto('about:blank');
  forget(page);
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.goto(url, { waitUntil: until });
  return {
    ...{ page, messages, looks: (...ids) => looksOf(page, ids) },
    halves: async (id) => (await looksOf(page, [id]))[id] as Halves,
  };
}

async function looksOf(page: Page, ids: readonly string[]): Promise<Record<string, Halves>> {
  const boxes = await Promise.all(
    ids.map(async (id) => {
      const box = await page.locator(`svg#${id}, #${id} svg`).boundingBox();
      if (!box) throw new Error(`There is no picture of ${id}.`);
      return box;
    }),
  );
  const { data, width } = decodePng(await page.screenshot());
  const at = (x: number, y: number): string => {
    const start = (Math.floor(y) * width + Math.floor(x)) * 4;
    return `#${Buffer.from(data.subarray(start, start + 3)).toString('hex')}`;
  };
  const halves = boxes.map(({ x, y, width, height }): Halves => {
    const middle = y + height / 2;
    return [at(x + width / 4, middle), at(x + (width * 3) / 4, middle)];
  });
  return Object.fromEntries(ids.map((id, index) => [id, halves[index] as Halves]));
}
