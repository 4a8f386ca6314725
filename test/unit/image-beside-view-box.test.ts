import { expect, test } from 'vitest';
import { symbolToSvg } from '../../src/core/symbol.ts';
import { transformIcon } from '../../src/icon/transform.ts';

const drawing = (root: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}><path d="M0-9h80v59H0z"/><text x="9" y="55">a</text></svg>`;

test.each([
  ['width="80" height="80" viewBox="0 0 80 40"', '0 -20 80 80'],
  ['width="80" height="80" viewBox="0 0 80 40" preserveAspectRatio="xMidYMin"', '0 0 80 80'],
  ['width="80" height="80" viewBox="0 0 80 40" preserveAspectRatio="xMaxYMax"', '0 -40 80 80'],
  ['width="80" height="80" viewBox="0 0 80 40" preserveAspectRatio="none"', '0 0 80 40'],
  ['width="80" height="80" viewBox="0 0 80 40" preserveAspectRatio="xMidYMid slice"', '0 0 80 40'],
  ['width="240" height="40" viewBox="4 0 80 40"', '-76 0 240 40'],
  ['width="80" height="40.4" viewBox="0 0 80 40"', '0 0 80 40'],
  ['viewBox="0 0 80 40"', '0 0 80 40'],
])('an image of <svg %s> shows %s', async (root, shown) => {
  const { symbol } = await transformIcon(drawing(root), { id: 'a' });
  const [x, y, width, height] = shown.split(' ');
  const place = `${x === '0' ? '' : ` x="${x}"`}${y === '0' ? '' : ` y="${y}"`}`;
  expect(symbol).toContain(`<image${place} width="${width}" height="${height}" `);
  expect(decodeURIComponent(symbol)).toContain(`viewBox='${shown}'`);
  for (const size of ['', / width="\d+" height="[\d.]+"/.exec(` ${root}`)?.[0] ?? '']) {
    const again = await transformIcon(symbolToSvg(symbol, 'a', size), { id: 'a' });
    expect(again.symbol).toBe(symbol);
  }
});
