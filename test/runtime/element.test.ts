import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lab, openLab } from './lab.ts';
import { COLORS, SPRITE } from './sprites.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
  lab.files.set('/sprite.svg', { type: 'image/svg+xml', body: SPRITE });
});
afterAll(() => lab?.close());

const SET = `
  import { defineIconElement } from 'iconloom/element';
  import { inlineSprite } from 'iconloom/inline';
  globalThis.inline = () => inlineSprite(${JSON.stringify(SPRITE)});
  const app = document.querySelector('#app');
  const external = { iconHref: (name) => '/sprite.svg#' + name };
  const local = { iconHref: (name) => '#' + name };
`;

const icon = (name: string): string =>
  `<iconloom-icon id="_${name}" name="${name}" size="40"></iconloom-icon>`;
const IDS = Object.keys(COLORS);

describe('the custom element', () => {
  test('draws from an external sprite in a shadow root', async () => {
    const script = `${SET}
      app.attachShadow({ mode: 'open' }).innerHTML = '${icon('shade')}';
      defineIconElement(external);
    `;
    await lab.run(script, async ({ halves, messages }) => {
      expect(await halves('_shade')).toEqual(['#0000ff', '#0000ff']);
      expect(messages).toEqual([]);
    });
  });

  test('copies symbols of the page into a shadow root, with their styles', async () => {
    const script = `${SET}
      app.attachShadow({ mode: 'open' }).innerHTML = '${IDS.map(icon).join('')}';
      inline();
      defineIconElement(local);
    `;
    await lab.run(script, async ({ page, halves, messages }) => {
      for (const [id, color] of Object.entries(COLORS)) {
        expect([id, ...(await halves(`_${id}`))]).toEqual([id, color, color]);
      }
      expect(await page.evaluate("document.querySelectorAll('symbol').length")).toBe(IDS.length);
      expect(messages).toEqual([]);
    });
  });

  test('finds symbols in the shadow roots around its own', async () => {
    const script = `${SET}
      const outer = app.attachShadow({ mode: 'open' });
      inlineSprite(${JSON.stringify(SPRITE)}, { root: outer });
      const host = document.createElement('p');
      outer.append(host);
      host.attachShadow({ mode: 'open' }).innerHTML = '${icon('ruled')}';
      defineIconElement(local);
    `;
    await lab.run(script, async ({ halves }) => {
      expect(await halves('_ruled')).toEqual(['#ff0000', '#ff0000']);
    });
  });

  test('draws once the sprite comes, which may be later', async () => {
    const script = `${SET} app.innerHTML = '${icon('ruled')}'; defineIconElement(local);`;
    await lab.run(script, async ({ page, halves }) => {
      expect(await halves('_ruled')).toEqual(['#ffffff', '#ffffff']);
      await page.evaluate('inline()');
      expect(await halves('_ruled')).toEqual(['#ff0000', '#ff0000']);
    });
  });

  test('takes up properties that were set before it was defined', async () => {
    const script = `${SET}
      const late = document.createElement('iconloom-icon');
      Object.assign(late, { id: '_late', name: 'box', size: 40, color: { 2: 'red' }, label: 'Late' });
      app.append(late);
      defineIconElement(external);
    `;
    await lab.run(script, async ({ page, halves }) => {
      expect(await halves('_late')).toEqual(['#000000', '#000000']);
      const svg = page.locator('#_late svg');
      expect(await svg.getAttribute('aria-label')).toBe('Late');
      expect(await svg.getAttribute('style')).toBe('--icon-2: red;');
    });
  });

  test('has each attribute as a property, and follows both', async () => {
    const script = `${SET} app.innerHTML = '${icon('box')}'; defineIconElement(external);`;
    await lab.run(script, async ({ page, halves }) => {
      const set = (code: string) =>
        page.evaluate(`const el = document.querySelector('#_box'); ${code}`);
      expect(await set('[el.name, el.size, el.label, el.flip, el.color]')).toEqual([
        ...['box', '40', undefined, undefined, undefined],
      ]);
      await set("el.setAttribute('name', 'shade')");
      expect(await halves('_box')).toEqual(['#0000ff', '#0000ff']);
      await set("el.name = 'box'; el.color = ['#123456']");
      expect(await page.locator('#_box svg').getAttribute('style')).toBe('--icon-1: #123456;');
      await set("el.color = '#123456'");
      expect(await halves('_box')).toEqual(['#123456', '#123456']);
      await set('el.color = undefined; el.size = undefined');
      expect(await page.locator('#_box svg').getAttribute('width')).toBe('1em');
      expect(await page.locator('#_box').getAttribute('color')).toBeNull();
    });
  });

  test('may be moved, and defined a second time', async () => {
    const script = `${SET}
      app.innerHTML = '${icon('box')}<p></p>';
      const first = defineIconElement(external);
      app.querySelector('p').append(document.querySelector('#_box'));
      globalThis.isSame = first === defineIconElement(external);
    `;
    await lab.run(script, async ({ page, halves, messages }) => {
      expect(await halves('_box')).toEqual(['#000000', '#000000']);
      expect(await page.evaluate('isSame')).toBe(true);
      expect(messages).toEqual([]);
    });
  });
});

