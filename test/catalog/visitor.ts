import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const AXE: string = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

/** Someone who looks at a catalog. */
export interface Visitor {
  readonly page: Page;
  /** What went wrong in the page: errors of scripts, and what its policy forbids. */
  readonly complaints: readonly string[];
  readonly cell: (name: string) => Locator;
  /** Name of the icon that has the focus. */
  readonly focused: () => Promise<string>;
  /** Names of the first icons. */
  readonly first: (count: number) => Promise<readonly string[]>;
  readonly search: (query: string) => Promise<void>;
  /** What axe finds, by its names of rules, with the place. */
  readonly axe: () => Promise<readonly string[]>;
}

/** Size in CSS px of a page that all of a catalog fits in. */
export const WINDOW = { width: 1280, height: 800 } as const;

export async function visit(page: Page, url: string): Promise<Visitor> {
  // On a busy machine, all takes longer.
  page.setDefaultTimeout(55_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  await page.locator('.cell').first().waitFor();
  return {
    page,
    complaints,
    cell: (name) => page.locator(`.cell:has(.cell__name:text-is("${name}"))`),
    focused: () =>
      page.evaluate('document.activeElement?.querySelector(".cell__name")?.textContent ?? ""'),
    async first(count) {
      const names = await page.locator('.cell__name').allTextContents();
      return names.slice(0, count);
    },
    search: (query) => page.getByRole('searchbox').fill(query),
    async axe() {
      // Not as a script of the page, which its policy forbids.
      await page.evaluate(AXE);
      const run = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`;
      const { violations } = (await page.evaluate(run)) as {
        violations: { id: string; nodes: { target: string[] }[] }[];
      };
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
    },
  };
}
