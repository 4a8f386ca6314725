import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lab, openLab } from './lab.ts';
import { COLORS, HOSTILE, SPRITE } from './sprites.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab?.close());

const IDS = Object.keys(COLORS);

/** A script that inlines a sprite and shows its icons. */
const shows = (sprite: string, ids: readonly string[] = IDS): string => `
  import { inlineSprite } from 'iconloom/inline';
  globalThis.inline = (text, root) => inlineSprite(text, root && { root });
  inline(${JSON.stringify(sprite)});
  document.querySelector('#app').innerHTML = ${JSON.stringify(
    ids
      .map(
        (id) =>
          `<svg id="_${id}" width="40" height="40" aria-hidden="true"><use href="#${id}"/></svg>`,
      )
      .join(''),
  )};
`;

describe('a sprite put into the page by script', () => {
  test('draws everything, and no policy has anything against it', async () => {
    await lab.run(shows(SPRITE), async ({ halves, messages }) => {
      for (const [id, color] of Object.entries(COLORS)) {
        expect([id, ...(await halves(`_${id}`))]).toEqual([id, color, color]);
      }
      expect(messages).toEqual([]);
    });
  });

  test('adds no text and nothing for assistive technology', async () => {
    await lab.run(shows(SPRITE), async ({ page }) => {
      const text = 'document.body.textContent.trim()';
      expect(await page.evaluate(text)).toBe('Icons');
      expect(await page.locator('body').ariaSnapshot()).toBe(
        '- banner:\n  - heading "Icons" [level=1]',
      );
      const height = await page.evaluate("document.querySelector('[data-iconloom]').clientHeight");
      expect(height).toBe(0);
    });
  });

  test('takes the place of the one that was there', async () => {
    await lab.run(shows(SPRITE), async ({ page, halves }) => {
      const green = SPRITE.replace('fill:#f00', 'fill:#0f0');
      await page.evaluate(`inline(${JSON.stringify(green)})`);
      expect(await page.locator('symbol').count()).toBe(IDS.length);
      expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(1);
      expect(await halves('_ruled')).toEqual(['#00ff00', '#00ff00']);
    });
  });

  test('goes into a shadow root', async () => {
    await lab.run(shows(SPRITE, []), async ({ page, halves }) => {
      await page.evaluate(`
        const root = document.querySelector('#app').attachShadow({ mode: 'open' });
        root.innerHTML = '<svg id="_ruled" width="40" height="40"><use href="#ruled"/></svg>';
        document.querySelector('[data-iconloom]').remove();
        inline(${JSON.stringify(SPRITE)}, root);
      `);
      expect(await halves('_ruled')).toEqual(['#ff0000', '#ff0000']);
      expect(await page.evaluate("document.getElementById('ruled')")).toBeNull();
    });
  });

  test('does not act, whatever it holds', async () => {
    await lab.run(
      shows(HOSTILE, ['box']),
      async ({ page, halves, messages }) => {
        await page.click('#_box');
        expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
        expect(await halves('_box')).toEqual(['#ff00ff', '#ff00ff']);
        expect(messages).toEqual([]);
      },
      { policy: '' },
    );
  });

  test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html/>', '', '<svg><symbol id="a">'])(
    'is refused if it is none: %s',
    async (text) => {
      await lab.run(shows(SPRITE, []), async ({ page }) => {
        await expect(page.evaluate(`inline(${JSON.stringify(text)})`)).rejects.toThrow(
          'This is no SVG with symbols.',
        );
      });
    },
  );
});
