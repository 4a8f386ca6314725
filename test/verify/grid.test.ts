import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { crop, decodeScreenshot } from '../../src/verify/image.ts';
import { inlineSprite, itemSize, renderPage } from '../../src/verify/page.ts';
import { parseSprite, sliceSprite } from '../../src/verify/sprite-text.ts';
import { paint } from './pictures.ts';

test('cells lie apart from each other and on the page', () => {
  const exhibits = Array.from({ length: 40 }, () => ({ html: '<i></i>', width: 64, height: 32 }));
  const { cells, width, height } = renderPage(exhibits, { side: 64, nonce: 'n' });
  const regions = cells.flatMap(({ white, color }) => [white, color]);
  expect(regions).toHaveLength(80);
  for (const [index, a] of regions.entries()) {
    expect(a.x + a.width).toBeLessThan(width);
    expect(a.y + a.height).toBeLessThan(height);
    for (const b of regions.slice(index + 1)) {
      const isApart = Math.abs(a.x - b.x) > a.width || Math.abs(a.y - b.y) > a.height;
      expect(isApart).toBe(true);
    }
  }
});

test('an icon has its longer side as asked, and no side of nothing', () => {
  expect(itemSize({ width: 24, height: 24 }, 64)).toEqual({ width: 64, height: 64 });
  expect(itemSize({ width: 40, height: 30 }, 64)).toEqual({ width: 64, height: 48 });
  expect(itemSize({ width: 1, height: 500 }, 64)).toEqual({ width: 1, height: 64 });
});

test('screenshots of every filter and both kinds of color are read', () => {
  const picture = paint(37, 23, (x, y) => [(x * 7) % 256, (y * 11) % 256, (x * y) % 256]);
  for (const colorType of [2, 6] as const) {
    for (const filterType of [0, 1, 2, 3, 4]) {
      const png = new PNG({ width: 37, height: 23 });
      png.data.set(picture.pixels);
      const bytes = PNG.sync.write(png, { colorType, filterType });
      expect(decodeScreenshot(bytes)).toEqual(picture);
    }
  }
  const part = crop(picture, { x: 5, y: 6, width: 2, height: 1 });
  expect([...part.pixels]).toEqual([35, 66, 30, 255, 42, 66, 36, 255]);
});

test('a screenshot of another kind is refused', () => {
  const gray = PNG.sync.write(new PNG({ width: 2, height: 2 }), { colorType: 0 });
  expect(() => decodeScreenshot(gray)).toThrow('unknown kind of PNG');
});

const NS = 'xmlns="http://www.w3.org/2000/svg"';

test('symbols are found in a sprite, those that hold symbols too', () => {
  const a = '<symbol id="a" viewBox="0 0 1 1"><path id="a_a" d="M0 0h1"/></symbol>';
  const b = `<symbol id="b" data-x=' id="a" >'><symbol id="b_a"/><symbol id="b_b"><path/></symbol></symbol>`;
  const sprite = parseSprite(`<svg ${NS}>${a}${b}</svg>`);
  expect([...sprite.symbols]).toEqual([
    ['a', a],
    ['b', b],
  ]);
  expect(sprite.isSeparable).toBe(true);
  expect(sliceSprite(sprite, ['b'])).toBe(`<svg ${NS}>${b}</svg>`);
});

test.each([
  ['an id is there twice', `<svg ${NS}><symbol id="a"><g id="x"/></symbol><symbol id="x"/></svg>`],
  ['a definition stands beside the symbols', `<svg ${NS}><defs/><symbol id="a"/></svg>`],
  ['the root has a style', `<svg ${NS} style="color:red"><symbol id="a"/></svg>`],
  ['a symbol has no end', `<svg ${NS}><symbol id="a"></svg>`],
])('the whole sprite is drawn when %s', (_, text) => {
  const sprite = parseSprite(text);
  expect(sprite.isSeparable).toBe(false);
  expect(sliceSprite(sprite, ['a'])).toBe(text);
});

test('a sprite in the page takes no place', () => {
  expect(inlineSprite('<?xml version="1.0"?>\n<svg>')).toBe(
    '<svg width="0" height="0" style="position:absolute">',
  );
});
