import type { CustomPlugin } from 'svgo';
import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { UserConfig } from '../../src/config/types.ts';
import { build } from '../../src/pipeline/build.ts';
import { decodePng, type Picture } from '../browser/compare.ts';
import { type BuiltCase, testBuild } from '../e2e/test-build.ts';

const svgOf = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;

/** Builds one drawing; the problems are told by their codes. */
function buildOne(
  svg: string,
  config: UserConfig = {},
  codes: readonly string[] = [],
): Promise<BuiltCase> {
  return testBuild({
    files: { 'icons/a.svg': svg },
    config,
    diagnostics: codes.map((code) => `icons/a.svg ${code}`),
  });
}

/** A plugin of a user that changes each path. */
function changing(change: (attributes: Record<string, string>) => void): CustomPlugin {
  return {
    name: 'mine',
    fn: () => ({
      element: {
        enter({ name, attributes }) {
          if (name === 'path') change(attributes);
        },
      },
    }),
  };
}

const removing: CustomPlugin = {
  name: 'mine',
  fn: () => ({
    element: {
      enter(node, parent) {
        if (node.name === 'path')
          parent.children = parent.children.filter((child) => child !== node);
      },
    },
  }),
};

const recoloring = changing((attributes) => {
  attributes.fill = '#f00';
});

/** Bars that fall together where coordinates lose their fractions. */
const BARS = svgOf(
  Array.from(
    { length: 9 },
    (_, index) => `<path d="M2.4 ${2.4 + index * 2.2}h19.2v1.4H2.4z"/>`,
  ).join(''),
);
const SQUARE = svgOf('<path d="M4 4h16v16H4z"/>');

