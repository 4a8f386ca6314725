import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { lendPage } from '../browser/pages.ts';
import { runIn } from '../e2e/run-cli.ts';
import { visit } from './visitor.ts';

const drawing = (path: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}"/></svg>\n`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

test('a check as a page shows beside each icon what rules find in it, and how to mend it', async () => {
  const { cwd, code, stdout } = await runIn(
    {
      'icons/box.svg': drawing('M2 2h20v20H2z'),
      'icons/crate.svg': drawing('M2 2h20v20H2z'),
      'icons/stair.svg': drawing('M2 2h9v9h11v11H2z'),
    },
    ...['check', 'icons', '--no-drift', '--format', 'html'],
  );
  expect(code).toBe(0);
  const file = join(cwd, 'icons.html');
  writeFileSync(file, stdout);
  const { page, cell, complaints } = await visit(
    await lendPage(browser),
    `${pathToFileURL(file).href}#box`,
  );
  const details = page.getByRole('region', { name: 'box' });
  await details.getByText('icons/crate.svg contains the same drawing.').waitFor();
  await details.getByText('Fix: Keep one: `iconloom rename crate box --merge`').waitFor();
  expect(await page.getByRole('gridcell', { name: '1 warning' }).count()).toBe(1);
  expect(await cell('stair').count()).toBe(1);
  expect(complaints).toEqual([]);
});
