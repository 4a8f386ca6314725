import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { run } from '../e2e/run-cli.ts';
import { serveFolder } from '../examples/serve-folder.ts';
import { newApp } from './app.ts';
import { darkPixels } from './dev.ts';

test('an app of Vite that was set up shows the example, and ships its icon alone', async () => {
  const root = newApp({
    'package.json': '{ "type": "module", "devDependencies": { "vite": "1", "typescript": "1" } }',
    'index.html':
      '<link rel="icon" href="data:,"><p id="app"></p><script type="module" src="/src/main.ts"></script>',
    'src/main.ts': "document.querySelector<HTMLElement>('#app')!.textContent = 'Hello'\n",
  });
  const vite = fileURLToPath(new URL('../../node_modules/vite', import.meta.url));
  symlinkSync(vite, join(root, 'node_modules/vite'));
  const { code, stderr } = await run(root, 'init', '--yes');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });

  await build({ root, logLevel: 'error' });
  expect(readFileSync(join(root, 'src/iconloom.d.ts'), 'utf8')).toContain('"bookmark": true;');
  const site = await serveFolder(join(root, 'dist'));
  onTestFinished(site.close);
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
  expect(await page.locator('svg').getAttribute('aria-label')).toBe('Bookmark');
  // A square of 2 × 2 px.
  expect(await darkPixels(page, 'svg')).toBe(4);
  const href = (await page.locator('use').getAttribute('href')) ?? '';
  const sprite = await (await fetch(new URL(href, site.origin))).text();
  expect([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['bookmark']);
});