/** Whether a pixel is there, of a picture three times enlarged. */
function colorAt({ width, data }: Picture, x: number, y: number): string {
  const start = (y * width + x) * 4;
  return [...data.subarray(start, start + 3)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

describe('an icon that optimizing would change', () => {
  test('is optimized more gently, and the cost is told in bytes', async () => {
    const config: UserConfig = { svgo: { floatPrecision: 0 } };
    const unproven = await buildOne(BARS, { ...config, verify: false });
    const { tree, diagnostics, result } = await buildOne(BARS, config, ['optimized-gently']);
    const [told] = diagnostics;
    expect(told?.severity).toBe('info');
    const bytes = (icon: BuiltCase) => icon.tree['sprite.svg']?.length ?? 0;
    const cost = (tree['sprite.svg']?.length ?? 0) - bytes(unproven);
    expect(cost).toBeGreaterThan(0);
    expect(told?.message).toContain(`with more digits (+${cost} bytes)`);
    expect(result?.icons[0]?.symbol).toMatch(/2\.4/);
  });

  test('is left alone without the proof', async () => {
    const { tree } = await buildOne(BARS, { svgo: { floatPrecision: 0 }, verify: false });
    expect(tree['sprite.svg']).not.toMatch(/\d\.\d/);
  });

  test('is left alone where the tolerance allows it', async () => {
    const { tree } = await buildOne(BARS, { svgo: { floatPrecision: 0 }, verify: 1 });
    expect(tree['sprite.svg']).not.toMatch(/\d\.\d/);
  });

  test('keeps its shapes where a pass of svgo that was asked for moves them', async () => {
    const { diagnostics } = await buildOne(
      svgOf('<path fill="#f00" d="M4 4h16v16H4z"/><path fill="#00f" d="M8 8h16v16H8z"/>'),
      { svgo: { overrides: { mergePaths: { force: true } } } },
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('an icon that a plugin of the user changes', () => {
  test.each([
    ['recolors', recoloring, 'ff0000'],
    ['removes', removing, 'ffffff'],
  ])('%s: an error with a picture', async (_, plugin, after) => {
    const codes = [...(plugin === removing ? ['draws-nothing'] : []), 'picture-differs'];
    const { error } = await buildOne(SQUARE, { svgo: { plugins: [plugin] } }, codes);
    const told = error?.diagnostics.find(({ code }) => code === 'picture-differs');
    expect(told?.severity).toBe('error');
    // 16 × 16 of 24 × 24.
    expect(told?.message).toMatch(/ 4[3-5]\.\d % of the pixels/);
    const picture = decodePng(told?.picture ?? new Uint8Array());
    // Three pictures of 64 px and gaps of 8 between them, three times enlarged.
    expect([picture.width, picture.height]).toEqual([(3 * 64 + 2 * 8) * 3, 64 * 3]);
    const centers = [32, 32 + 72, 32 + 144].map((x) => x * 3);
    const [before, now, difference] = centers.map((x) => colorAt(picture, x, 96));
    expect([before, now]).toEqual(['000000', after]);
    expect(difference).not.toBe('000000');
    // At the edge, nothing differs.
    const edges = [3, 3 + 72, 3 + 144].map((x) => colorAt(picture, x * 3, 9));
    expect(edges).toEqual(['ffffff', 'ffffff', '000000']);
  });

  test('passes without the proof', async () => {
    const { tree } = await buildOne(SQUARE, { svgo: { plugins: [recoloring] }, verify: false });
    expect(tree['sprite.svg']).toContain('fill="red"');
  });

  test('passes where the tolerance is above what differs, and not where it is below', async () => {
    await buildOne(SQUARE, { svgo: { plugins: [recoloring] }, verify: 0.5 });
    await buildOne(SQUARE, { svgo: { plugins: [recoloring] }, verify: 0.4 }, ['picture-differs']);
  });

  test('does not stop the others with keepGoing', async () => {
    const { result } = await testBuild({
      files: { 'icons/a.svg': SQUARE, 'icons/b.svg': svgOf('<rect width="9" height="9" rx="2"/>') },
      config: { svgo: { plugins: [recoloring] }, keepGoing: true },
      diagnostics: ['icons/a.svg picture-differs'],
    });
    expect(result?.icons.map(({ name }) => name)).toEqual(['b']);
  });

  test('has a picture as wide as its drawing', async () => {
    const wide = svgOf('<path d="M4 4h40v16H4z"/>', 'viewBox="0 0 48 24"');
    const { error } = await buildOne(wide, { svgo: { plugins: [recoloring] } }, [
      'picture-differs',
    ]);
    const { width, height } = decodePng(error?.diagnostics[0]?.picture ?? new Uint8Array());
    expect([width, height]).toEqual([(3 * 64 + 2 * 8) * 3, 32 * 3]);
  });
});

describe('the option verify', () => {
  const sidesOf = (verify: UserConfig['verify']) => {
    const { verify: resolved } = resolveConfig(verify === undefined ? {} : { verify }, {
      cwd: '/',
      configFile: 'x',
    });
    return resolved === false ? [] : resolved.sides;
  };

  test('is on by default, at 64 px', () => {
    expect(sidesOf(undefined)).toEqual([64]);
    expect(sidesOf(true)).toEqual([64]);
    expect(sidesOf(0.1)).toEqual([64]);
    expect(sidesOf(false)).toEqual([]);
  });

  test("adds a second, uneven side with 'strict'", () => {
    const [first, second = 0, ...others] = sidesOf('strict');
    expect([first, others]).toEqual([64, []]);
    expect(second % 2).toBe(1);
  });

  test.each([true, 'strict', 0.001] as const)('%s passes what is right', async (verify) => {
    await buildOne(SQUARE, { verify });
  });

  test("'strict' ends in the same error, with a picture of the first side that differs", async () => {
    const { error } = await buildOne(
      SQUARE,
      { svgo: { plugins: [recoloring] }, verify: 'strict' },
      ['picture-differs'],
    );
    const { height } = decodePng(error?.diagnostics[0]?.picture ?? new Uint8Array());
    expect(height).toBe(64 * 3);
  });
});

describe('an icon that cannot be verified', () => {
  const lined = svgOf('<path vector-effect="non-scaling-stroke" stroke="#000" d="M2 2h20v9"/>');

  test('is built, with a warning that says why', async () => {
    const { diagnostics, result } = await buildOne(lined, {}, ['not-proven']);
    expect(diagnostics[0]?.severity).toBe('warning');
    expect(diagnostics[0]?.message).toContain('vector-effect: non-scaling-stroke');
    expect(result?.icons).toHaveLength(1);
  });

  test("is an error with verify: 'strict'", async () => {
    const { error } = await buildOne(lined, { verify: 'strict' }, ['not-proven']);
    expect(error?.diagnostics[0]?.severity).toBe('error');
  });
});

describe('a source that the renderer misreads is the reference all the same', () => {
  test.each([
    ['variables', '<g style="--c:#06c"><path fill="var(--c)" d="M4 4h16v16H4z"/></g>'],
    ['a color of today', '<path fill="color(display-p3 0 .4 .8)" d="M4 4h16v16H4z"/>'],
    ['siblings', '<style>g~path{fill:#06c}</style><g/><path d="M4 4h16v16H4z"/>'],
    [
      'a quoted reference',
      `<clipPath id="a"><path d="M0 0h24v24z"/></clipPath><path clip-path="url('#a')" d="M4 4h16v16H4z"/>`,
    ],
  ])('%s: what a plugin removes is seen', async (_, content) => {
    const codes = ['draws-nothing', 'picture-differs'];
    await buildOne(svgOf(content), { svgo: { plugins: [removing] }, portable: false }, codes);
  });
});

describe('a reference that draws nothing in the source either', () => {
  const BOX = 'd="M2 2h20v9H2z"';
  const CASES = [
    ['a paint', svgOf(`<path fill="url(#x) #f00" ${BOX}/>`), 'dangling-reference'],
    ['a clip', svgOf(`<path clip-path="url(#x)" ${BOX}/>`), 'dangling-reference'],
    ['a mask', svgOf(`<path mask="url(#x)" ${BOX}/>`), 'dangling-reference'],
    ['a link', svgOf(`<use href="#x"/><path ${BOX}/>`), 'dangling-reference'],
    [
      'a clip of another file',
      svgOf(`<path clip-path="url(a.svg#x)" ${BOX}/>`),
      'outside-reference',
    ],
  ] as const;

  test.each(CASES)('%s: an info', async (_, svg, code) => {
    const { diagnostics } = await buildOne(svg, {}, [code]);
    expect(diagnostics[0]?.severity).toBe('info');
  });

  test.each(CASES)('%s: a warning if it is not verified', async (_, svg, code) => {
    const { diagnostics } = await buildOne(svg, { verify: false }, [code]);
    expect(diagnostics[0]?.severity).toBe('warning');
  });
});

describe('verify in the metadata of an icon', () => {
  const builtWith = (verify: unknown, codes: readonly string[], config: UserConfig = {}) =>
    testBuild({
      files: { 'icons/a.svg': SQUARE, 'icons/a.meta.json': JSON.stringify({ verify }) },
      config: { svgo: { plugins: [recoloring] }, ...config },
      diagnostics: codes,
    });

  test.each([false, 0.5])('%j accepts what differs', async (verify) => {
    const { tree } = await builtWith(verify, []);
    expect(tree['sprite.svg']).toContain('fill="red"');
  });

  test.each([0.4, 0])('%j is too little', async (verify) => {
    await builtWith(verify, ['icons/a.svg picture-differs']);
  });

  test('0 does not verify what the configuration leaves alone', async () => {
    await builtWith(0, [], { verify: false });
  });

  test.each(['off', true, 2, -1])('%j is no such value', async (verify) => {
    const { error } = await builtWith(verify, [
      'icons/a.meta.json meta-invalid',
      'icons/a.svg picture-differs',
    ]);
    expect(error?.diagnostics[0]?.message).toContain("'verify': Expected false or a number");
  });

  test('is named by the error, with a value that is enough', async () => {
    const { error } = await builtWith(undefined, ['icons/a.svg picture-differs']);
    const [, verify] =
      /"verify": ([\d.]+) in a\.meta\.json/.exec(error?.diagnostics[0]?.hint ?? '') ?? [];
    await builtWith(Number(verify), []);
  });
});

describe('drawings that the renderer cannot judge give no false errors', () => {
  const GRADIENT = '<linearGradient id="a"><stop stop-color="#f00"/></linearGradient>';
  const BOX = 'd="M2 2h20v9H2z"';

  test.each<readonly [what: string, svg: string]>([
    ['a quoted url', svgOf(`${GRADIENT}<path fill='url("#a")' ${BOX}/>`)],
    ['a quoted url in a style', svgOf(`${GRADIENT}<path style="fill:url('#a')" ${BOX}/>`)],
    [
      'a quoted url in a rule',
      svgOf(`<style>.a{fill:url("#a")}</style>${GRADIENT}<path class="a" ${BOX}/>`),
    ],
    [
      'an encoded url',
      svgOf(
        `<linearGradient id="ä"><stop stop-color="#f00"/></linearGradient><path fill="url(#%C3%A4)" ${BOX}/>`,
      ),
    ],
    [
      'an escaped url',
      svgOf(
        `<linearGradient id="a.b"><stop stop-color="#f00"/></linearGradient><path fill="url(#a\\.b)" ${BOX}/>`,
      ),
    ],
    ['an encoded link', svgOf(`<defs><path id="a b" ${BOX}/></defs><use href="#a%20b"/>`)],
    ['a turned root', svgOf(`<path ${BOX}/>`, 'viewBox="0 0 24 24" transform="rotate(90)"')],
    [
      'a root turned by its style',
      svgOf(`<path ${BOX}/>`, 'viewBox="0 0 24 24" style="transform:rotate(90deg)"'),
    ],
    ['a root turned by a rule', svgOf(`<style>svg{transform:rotate(90deg)}</style><path ${BOX}/>`)],
    [
      'a root turned by a rule of its class',
      svgOf(
        `<style>.r{transform:rotate(90deg)}</style><path ${BOX}/>`,
        'class="r" viewBox="0 0 24 24"',
      ),
    ],
    [
      'a root below a declaration',
      `<?xml version="1.0"?><!-- a --><!DOCTYPE svg>${svgOf(`<path ${BOX}/>`, 'viewBox="0 0 24 24" transform="scale(-1 1)"')}`,
    ],
    [
      'a selector that it does not know',
      svgOf(
        `<style>path:nth-of-type(2){fill:#f00}path:not(.a){stroke:#00f}</style><path class="a" ${BOX}/><path d="M2 14h9v9z"/>`,
      ),
    ],
    [
      'siblings',
      svgOf(
        `<style>path~path{fill:#f00}</style><path ${BOX}/><path d="M2 14h9v9z"/><path d="M9 14h9v9z"/>`,
      ),
    ],
    ['rules in rules', svgOf(`<style>g{path{fill:#f00}}</style><g><path ${BOX}/></g>`)],
    ['a media query', svgOf(`<style>@media screen{path{fill:#f00}}</style><path ${BOX}/>`)],
    [
      'a media query that does not hold',
      svgOf(`<style>@media print{path{fill:#f00}}</style><path ${BOX}/>`),
    ],
    ['a sheet for print', svgOf(`<style media="print">path{fill:#f00}</style><path ${BOX}/>`)],
    ['a variable of the page', svgOf(`<path fill="var(--x, #f00)" ${BOX}/>`)],
    [
      'a variable of the drawing',
      svgOf(`<style>:root{--x:#f00}path{fill:var(--x)}</style><path ${BOX}/>`),
    ],
    ['a variable of a style', svgOf(`<g style="--x:#f00"><path fill="var(--x)" ${BOX}/></g>`)],
    [
      'an animation',
      svgOf(`<style>@keyframes a{to{opacity:0}}path{animation:a 1s}</style><path ${BOX}/>`),
    ],
    [
      'an important rule',
      svgOf(`<style>path{fill:#f00!important}</style><path style="fill:#00f" ${BOX}/>`),
    ],
    ['a color of today', svgOf(`<path fill="color(display-p3 1 0 0)" ${BOX}/>`)],
    [
      'a color of today beside one of yesterday',
      svgOf(`<path fill="#f00" style="fill:#f00;fill:color(display-p3 1 0 0)" ${BOX}/>`),
    ],
    [
      'a color of today in a rule',
      svgOf(`<style>path{fill:#f00;fill:color(display-p3 1 0 0)}</style><path ${BOX}/>`),
    ],
    [
      'paint of the context',
      svgOf(
        '<marker id="m" markerWidth="4" markerHeight="4"><path fill="context-stroke" d="M0 0h4v4z"/></marker><path stroke="#f00" fill="none" marker-end="url(#m)" d="M4 4h8v8"/>',
      ),
    ],
    [
      'a transform in a style',
      svgOf(`<path style="transform:rotate(45deg);transform-origin:center" ${BOX}/>`),
    ],
    ['geometry in a style', svgOf('<circle style="cx:12px;cy:12px;r:9px"/>')],
    ['geometry in a rule', svgOf('<style>circle{cx:12px;cy:12px;r:9px}</style><circle r="1"/>')],
    [
      'mixed blending',
      svgOf(
        `<path fill="#fc0" ${BOX}/><path style="mix-blend-mode:multiply" fill="#0cf" d="M8 8h14v14H8z"/>`,
      ),
    ],
    ['no width, tall', svgOf(`<path d="M2 2h8v40H2z"/>`, 'viewBox="0 0 12 48"')],
    ['units', svgOf(`<path ${BOX}/>`, 'viewBox="0 0 24 24" width="10mm" height="1em"')],
    ['percentages', svgOf(`<path ${BOX}/>`, 'viewBox="0 0 24 24" width="100%" height="100%"')],
    [
      'a namespace with a prefix',
      `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><s:path ${BOX}/></s:svg>`,
    ],
    ['no namespace', `<svg viewBox="0 0 24 24"><path ${BOX}/></svg>`],
    [
      'a huge viewBox',
      svgOf('<circle cx="120000" cy="120000" r="90000"/>', 'viewBox="0 0 240000 240000"'),
    ],
    [
      'a tiny viewBox',
      svgOf('<circle cx=".0012" cy=".0012" r=".001"/>', 'viewBox="0 0 .0024 .0024"'),
    ],
  ])('%s', async (_, svg) => {
    const { diagnostics, result } = await buildOne(svg, { portable: false });
    expect(diagnostics).toEqual([]);
    expect(result?.icons).toHaveLength(1);
  });

  test.each<readonly [what: string, svg: string, code: string]>([
    ['nothing', svgOf('<g/>'), 'draws-nothing'],
    ['hidden shapes', svgOf(`<path display="none" ${BOX}/>`), 'draws-nothing'],
    ['text', svgOf('<text x="2" y="20" font-size="20">A</text>'), 'text-element'],
    [
      'text of a font that is nowhere',
      svgOf('<text x="2" y="20" font-family="No Such Font">Ä日</text>'),
      'text-element',
    ],
    [
      'a bitmap',
      svgOf(
        '<image width="20" height="20" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHu8E/HMcU8wAAAAASUVORK5CYII="/>',
      ),
      'raster-image',
    ],
    [
      'a bitmap that is broken',
      svgOf(
        `<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/><path ${BOX}/>`,
      ),
      'bitmap-unreadable',
    ],
    ['a link to another file', svgOf(`<use href="a.svg#x"/><path ${BOX}/>`), 'outside-reference'],
  ])('%s, which is warned of', async (_, svg, code) => {
    const { diagnostics, result } = await buildOne(svg, { portable: false }, [code]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
    expect(result?.icons).toHaveLength(1);
  });
});

test('a symbol that cannot be prepared for the renderer is not said to differ', async () => {
  const svg = svgOf(
    `<defs><g id="a" fill="none"><path d="M4 4h5v5H4z"/></g></defs><style>svg *{x:3vmin}@media print{g{fill:red}}</style><use stroke="color(display-p3 0 .4 .8)" href="#a"/>`,
  );
  const { diagnostics } = await buildOne(svg, {}, ['page-dependent', 'not-proven']);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

test('the proof does not change what is written for an icon that is right', async () => {
  const { cwd, tree } = await buildOne(SQUARE);
  const { files } = await build({ verify: false }, { cwd, dryRun: true });
  expect(Object.fromEntries(files.map(({ path, contents }) => [path, contents]))).toEqual(tree);
});

test('a drawing too thin to be rendered is built and told', async () => {
  const svg = svgOf('<rect width="100%" height="1"/>', 'viewBox="0 0 9000 1"');
  const { tree } = await testBuild({
    files: { 'icons/long.svg': svg },
    diagnostics: ['icons/long.svg not-proven'],
  });
  expect(tree['sprite.svg']).toContain('id="long"');
});

test('a layer far outside the picture, on which resvg ends its process, is built and told', async () => {
  const far = '<path opacity=".5" d="M10-651h67v87h-67z"/><rect width="50%" height="9"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><path d="M0 0h9v9z"/>${far}</svg>`;
  const { tree } = await testBuild({
    files: { 'icons/far.svg': svg, 'icons/near.svg': svg.replace(far, '') },
    diagnostics: ['icons/far.svg not-proven'],
  });
  expect(tree['sprite.svg']).toContain('id="far"');
  expect(tree['sprite.svg']).toContain('id="near"');
});

test.each([
  ['too thin to be rendered', svgOf('<path d="M0 0h9000v1H0z"/>', 'viewBox="0 0 9000 1"')],
  [
    'on which resvg ends its process',
    svgOf('<path d="M0 0h9v9z"/><path opacity=".5" d="M10-651h67v87h-67z"/>'),
  ],
])('a drawing %s is proven by its geometry', async (_, svg) => {
  await buildOne(svg);
});

test.each([
  [
    'a symbol',
    '<symbol id="a" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></symbol><use href="#a" x="1000" width="8" height="8"/>',
  ],
  [
    'a drawing in the drawing',
    '<svg x="1000" width="8" height="8" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
  ],
])('%s far outside the picture, which is a layer to resvg, is built and told', async (_, far) => {
  const svg = svgOf(`<path d="M0 0h9v9z"/>${far}`);
  const { tree } = await testBuild({
    files: { 'icons/far.svg': svg, 'icons/near.svg': SQUARE },
    diagnostics: ['icons/far.svg not-proven'],
  });
  expect(tree['sprite.svg']).toContain('id="near"');
});
