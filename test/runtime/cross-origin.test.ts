import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';
import { STRICT } from './app-page.ts';
import { type Lab, openLab } from './lab.ts';
import { SPRITE } from './sprites.ts';

const elsewhere = new Map<string, ServedFile>();
let lab: Lab;
let other: Site;
beforeAll(async () => {
  [lab, other] = await Promise.all([openLab(), serve(elsewhere)]);
  const headers = { 'access-control-allow-origin': '*' };
  elsewhere.set('/sprite.svg', { type: 'image/svg+xml', body: SPRITE, headers });
  elsewhere.set('/page.svg', { type: 'text/html', body: '<html></html>', headers });
  elsewhere.set('/closed.svg', { type: 'image/svg+xml', body: SPRITE });
});
afterAll(() => Promise.all([lab?.close(), other?.close()]));

const script = (): string => `
  import { loadSprite, localSet } from 'iconloom/cross-origin';
  import { createIconHtml } from 'iconloom/html';
  const set = { iconHref: (name) => '${other.origin}/sprite.svg#' + name };
  const icon = createIconHtml(localSet(set));
  globalThis.show = () => { document.querySelector('#app').innerHTML = icon('ruled', { id: '_ruled', size: 40 }) };
  Object.assign(globalThis, { loadSprite, localSet });
  globalThis.load = (file, options) => loadSprite(new URL(file, '${other.origin}'), options);
`;

test('a sprite of another origin is fetched once and drawn', async () => {
  const policy = `${STRICT}; connect-src ${other.origin}`;
  await lab.run(
    script(),
    async ({ page, halves, messages }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.evaluate("show(); Promise.all([load('sprite.svg'), load('sprite.svg')])");
      await page.evaluate("load('sprite.svg')");
      expect(await page.locator('svg#_ruled use').getAttribute('href')).toBe('#ruled');
      expect(await halves('_ruled')).toEqual(['#ff0000', '#ff0000']);
      expect(asked).toEqual([`${other.origin}/sprite.svg`]);
      expect(messages).toEqual([]);
    },
    { policy },
  );
});

test.each([
  ['/none.svg', 'HTTP status 404.'],
  ['{other}/page.svg', 'This is not an SVG with symbols.'],
  ['{other}/closed.svg', 'Failed to fetch'],
])('%s is refused with its address and the reason', async (place, reason) => {
  const url = new URL(place.replace('{other}', other.origin), lab.origin).href;
  await lab.run(
    script(),
    async ({ page }) => {
      const failure = page.evaluate(`load('${url}')`);
      await expect(failure).rejects.toThrow(`iconloom [sprite-missing] ${url}: ${reason}`);
    },
    { policy: '' },
  );
});

test('an address that is none is refused as others are, by the promise', async () => {
  await lab.run(script(), async ({ page }) => {
    const settled = "loadSprite('http://[').then(() => 'loaded', (error) => error.message)";
    expect(await page.evaluate(settled)).toMatch(/^iconloom \[sprite-missing\] http:\/\/\[: /);
  });
});

test('after a failure, the next call tries again', async () => {
  await lab.run(
    script(),
    async ({ page }) => {
      await expect(page.evaluate("load('late.svg')")).rejects.toThrow('Failed to fetch');
      const headers = { 'access-control-allow-origin': '*' };
      elsewhere.set('/late.svg', { type: 'image/svg+xml', body: SPRITE, headers });
      await page.evaluate("load('late.svg')");
      expect(await page.locator('symbol').count()).toBe(4);
    },
    { policy: '' },
  );
});

test('sprites of two sites can both stay, and links follow', async () => {
  const headers = { 'access-control-allow-origin': '*' };
  const body = SPRITE.replace('fill:#f00', 'fill:#0f0');
  elsewhere.set('/second.svg', { type: 'image/svg+xml', body, headers });
  await lab.run(
    script(),
    async ({ page, halves }) => {
      await page.evaluate(`(async () => {
        await load('sprite.svg');
        const { renamed } = await load('second.svg', { onConflict: 'rename' });
        const set = localSet({ iconHref: (name) => '/second.svg#' + name }, renamed);
        globalThis.hrefs = ['ruled', 'box', 'constructor'].map(set.iconHref);
        show();
        document.querySelector('svg#_ruled use').setAttribute('href', hrefs[0]);
      })()`);
      expect(await page.evaluate('hrefs')).toEqual(['#ruled__2', '#box', '#constructor']);
      expect(await halves('_ruled')).toEqual(['#00ff00', '#00ff00']);
    },
    { policy: '' },
  );
});

test('a sprite that was taken out can be loaded again, also under trusted types', async () => {
  const policy = `${STRICT}; connect-src ${other.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  await lab.run(
    script(),
    async ({ page }) => {
      const count = "document.querySelectorAll('symbol').length";
      await page.evaluate("load('sprite.svg').then((sprite) => sprite.remove())");
      expect(await page.evaluate(count)).toBe(0);
      await page.evaluate("load('sprite.svg')");
      expect(await page.evaluate(count)).toBe(4);
    },
    { policy },
  );
});

test('on a server, loading does nothing', async () => {
  const { loadSprite } = await import('iconloom/cross-origin');
  expect((await loadSprite('https://cdn.test/sprite.svg')).renamed).toEqual({});
});
