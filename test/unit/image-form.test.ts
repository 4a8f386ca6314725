import { describe, expect, test } from 'vitest';
import { type TransformOptions, transformIcon } from '../../src/icon/transform.ts';

const GRADIENT =
  '<linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>';
const animated = (attributes: string, color = '#06c') =>
  `<path fill="${color}" d="M2 2h9v9z"><animate attributeName="opacity" ${attributes}/></path>`;

function iconOf(body: string, viewBox = '0 0 24 24', options: Partial<TransformOptions> = {}) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${body}</svg>`;
  return transformIcon(svg, { id: 'icon', ...options });
}

function takenOut(symbol: string): string {
  return symbol
    .replace('<symbol id="icon"', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/<\/symbol>$/, '</svg>');
}

describe('an image in a small viewBox', () => {
  const shape = `${GRADIENT}<path fill="url(#a)" d="M0 0h9v9H0z"/>`;

  test.each([
    ['0 0 .4 .4', 'transform="scale(0.0009765625)" width="409.6" height="409.6"'],
    ['0 0 24 .3', 'transform="scale(0.0625)" width="384" height="4.8"'],
    ['-.2 0 .4 .4', 'transform="scale(0.0009765625)" x="-204.8" width="409.6" height="409.6"'],
  ])('of %s is enlarged and scaled down', async (viewBox, place) => {
    const first = await iconOf(shape, viewBox);
    expect(first.symbol).toContain(`<image ${place} href`);
    expect((await transformIcon(takenOut(first.symbol), { id: 'icon' })).symbol).toBe(first.symbol);
  });

  test('of 8 units stays', async () => {
    expect((await iconOf(shape, '0 0 8 8')).symbol).toContain('<image width="8" height="8" href');
  });
});

describe('the message of an image that is not square', () => {
  test.each([
    ['<text y="9">A</text>', 'because it needs text, and'],
    [
      `<text y="9">A</text>${GRADIENT}<path fill="url(#a)" d="M0 0h9v9z"/>`,
      'needs gradient, text,',
    ],
    [`${GRADIENT}<path fill="url(#a)" d="M0 0h9v9z"/>`, 'because it needs gradient, and'],
  ])('%s: %s', async (body, words) => {
    const { diagnostics } = await iconOf(body, '0 0 32 24');
    const snapped = diagnostics.find(({ code }) => code === 'image-snapped');
    expect(snapped?.message).toContain(words);
  });
});

describe('an animation, which external sprites do not run everywhere', () => {
  test('becomes an image, which does', async () => {
    const { facts, diagnostics } = await iconOf(animated('to="0" dur="1s"'));
    expect([facts.form, diagnostics]).toEqual(['image', []]);
  });

  test('in the color of the page stays a symbol, with a warning', async () => {
    const { facts, diagnostics } = await iconOf(animated('to="0" dur="1s"', 'currentColor'));
    expect([facts.form, diagnostics.map(({ code }) => code)]).toEqual(['symbol', ['not-portable']]);
  });

  test.each(['click', 'mouseover', '1s;focusin'])(
    'that begins with %s stays a symbol: images get no events',
    async (begin) => {
      const { facts } = await iconOf(animated(`to="0" dur="1s" begin="${begin}"`));
      expect(facts.form).toBe('symbol');
    },
  );

  test('after another stays an image', async () => {
    const chained = `${animated('id="x" to="0" dur="1s"')}${animated('to="0" dur="1s" begin="x.end"')}`;
    expect((await iconOf(chained)).facts.form).toBe('image');
  });
});

describe('what blends', () => {
  const blending = 'style="mix-blend-mode:screen"';

  test.each([
    ['a shape', `<path fill="red" ${blending} d="M0 0h9v9z"/>`],
    ['a group', `<g ${blending}><path d="M0 0h9v9z"/><path fill="red" d="M3 3h9v9z"/></g>`],
    ['a rule', '<style>.a{mix-blend-mode:screen}</style><path class="a" d="M0 0h9v9z"/>'],
    [
      'a rule for a time',
      '<style>.a:hover{mix-blend-mode:screen}</style><path class="a" fill="currentColor" d="M0 0h9v9z"/>',
    ],
  ])('is isolated: %s', async (_, body) => {
    const first = await iconOf(body);
    expect(first.plainSymbol).toMatch(
      /^<symbol [^>]*><g style="isolation:isolate">.*<\/g><\/symbol>$/,
    );
    expect(first.plainSymbol.match(/isolation/g)).toHaveLength(1);
    expect((await transformIcon(takenOut(first.symbol), { id: 'icon' })).symbol).toBe(first.symbol);
  });

  test('is not, where nothing does', async () => {
    expect((await iconOf('<path d="M0 0h9v9z"/>')).symbol).not.toContain('isolation');
  });
});
