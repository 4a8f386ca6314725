import { describe, expect, test } from 'vitest';
import { compareInThisProcess } from '../../src/icon/verify/compare.ts';

const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${body}</svg>`;

async function mismatch(before: string, after: string): Promise<number> {
  const found = await compareInThisProcess({
    before: svgOf(before),
    after: svgOf(after),
    sides: [64],
    isWide: true,
    hasText: false,
  });
  if ('failed' in found) throw new Error(found.problem);
  return found[0] as number;
}

const SQUARE = 'd="M8 8h48v48H8z"';
const CURVES =
  '<path fill="none" stroke="#000" stroke-width="5" d="M9 9c9 40 40-9 46 46M20 50a9 9 0 1 1 9 5"/>';

describe('differs', () => {
  test.each([
    [
      'a color at half and at three quarters',
      `<path fill="#06c" fill-opacity=".5" ${SQUARE}/>`,
      `<path fill="#06c" fill-opacity=".75" ${SQUARE}/>`,
    ],
    ['a faint shadow and nothing', `<path fill-opacity=".12" ${SQUARE}/>`, ''],
    [
      'an opacity by a few percent',
      `<path fill-opacity=".5" ${SQUARE}/>`,
      `<path fill-opacity=".53" ${SQUARE}/>`,
    ],
    ['white and nothing', `<path fill="#fff" ${SQUARE}/>`, ''],
    [
      'a small shape and none',
      `<path ${SQUARE}/><path fill="#fff" d="M30 30h2v2h-2z"/>`,
      `<path ${SQUARE}/>`,
    ],
    [
      'a color of equal lightness',
      `<path fill="#d00" ${SQUARE}/>`,
      `<path fill="#00733a" ${SQUARE}/>`,
    ],
    ['an edge by a quarter of a pixel', `<path ${SQUARE}/>`, '<path d="M8.25 8h48v48h-48z"/>'],
    ['curves by a quarter of a pixel', CURVES, `<g transform="translate(.18 .18)">${CURVES}</g>`],
    [
      'a line by its width',
      '<path stroke="#000" stroke-width="2" d="M8 20h48"/>',
      '<path stroke="#000" stroke-width="2.5" d="M8 20h48"/>',
    ],
  ])('%s', async (_, before, after) => {
    expect(await mismatch(before, after)).toBeGreaterThan(0.0005);
  });
});

describe('does not differ', () => {
  test.each([
    ['an edge by a hundredth of a pixel', `<path ${SQUARE}/>`, '<path d="M8.01 8.01h48v48h-48z"/>'],
    [
      'curves by a hundredth of a pixel',
      CURVES,
      `<g transform="translate(.01 -.01)">${CURVES}</g>`,
    ],
    [
      'shapes side by side and as one',
      '<path d="M8 8h20.3v48H8z"/><path d="M28.3 8H56v48H28.3z"/>',
      `<path ${SQUARE}/>`,
    ],
    [
      'a color by one level',
      `<path fill="#0066cc" ${SQUARE}/>`,
      `<path fill="#0067cc" ${SQUARE}/>`,
    ],
  ])('%s', async (_, before, after) => {
    expect(await mismatch(before, after)).toBeLessThanOrEqual(0.0005);
  });
});