describe('a tag that two apps define', () => {
  const named = (names: readonly string[], href: string): string =>
    `{ iconHref: (name) => ${href}, isIconName: (name) => ${JSON.stringify(names)}.includes(name) }`;
  const first = named(['box'], "'/sprite.svg#' + name");
  const second = `{ ...${named(['box', 'shade'], "'/sprite.svg#styled'")}, aliases: { shadow: 'shade' } }`;

  test('shows icons that only the second has, also where they were drawn before', async () => {
    const script = `${SET}
      app.innerHTML = '${['box', 'shade', 'shadow'].map(icon).join('')}';
      defineIconElement(${first});
      defineIconElement(${second});
    `;
    await lab.run(script, async ({ looks }) => {
      expect(await looks('_box', '_shade', '_shadow')).toEqual({
        _box: ['#000000', '#000000'],
        _shade: ['#00ff00', '#00ff00'],
        _shadow: ['#00ff00', '#00ff00'],
      });
    });
  });

  test('warns in production, once, of icons that both have, and of no others', async () => {
    const script = `${SET}
      app.innerHTML = '${['shade', 'box', 'box'].map(icon).join('')}';
      defineIconElement(${first});
      defineIconElement(${second});
    `;
    await lab.run(script, async ({ messages }) => {
      expect(messages).toEqual([
        expect.stringContaining(
          "[two-sets] Two apps define <iconloom-icon> with an icon 'box'; that of the first is shown.\n  fix: ",
        ),
      ]);
    });
  });

  test('does not warn of one app that defines it twice', async () => {
    const script = `${SET}
      app.innerHTML = '${icon('box')}';
      defineIconElement(${first});
      defineIconElement(${first});
    `;
    await lab.run(script, async ({ messages }) => expect(messages).toEqual([]));
  });

  test('shows the icons of each, where the apps are bundled apart', async () => {
    const script = `${SET}
      const isFirst = !location.hash;
      location.hash = 'second';
      defineIconElement(isFirst ? ${first} : ${second});
      app.insertAdjacentHTML('beforeend', isFirst ? '${icon('box')}' : '${icon('shade')}');
    `;
    await lab.run(script, async ({ page, looks }) => {
      await page.evaluate("import('/app.js?second')");
      expect(await looks('_box', '_shade')).toEqual({
        _box: ['#000000', '#000000'],
        _shade: ['#00ff00', '#00ff00'],
      });
    });
  });

  test('each has its own with a tag of its own', async () => {
    const script = `${SET}
      defineIconElement(${first});
      defineIconElement(${second}, 'shop-icon');
      app.innerHTML = '${icon('box')}<shop-icon id="_shop" name="box" size="40"></shop-icon>';
    `;
    await lab.run(script, async ({ looks }) => {
      expect(await looks('_box', '_shop')).toEqual({
        _box: ['#000000', '#000000'],
        _shop: ['#00ff00', '#00ff00'],
      });
    });
  });
});

test('on a server, defining the element does nothing', async () => {
  const { defineIconElement } = await import('iconloom/element');
  expect(defineIconElement()).toBeUndefined();
});
