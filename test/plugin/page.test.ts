import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/serve.ts';
import { buildApp, newApp } from './app.ts';
import { darkPixels } from './dev.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

test('critical icons show under a strict policy before any script runs, the others after', async () => {
  const root = newApp({
    'index.html': `<!doctype html><link rel="icon" href="data:,"><body><svg id="early" width="24" height="24"><use href="#bookmark"></use></svg>
<p id="late"></p><script type="module" src="/src/main.js"></script></body>`,
    'src/main.js': `import { iconHref } from 'virtual:iconloom';
const late = document.querySelector('#late');
for (const href of [iconHref('bookmark'), iconHref('check')]) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', 24);
  svg.setAttribute('height', 24);
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
  svg.firstChild.setAttribute('href', href);
  late.append(svg);
}`,
  });
  const app = await buildApp('vite', root, {
    options: { critical: ['bookmark'] },
    vite: { build: { rollupOptions: { input: join(root, 'index.html') } } },
  });
  const csp = "default-src 'none'; script-src 'self'; img-src 'self' data:";
  const site = await serve(
    new Map(
      [...app.files].map(([path, body]) => {
        const type = TYPES[path.split('.').at(-1) ?? ''] ?? '';
        return [`/${path}`, { type, body, headers: { 'content-security-policy': csp } }];
      }),
    ),
  );
  onTestFinished(() => site.close());
  for (const javaScriptEnabled of [false, true]) {
    const page = await browser.newPage({ javaScriptEnabled });
    onTestFinished(() => page.close());
    const errors: string[] = [];
    page.on(
      'console',
      (message) => void (message.type() === 'error' && errors.push(message.text())),
    );
    await page.goto(`${site.origin}/index.html`, { waitUntil: 'networkidle' });
    expect(await darkPixels(page, '#early')).toBe(4);
    if (javaScriptEnabled) expect(await darkPixels(page, '#late')).toBe(4 + 36);
    expect((await page.locator('body').textContent())?.trim()).toBe('');
    expect(errors).toEqual([]);
  }
});
