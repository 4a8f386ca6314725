import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { testBuild } from '../e2e/test-build.ts';

const PATH = '<path d="M1 1h9v9z"/>';
const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;

async function problemsOf(body: string, limits = {}): Promise<readonly string[]> {
  const { diagnostics } = await tryTransformIcon(svgOf(body), {
    id: 'icon',
    limits: { ...LIMITS, ...limits },
  });
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

/** One pixel. */
const BITMAP =
  '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4AWP4CwAA/wD+VYvGjgAAAABJRU5ErkJggg=="/>';

const told = (what: string) => [`too-large: The icon is too large: it has more than ${what}.`];

const DRAWN =
  '100,000 elements to draw, including what <use>, patterns and masks repeat and the cost of filters';

/** `use` elements that each draw the two before them. */
const bomb = (levels: number) =>
  Array.from(
    { length: levels },
    (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`,
  ).join('');

describe('a drawing over a limit is told', () => {
  test.each([
    ['bytes', { bytes: 80 }, PATH, '80 bytes of SVG'],
    ['elements', { elements: 3 }, PATH.repeat(3), '3 elements'],
    [
      'depth',
      { depth: 3 },
      `<g><g><g>${PATH}</g></g></g>`,
      '3 levels of nested elements or brackets',
    ],
    [
      'attributes',
      { attributes: 4 },
      '<path a="" b="" c="" d="" e=""/>',
      '4 attributes on one element',
    ],
    ['drawn', {}, `<defs><g id="a0">${PATH}</g>${bomb(20)}</defs><use href="#a20"/>`, DRAWN],
    [
      'drawn, by markers',
      {},
      `<marker id="m">${PATH.repeat(400)}</marker><path marker-mid="url(#m)" d="M0 0${'h1'.repeat(600)}"/>`,
      DRAWN,
    ],
    [
      'drawn, by markers that are inherited',
      {},
      `<marker id="m">${PATH.repeat(200)}</marker><g marker-mid="url(#m)">${'<path d="M0 0h9v9h-9v-9"/>'.repeat(200)}</g>`,
      DRAWN,
    ],
    [
      'drawn, by filters of what is used',
      {},
      `<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><g id="g">${'<path filter="url(#f)" d="M0 0h9v9"/>'.repeat(80)}</g>${'<use href="#g"/>'.repeat(80)}`,
      DRAWN,
    ],
    [
      'drawn, by a filter that is enlarged',
      {},
      '<filter id="f"><feMorphology operator="dilate" radius="50"/></filter><g transform="scale(1000)"><path filter="url(#f)" d="M0 0h9v9"/></g>',
      DRAWN,
    ],
    [
      'value',
      { value: 9 },
      '<path fill="#ff0000ff0" d="M0 0h9v9z"/>',
      '9 characters in one value, other than paths and bitmaps',
    ],
    [
      'depth of brackets',
      { depth: 3 },
      `<style>path{fill:${'calc('.repeat(30)}</style>${PATH}`,
      '3 levels of nested elements or brackets',
    ],
    [
      'value by variables',
      { value: 999_999 },
      `<style>path{--a0:red;${Array.from({ length: 40 }, (_, i) => `--a${i + 1}:var(--a${i}) var(--a${i});`).join('')}fill:var(--a40)}</style>${PATH}`,
      '999,999 characters in one value, other than paths and bitmaps',
    ],
    [
      'drawn by the steps of a filter',
      {},
      `<filter id="f">${'<feMorphology operator="dilate" radius="9"/>'.repeat(500)}</filter><g filter="url(#f)">${PATH}</g>`,
      '100,000 elements to draw, including what <use>, patterns and masks repeat and the cost of filters',
    ],
    ['pixels', { pixels: 2 }, BITMAP.repeat(3), '2 pixels of embedded bitmaps'],
    [
      'depth by reference',
      { depth: 20 },
      `<defs><g id="a0">${PATH}</g>${bomb(12)}</defs><use href="#a12"/>`,
      '20 levels of nested elements or brackets',
    ],
  ])('%s', async (_, limits, body, what) => {
    expect(await problemsOf(body, limits)).toEqual(told(what));
  });
});

describe('a drawing at a limit is built', () => {
  test.each([
    ['elements', { elements: 4 }, PATH.repeat(3)],
    ['depth', { depth: 4 }, `<g><g>${PATH}</g></g>`],
    ['depth, with empty elements and asides', { depth: 2 }, `<!-- <g><g> --><g/><g/><g/>${PATH}`],
    ['attributes', { attributes: 2 }, `<path fill="red" d="M1 1h9v9z"/>`],
    ['attributes, with signs in values', { attributes: 2 }, `<path class="=='>'" d="M1 1h9v9z"/>`],
  ])('%s', async (_, limits, body) => {
    expect(await problemsOf(body, limits)).toEqual([]);
  });

  test('what refers to itself, which is reported', async () => {
    const problems = await problemsOf(`<g id="a">${PATH}<use href="#a"/></g>`, {});
    expect(problems).toEqual([expect.stringContaining('circular-reference')]);
  });
});

test('bitmaps at the limit are built', async () => {
  const problems = await problemsOf(BITMAP.repeat(2), { pixels: 2 });
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['raster-image']);
});

test('a file over the limit is refused before it is read', async () => {
  const { error } = await testBuild({
    files: { 'icons/a.svg': svgOf(PATH) },
    config: { limits: { bytes: 50 } },
    diagnostics: ['icons/a.svg too-large'],
  });
  expect(error?.diagnostics[0]?.hint).toContain('limits.bytes');
});

test('other limits keep their defaults', async () => {
  await testBuild({
    files: { 'icons/a.svg': svgOf(`<g>${PATH}</g>`.repeat(2)) },
    config: { limits: { elements: 5 } },
  });
});

describe('active content', () => {
  const files = { 'icons/a.svg': svgOf(`<script>x()</script><path onclick="x()" d="M1 1h9v9z"/>`) };

  test('is an error', async () => {
    await testBuild({
      files,
      diagnostics: ['icons/a.svg active-content', 'icons/a.svg active-content'],
    });
  });

  test('is removed and told of when asked for', async () => {
    const { tree } = await testBuild({
      files,
      config: { activeContent: 'remove' },
      diagnostics: ['icons/a.svg active-content-removed', 'icons/a.svg active-content-removed'],
    });
    expect(tree['sprite.svg']).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="a" viewBox="0 0 24 24"><path d="M1 1h9v9z"/></symbol></svg>',
    );
  });
});
