import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STRICT } from './app-page.ts';
import { bundle, type Lab, openLab } from './lab.ts';
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
  globalThis.sprite = inline(${JSON.stringify(sprite)});
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

  test('comes with the body, where a script in the head puts it there', async () => {
    const body = await bundle(
      `import { inlineSprite } from 'iconloom/inline';
      inlineSprite(${JSON.stringify(SPRITE)});
      globalThis.hadBody = document.body !== null;`,
      'production',
    );
    lab.files.set('/head.js', { type: 'text/javascript', body });
    const rendered = '<svg id="_ruled" width="40" height="40"><use href="#ruled"/></svg>';
    const head = '<script src="/head.js"></script>';
    await lab.run(
      '',
      async ({ page, halves, messages }) => {
        expect(await page.evaluate('hadBody')).toBe(false);
        expect(await halves('_ruled')).toEqual(['#ff0000', '#ff0000']);
        expect(messages).toEqual([]);
      },
      { head, rendered },
    );
  });

  test('keeps ids that every object has', async () => {
    await lab.run(shows(SPRITE), async ({ page }) => {
      const text =
        '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="constructor"/><symbol id="toString"/></svg>';
      await page.evaluate(`inline(${JSON.stringify(text)})`);
      expect(await page.locator('#constructor, #toString').count()).toBe(2);
    });
  });

  test('goes into a shadow root', async () => {
    await lab.run(shows(SPRITE, []), async ({ page, halves }) => {
      await page.evaluate(`
        const root = document.querySelector('#app').attachShadow({ mode: 'open' });
        root.innerHTML = '<svg id="_ruled" width="40" height="40"><use href="#ruled"/></svg>';
        sprite.remove();
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
          'This is not an SVG with symbols.',
        );
      });
    },
  );
});

/** Icons as `shows` has them, drawn again by `draw()`. */
const REDRAWN = `${shows(SPRITE)}
  const app = document.querySelector('#app');
  globalThis.draw = () => document.body.append(app);
`;

/** What the page and its libraries do with what they did not put there. */
const LOSSES = {
  'the body is replaced': "document.body.replaceWith(document.createElement('body')); draw()",
  'the body is emptied': "document.body.textContent = ''; draw()",
  'the document is rendered again': `
    document.documentElement.remove();
    const html = document.createElement('html');
    html.append(document.createElement('head'), document.createElement('body'));
    document.append(html);
    draw()`,
  'the document is opened and written': `
    document.open();
    document.write('<!doctype html><title>Again</title><body><p>Again</p>');
    document.close();
    draw()`,
  'the body is replaced by its copy': 'document.body.replaceWith(document.body.cloneNode(true))',
  'the body is replaced twice': `
    document.body.replaceWith(document.createElement('body'));
    document.body.replaceWith(document.createElement('body'));
    draw()`,
  'it is moved and then removed': `
    const box = document.querySelector('[data-iconloom]');
    document.querySelector('header').append(box);
    await Promise.resolve();
    box.remove()`,
} as const;

describe('a sprite that is removed from the page', () => {
  test.each(Object.entries(LOSSES))('puts itself back: %s', async (_, act) => {
    await lab.run(REDRAWN, async ({ page, halves, messages }) => {
      await page.evaluate(`(async () => { ${act} })()`);
      for (const [id, color] of Object.entries(COLORS)) {
        expect([id, ...(await halves(`_${id}`))]).toEqual([id, color, color]);
      }
      expect(await page.locator('[data-iconloom]').count()).toBe(1);
      expect(await page.locator('symbol').count()).toBe(IDS.length);
      expect(messages).toEqual([]);
    });
  });

  test('stays when React renders the whole document', async () => {
    const script = `
      import { inlineSprite } from 'iconloom/inline';
      import { createElement as h } from 'react';
      import { createRoot, hydrateRoot } from 'react-dom/client';
      import { flushSync } from 'react-dom';
      inlineSprite(${JSON.stringify(SPRITE)});
      const icon = h('svg', { id: '_shade', width: 40, height: 40 }, h('use', { href: '#shade' }));
      const page = h('html', null, h('head', null, h('title', null, 'Other')), h('body', null, h('main', null, icon)));
      globalThis.errors = [];
      const onRecoverableError = (error) => errors.push(error.message);
      globalThis.hydrate = () => flushSync(() => { hydrateRoot(document, page, { onRecoverableError }); });
      globalThis.render = () => flushSync(() => createRoot(document.body).render(icon));`;
    for (const how of ['hydrate()', 'render()']) {
      await lab.run(script, async ({ page, halves }) => {
        await page.evaluate(how);
        await page.waitForSelector('#_shade');
        expect([how, ...(await halves('_shade'))]).toEqual([how, '#0000ff', '#0000ff']);
        expect(await page.locator('[data-iconloom]').count()).toBe(1);
      });
    }
  });

  test('puts itself back into a shadow root', async () => {
    await lab.run(shows(SPRITE, []), async ({ page, halves }) => {
      await page.evaluate(`
        const root = document.querySelector('#app').attachShadow({ mode: 'open' });
        inline(${JSON.stringify(SPRITE)}, root);
        root.innerHTML = '<svg id="_shade" width="40" height="40"><use href="#shade"/></svg>';
      `);
      expect(await halves('_shade')).toEqual(['#0000ff', '#0000ff']);
    });
  });

  test('does not stop the page where a script removes it each time', async () => {
    await lab.run(shows(SPRITE, []), async ({ page }) => {
      await page.evaluate(`
        const remove = () => document.querySelector('[data-iconloom]')?.remove();
        new MutationObserver(remove).observe(document.body, { childList: true });
        remove();
      `);
      expect(await page.evaluate('1 + 1')).toBe(2);
    });
  });

  test('stays away once it was taken out', async () => {
    await lab.run(shows(SPRITE, []), async ({ page }) => {
      await page.evaluate(`
        globalThis.more = inline('<svg xmlns="http://www.w3.org/2000/svg"><symbol id="more"/></svg>');
        inline(${JSON.stringify(SPRITE)}).remove();
      `);
      expect(await page.locator('symbol').count()).toBe(IDS.length + 1);
      await page.evaluate('sprite.remove()');
      const ids = "[...document.querySelectorAll('symbol')].map(({ id }) => id).join()";
      expect(await page.evaluate(ids)).toBe('more');
      expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0);
      await page.evaluate(`
        more.remove();
        sprite.remove();
        document.body.replaceWith(document.createElement('body'));
      `);
      expect(await page.locator('[data-iconloom]').count()).toBe(0);
    });
  });
});

test.each(["trusted-types 'none'", 'trusted-types other', ''])(
  'trusted types let it pass, and need no policy: %s',
  async (types) => {
    const script = `
      import { inlineSprite } from 'iconloom/inline';
      inlineSprite(${JSON.stringify(SPRITE)});
      for (const id of ${JSON.stringify(IDS)}) {
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
        use.setAttribute('href', '#' + id);
        svg.append(use);
        for (const [key, value] of Object.entries({ id: '_' + id, width: 40, height: 40 })) svg.setAttribute(key, value);
        document.querySelector('#app').append(svg);
      }`;
    await lab.run(
      script,
      async ({ halves, messages }) => {
        for (const [id, color] of Object.entries(COLORS)) {
          expect([id, ...(await halves(`_${id}`))]).toEqual([id, color, color]);
        }
        expect(messages).toEqual([]);
      },
      { policy: `${STRICT}; require-trusted-types-for 'script'; ${types}` },
    );
  },
);

describe('the text of a sprite is read as XML', () => {
  const read = async (body: string, code: string) =>
    lab.run(shows(SPRITE, []), async ({ page }) => {
      const root = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
      await page.evaluate(`inline(${JSON.stringify(`<svg ${root}>${body}</svg>`)})`);
      return page.evaluate(`const s = document.getElementById('s'); ${code}`);
    });

  test.each([
    [`<symbol id='s' viewBox = "0 0 8 8"/>`, "s.getAttribute('viewBox')", '0 0 8 8'],
    ['<symbol id="s"><text>a &lt; b &#38;&#x26; c</text></symbol>', 's.textContent', 'a < b && c'],
    ['<symbol id="s"><text>a<!-- > -->b<![CDATA[<c>]]></text></symbol>', 's.textContent', 'ab<c>'],
    ['<symbol id="s"><use xlink:href="#a"/></symbol>', "s.firstChild.getAttribute('href')", '#a'],
    ['<symbol id="s"><path d="M0 0>"/></symbol>', "s.firstChild.getAttribute('d')", 'M0 0>'],
    [
      '<symbol id="s"><text xml:space="preserve"/></symbol>',
      's.innerHTML',
      '<text xml:space="preserve"/>',
    ],
    [
      '<defs><symbol id="s"><linearGradient id="g"/></symbol></defs>',
      's.firstChild.localName',
      'linearGradient',
    ],
    ['<symbol id="s"><x:a xmlns:x="urn:x"><path/></x:a></symbol>', 's.childNodes.length', 0],
    [
      '<v:symbol xmlns:v="http://www.w3.org/2000/svg" id="s"><v:path/></v:symbol>',
      's.firstChild.localName',
      'path',
    ],
  ])('%s', async (body, code, value) => {
    const shown = await read(
      body,
      code.replace(
        's.innerHTML',
        'new XMLSerializer().serializeToString(s.firstChild).replace(/ xmlns="[^"]*"/, "")',
      ),
    );
    expect(shown).toBe(value);
  });

  test.each([
    '<symbol id="s"><path></symbol>',
    '<symbol id="s">&nbsp;</symbol>',
    '<symbol id="s" <path/>',
    '<symbol id=s/>',
  ])('and refused if it is none: %s', async (body) => {
    await expect(read(body, '1')).rejects.toThrow('This is not an SVG with symbols.');
  });
});

describe('two sprites that have a symbol of the same id', () => {
  const symbol = (id: string, color: string): string =>
    `<symbol id="${id}" viewBox="0 0 8 8"><style>.${id}_a{fill:url(#${id}_b)}</style><linearGradient id="${id}_b"><stop stop-color="${color}"/></linearGradient><path class="${id}_a" d="M0 0h8v8H0z"/></symbol>`;
  const sprite = (...symbols: readonly string[]): string =>
    `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
  const RED = sprite(symbol('plus', '#f00'), symbol('same', '#00f'));
  const GREEN = sprite(symbol('plus', '#0f0'), symbol('same', '#00f'), symbol('a-plus', '#f0f'));

  /** A page into which each of the sprites is put by a bundle of its own. */
  const add = `import { inlineSprite } from 'iconloom/inline';
    globalThis.add = (text) => inlineSprite(text, { onConflict: 'rename' }).renamed;
    globalThis.inlineSprite = inlineSprite;
    globalThis.show = (...ids) => {
      document.querySelector('#app').innerHTML = ids.map((id) =>
        '<svg id="_' + id + '" width="40" height="40"><use href="#' + id + '"/></svg>').join('');
    };`;

  test('both stay with rename, styles and gradients too, and what is equal is there once', async () => {
    await lab.run(add, async ({ page, looks, messages }) => {
      expect(await page.evaluate(`add(${JSON.stringify(RED)})`)).toEqual({});
      await page.evaluate("import('/app.js?second')");
      expect(await page.evaluate(`add(${JSON.stringify(GREEN)})`)).toEqual({ plus: 'plus__2' });
      await page.evaluate("show('plus', 'plus__2', 'same', 'a-plus')");
      expect(await looks('_plus', '_plus__2', '_same', '_a-plus')).toEqual({
        _plus: ['#ff0000', '#ff0000'],
        _plus__2: ['#00ff00', '#00ff00'],
        _same: ['#0000ff', '#0000ff'],
        '_a-plus': ['#ff00ff', '#ff00ff'],
      });
      expect(await page.locator('symbol').count()).toBe(4);
      expect(messages).toEqual([]);
    });
  });

  test('a further id draws the symbol of its own sprite', async () => {
    const further = '<symbol id="cross" viewBox="0 0 8 8"><use href="#plus"/></symbol>';
    await lab.run(add, async ({ page, looks }) => {
      await page.evaluate(`add(${JSON.stringify(RED)})`);
      await page.evaluate("import('/app.js?second')");
      await page.evaluate(`add(${JSON.stringify(sprite(symbol('plus', '#0f0'), further))})`);
      await page.evaluate("show('cross')");
      expect(await looks('_cross')).toEqual({ _cross: ['#00ff00', '#00ff00'] });
    });
  });

  test('a script that runs again, as in pages of Turbo, adds nothing', async () => {
    await lab.run(add, async ({ page }) => {
      for (const text of [RED, GREEN, RED, GREEN]) {
        await page.evaluate(`add(${JSON.stringify(text)})`);
        await page.evaluate("import('/app.js?' + Math.random())");
      }
      expect(await page.evaluate(`add(${JSON.stringify(GREEN)})`)).toEqual({ plus: 'plus__2' });
      expect(await page.locator('symbol').count()).toBe(4);
    });
  });

  test('a third one has an id of its own, and all leave by themselves', async () => {
    const BLUE = sprite(symbol('plus', '#00f'));
    await lab.run(add, async ({ page }) => {
      await page.evaluate(`globalThis.all = ${JSON.stringify([RED, GREEN, BLUE])}.map((text) =>
        inlineSprite(text, { onConflict: 'rename' }))`);
      expect(await page.evaluate('all.map(({ renamed }) => renamed.plus)')).toEqual([
        undefined,
        'plus__2',
        'plus__3',
      ]);
      await page.evaluate('all[0].remove()');
      const ids = "[...document.querySelectorAll('symbol')].map(({ id }) => id).join()";
      expect(await page.evaluate(ids)).toBe('same,plus__2,a-plus,plus__3');
    });
  });
});
