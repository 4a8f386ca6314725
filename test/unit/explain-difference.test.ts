import type { CustomPlugin } from 'svgo';
import { describe, expect, test } from 'vitest';
import { REBUILDING_PLUGINS } from '../../src/icon/svgo/optimize-level.ts';
import { changedArea } from '../../src/icon/verify/changed-area.ts';
import { explainDifference, findBreakingPass } from '../../src/icon/verify/explain-difference.ts';
import { removedParts } from '../../src/icon/verify/removed-parts.ts';
import { comparePictures } from '../../src/icon/verify/renderer.ts';
import { transformVerified } from '../../src/icon/verify/verify-icon.ts';

const svgOf = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${body}\n</svg>`;

const SHAPE = { sides: [64], isWide: true, hasText: false };

describe('what is named', () => {
  const plugin = (name: string, fill?: string): CustomPlugin => ({
    name,
    fn: () => ({
      element: {
        enter(element) {
          if (element.name === 'path' && fill) element.attributes.fill = fill;
        },
      },
    }),
  });
  const explained = async (plugins: readonly CustomPlugin[]) => {
    const { diagnostics } = await transformVerified(
      svgOf('<path d="M4 4h8v8H4z"/>'),
      { id: 'a', file: 'icons/a.svg', svgo: { plugins } },
      { sides: [64], tolerance: 0.0005, isStrict: false },
    );
    return diagnostics[0];
  };

  test('the one plugin that changes the picture', async () => {
    const found = await explained([plugin('first'), plugin('painter', 'red'), plugin('last')]);
    expect(found?.message).toMatch(
      /^The icon does not look like its source: 1\d\.\d % of the pixels differ, near 8,8 \(8(\.\d)? × 8(\.\d)?\), since the svgo plugin 'painter' changes it\.$/,
    );
    expect(found?.hint).toMatch(
      /^Remove 'painter' from svgo\.plugins .* "verify": 0\.1\d+ in a\.meta/,
    );
  });

  test('two plugins', async () => {
    const found = await explained([plugin('one', 'red'), plugin('two', 'blue')]);
    expect(found?.message).toContain('since the plugins in svgo.plugins change it');
  });

  const removal = (svg: string) =>
    explainDifference({
      ...{ svg, file: 'a.svg', options: { id: 'a' }, mismatch: 0.1, tolerance: 0.0005, area: '' },
      measureMismatch: async () => 0.1,
      compareSources: (before, after) => comparePictures({ ...SHAPE, before, after }),
    });

  test.each<readonly [what: string, svg: string, name: string, line: number, column: number]>([
    [
      'a paint',
      svgOf('<path d="M0 0h2v2z" fill="junk"/>\n<path fill="rgb(100%,0,0)" d="M4 4h8v8z"/>'),
      'fill on <path>',
      3,
      7,
    ],
    [
      'a stroke of a group',
      svgOf('<g id="b" stroke="rgb(0 0,255)"><path d="M4 4h8v8z"/></g>'),
      'stroke on <g>',
      2,
      11,
    ],
    [
      'dashes',
      svgOf('<path d="M4 4h8v8z" stroke="#000" stroke-dasharray="3 a"/>'),
      'stroke-dasharray on <path>',
      2,
      35,
    ],
  ])('the attribute that was removed: %s', async (_, svg, name, line, column) => {
    const { message, where } = await removal(svg);
    expect(message).toContain(`since ${name} was removed`);
    expect(where).toEqual({ line, column });
  });

  test('nothing that draws nothing', async () => {
    const svg = svgOf('<metadata>x</metadata><path d="M4 4h8v8z" data-name="a" fill="junk"/>');
    const { message, hint, where } = await removal(svg);
    expect(message).toBe('The icon does not look like its source: 10.0 % of the pixels differ.');
    expect(hint).toMatch(/^Simplify what the picture shows/);
    expect(where).toBeUndefined();
  });
});

test('parts that cleaning removes are found in order, and not inside of each other', async () => {
  const svg = svgOf(
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject><g onclick="a()"><path fill="red" d="M0 0h2v2z"/></g>',
  );
  const parts = await removedParts(svg);
  expect(parts.map(({ name }) => name)).toEqual(['<foreignObject>', 'onclick on <g>']);
  expect(parts[0]?.svgWithout).not.toContain('foreignObject');
});

describe('where a picture differs', () => {
  const BOX = 'M10 2h4v2h-4z';
  test.each([
    ['0 0 24 24', '', /^12,3 \(4(\.\d)? × 2(\.\d)?\)$/],
    ['-12 -12 48 24', '', /^12,3 \(4(\.\d)? × 2(\.\d)?\)$/],
    ['0 0 24 24', 'width="48" height="24"', /^12,3(\.\d)? \(4(\.\d)? × 2(\.\d)?\)$/],
  ])('in a viewBox of %s %s', async (viewBox, size, expected) => {
    const attributes = `viewBox="${viewBox}" ${size}`;
    const before = svgOf(`<path d="${BOX}"/>`, attributes);
    const after = svgOf('', attributes);
    expect(await changedArea({ ...SHAPE, before, after }, 64, viewBox)).toMatch(expected);
  });

  test('nowhere', async () => {
    const before = svgOf(`<path d="${BOX}"/>`);
    expect(await changedArea({ ...SHAPE, before, after: before }, 64, '0 0 24 24')).toBe('');
  });
});

describe('the pass of svgo that changes a picture', () => {
  const level = { about: '', preset: { overrides: REBUILDING_PLUGINS } };
  const without =
    (...names: readonly string[]) =>
    async ({ preset }: { readonly preset: false | { readonly overrides?: object } }) =>
      names.every((name) => preset !== false && Object.hasOwn(preset.overrides ?? {}, name));

  test.each(Object.keys(REBUILDING_PLUGINS))('%s is found by halves', async (name) => {
    expect(await findBreakingPass(level, without(name))).toBe(name);
  });

  test('two are none', async () => {
    expect(await findBreakingPass(level, without('mergePaths', 'collapseGroups'))).toBeUndefined();
  });

  test('a level that leaves out none names none', async () => {
    expect(await findBreakingPass({ about: '', preset: {} }, without())).toBeUndefined();
    expect(await findBreakingPass({ about: '', preset: false }, without())).toBeUndefined();
  });
});
