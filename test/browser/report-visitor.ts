import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Problems that axe finds: rule and first element. */
export async function runAxe(page: Page): Promise<readonly string[]> {
  // Not as a script of the page, which its policy forbids.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    } as never);
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
}

/** Pictures that reach out of their card or of what surrounds them, and cards with content that does. */
export function cutPictures(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    const cut = [];
    for (const card of document.querySelectorAll('.card')) {
      // Cards that are far from the window have no layout.
      card.style.contentVisibility = 'visible';
      if (card.scrollWidth > card.clientWidth) cut.push('scrolls: ' + card.textContent.slice(0, 40));
      for (const picture of card.querySelectorAll('svg:not(.sprite), img')) {
        const box = picture.getBoundingClientRect();
        if (box.width === 0) continue;
        for (let around = picture.parentElement; around !== card.parentElement; around = around.parentElement) {
          const outer = around.getBoundingClientRect();
          if (box.left < outer.left - 0.5 || box.right > outer.right + 0.5 || box.top < outer.top - 0.5 || box.bottom > outer.bottom + 0.5)
            cut.push(around.className + ' in ' + card.dataset.name);
        }
      }
    }
    return cut;
  })()`);
}

/** Width of a picture divided by its height, for each that has a label with the text. */
export function ratiosOf(page: Page, label: string): Promise<readonly number[]> {
  return page.evaluate(`[...document.querySelectorAll('[aria-label*="${label}"], [alt*="${label}"]')]
    .filter((each) => each.matches('svg, img'))
    .map((each) => each.getBoundingClientRect())
    .map(({ width, height }) => width / height)`);
}

/** Pixels by which the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
