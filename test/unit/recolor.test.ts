import { describe, expect, test } from 'vitest';
import type { ColorMode } from '../../src/core/types.ts';
import { type TransformedIcon, transformIcon } from '../../src/icon/transform.ts';
import { testBuild } from '../e2e/test-build.ts';

const PATH = 'd="M4 4h16v16H4z"';
const DOT = 'd="M1 1h2v2z"';

const svgOf = (body: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${attributes}>${body}</svg>`;

function iconOf(body: string, color: ColorMode, attributes = ''): Promise<TransformedIcon> {
  return transformIcon(svgOf(body, attributes), { id: 'icon', color, portable: false });
}

describe('currentColor', () => {
  test.each([
    ['a fill', `<path fill="red" ${PATH}/>`],
    ['a stroke', `<path fill="none" stroke="red" ${PATH}/>`],
    ['black because nothing says otherwise', `<path ${PATH}/>`],
    ['a style attribute', `<path style="fill:red" ${PATH}/>`],
    ['a style attribute with a stroke', `<path style="fill:none;stroke:#000" ${PATH}/>`],
    ['a style sheet', `<style>.a{fill:red}</style><path class="a" ${PATH}/>`],
    ['a line, which has no fill', '<line x2="9" y2="9" stroke="red"/>'],
    ['a shape drawn by use', `<defs><path id="a" ${DOT}/></defs><use href="#a" fill="red"/>`],
    [
      'a shape drawn by use in black, because nothing says otherwise',
      `<defs><path id="a" ${DOT}/></defs><use href="#a"/><use href="#a" x="5"/>`,
    ],
    [
      'a symbol drawn by use',
      `<symbol id="a" viewBox="0 0 4 4"><path ${DOT}/></symbol><use href="#a" width="4" fill="red"/><use href="#a" x="9" fill="red"/>`,
    ],
    [
      'a Display P3 pair',
      `<path style="fill:#E11D48;fill:color(display-p3 0.8824 0.1137 0.2824);fill-opacity:1" ${PATH}/>`,
    ],
    ['rgb() with math', `<path fill="rgb(calc(100 + 100) 0 0)" ${PATH}/>`],
    ['color-mix()', `<path fill="color-mix(in srgb, red, blue)" ${PATH}/>`],
    [
      'a shadow in the same color',
      `<path fill="red" style="filter:drop-shadow(1px 1px red)" ${PATH}/>`,
    ],
    [
      'a use that sets color',
      `<defs><path id="a" fill="currentColor" ${DOT}/></defs><use href="#a" color="red"/><use href="#a" x="5" color="red"/>`,
    ],
    [
      'a use with a color that nothing takes',
      `<defs><path id="a" ${DOT}/></defs><use href="#a" color="red" fill="blue"/><use href="#a" x="5" fill="blue"/>`,
    ],
  ])('takes the place of the one color of %s', async (_, body) => {
    const { symbol, facts } = await iconOf(body, 'currentColor');
    expect(symbol).toContain('currentColor');
    expect(symbol).not.toMatch(/red|#000/);
    expect([facts.color, facts.colors]).toEqual(['mono', ['currentColor']]);
  });

  test.each([
    ['two colors', `<path fill="red" ${PATH}/><path fill="#00f" ${DOT}/>`, ''],
    ['a color and black', `<path fill="red" ${PATH}/><path ${DOT}/>`, ''],
    ['a color beside currentColor', `<path fill="red" ${PATH}/><path ${DOT}/>`, 'currentColor'],
    ['black fill and another stroke', `<path stroke="red" ${PATH}/>`, ''],
    ['two alphas of a color', `<path fill="#f00" ${PATH}/><path fill="#f008" ${DOT}/>`, ''],
  ])('leaves a drawing with %s', async (_, body, fill) => {
    const attributes = fill === '' ? '' : ` fill="${fill}"`;
    const kept = await iconOf(body, 'keep', attributes);
    const { symbol, facts } = await iconOf(body, 'currentColor', attributes);
    expect(symbol).toBe(kept.symbol);
    expect(facts).toEqual(kept.facts);
  });

  test.each(['#f008', 'rgba(255,0,0,.5)', '#ff000080'])('leaves the alpha of %s', async (color) => {
    const { symbol } = await iconOf(`<path fill="${color}" ${PATH}/>`, 'currentColor');
    if (symbol.includes('currentColor')) expect(symbol).toMatch(/opacity="/);
  });

  test.each(['transparent', '#0000', '#12345600', 'rgba(0,0,255,0)', 'rgb(0 0 255/0%)'])(
    'takes the place of the one color beside %s',
    async (none) => {
      const { symbol } = await iconOf(
        `<path fill="${none}" stroke="red" ${PATH}/><path fill="red" ${DOT}/>`,
        'currentColor',
      );
      expect(symbol).not.toContain('red');
      expect(symbol.match(/currentColor/g)?.length).toBeGreaterThan(0);
    },
  );

  test('takes the place of a color that the root sets', async () => {
    const { symbol } = await iconOf(
      `<path fill="currentColor" ${PATH}/>`,
      'currentColor',
      ' color="red"',
    );
    expect(symbol).toContain('fill="currentColor"');
    expect(symbol).not.toContain('color="red"');
  });
});

describe('a diagnostic says why colors stay', () => {
  const kept = async (body: string, color: ColorMode) =>
    (await iconOf(body, color)).diagnostics
      .filter(({ code }) => code.startsWith('color'))
      .map(({ severity, message }) => `${severity} ${message.replace(/^.*?: /, '')}`);
  const GRADIENT = '<linearGradient id="g"><stop stop-color="red"/></linearGradient>';

  test.each<readonly [what: string, body: string, reason: string]>([
    [
      'several colors',
      `<path fill="red" ${PATH}/><path fill="color(display-p3 0 0 1)" ${DOT}/>`,
      'info it has 2 colors (red and color(display-p3 0 0 1)).',
    ],
    [
      'a marker in another color',
      `<defs><marker id="m"><path fill="red" ${DOT}/></marker></defs><path fill="none" stroke="#00f" marker-end="url(#m)" d="M2 2l9 9"/>`,
      'info it has 2 colors (#00f and red).',
    ],
    [
      'a marker in the same color',
      `<defs><marker id="m"><path fill="red" ${DOT}/></marker></defs><path fill="none" stroke="red" marker-end="url(#m)" d="M2 2l9 9"/>`,
      'warning it has markers, which cannot take a color from the page.',
    ],
    [
      'a gradient',
      `${GRADIENT}<path fill="url(#g)" ${PATH}/>`,
      'info it is painted with a gradient.',
    ],
    [
      'a pattern',
      `<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path fill="red" ${DOT}/></pattern><path fill="url(#p)" ${PATH}/>`,
      'info it has a pattern.',
    ],
    [
      'a color scheme',
      `<path fill="light-dark(red, blue)" ${PATH}/>`,
      'warning only the browser can compute light-dark(red,blue).',
    ],
    [
      'an animation',
      `<path fill="red" ${PATH}><set attributeName="fill" to="blue" begin="1s"/></path>`,
      'info its color is animated.',
    ],
    [
      'a style sheet',
      `<style>@media print{path{fill:#000}}</style><path fill="red" ${PATH}/>`,
      'warning its style sheet sets colors that would mix with those of the page.',
    ],
    [
      'a custom property',
      `<path fill="red" stroke="var(--line, red)" ${PATH}/>`,
      'warning its color is set in a way that cannot be changed.',
    ],
  ])('currentColor and %s', async (_, body, reason) => {
    expect(await kept(body, 'currentColor')).toEqual([reason]);
  });

  test.each<readonly [what: string, body: string, reasons: readonly string[]]>([
    ['two colors', `<path fill="red" ${PATH}/><path ${DOT}/>`, []],
    ['currentColor', `<path fill="currentColor" ${PATH}/>`, []],
    ['variables', `<path fill="var(--icon-1,red)" ${PATH}/>`, []],
    [
      'a gradient',
      `${GRADIENT}<path fill="url(#g)" ${PATH}/>`,
      ['info it is painted with a gradient.'],
    ],
    [
      'a style sheet',
      `<style>path:hover{fill:#000}</style><path fill="red" ${PATH}/>`,
      ['warning its style sheet sets colors that would mix with those of the page.'],
    ],
  ])('variables and %s', async (_, body, reasons) => {
    expect(await kept(body, 'variables')).toEqual(reasons);
  });

  test('keep says nothing', async () => {
    expect(await kept(`<path fill="red" ${PATH}/><path ${DOT}/>`, 'keep')).toEqual([]);
  });
});

describe('variables', () => {
  test('name the colors of shadows, and not those of markers', async () => {
    const { symbol } = await iconOf(
      `<defs><marker id="m"><path fill="#0a0" ${DOT}/></marker></defs><path fill="red" style="filter:drop-shadow(1px 1px red)" ${PATH}/><path fill="none" stroke="#00f" marker-end="url(#m)" d="M2 2l9 9"/>`,
      'variables',
    );
    expect(symbol).toContain('drop-shadow(1px 1px var(--icon-1,red))');
    expect(symbol).toContain('stroke="var(--icon-2,#00f)"');
    expect(symbol).toContain('fill="#0a0"');
  });

  /** The defaults of the variables by number. */
  const defaultsIn = (symbol: string) =>
    Object.fromEntries(
      [...symbol.matchAll(/var\(--icon-(\d+),\s*((?:[^()]|\([^()]*\))*)\)/g)].map(
        ([, number = '', color = '']) => [number, color],
      ),
    );

  test.each([
    ['as drawn', `<path fill="#00f" ${PATH}/><path fill="red" ${DOT}/>`, ['#00f', 'red']],
    ['black last', `<path fill="red" ${PATH}/><path ${DOT}/>`, ['red', '#000']],
    ['black first', `<path ${PATH}/><path fill="red" ${DOT}/>`, ['#000', 'red']],
    [
      'black in the middle',
      `<path fill="red" ${PATH}/><path ${DOT}/><path fill="#00f" d="M8 1h2v2z"/>`,
      ['red', '#000', '#00f'],
    ],
    [
      'a style attribute',
      `<path style="fill:red" ${PATH}/><path fill="#00f" ${DOT}/>`,
      ['red', '#00f'],
    ],
    [
      'a color that comes back',
      `<path fill="red" ${PATH}/><path fill="#00f" stroke="red" ${DOT}/>`,
      ['red', '#00f'],
    ],
  ])('are numbered in the order of drawing: %s', async (_, body, colors) => {
    const { symbol, facts } = await iconOf(body, 'variables');
    expect(defaultsIn(symbol)).toEqual(
      Object.fromEntries(colors.map((color, index) => [String(index + 1), color])),
    );
    expect(facts.color).toBe('multi');
  });

  test('keep currentColor and another color apart', async () => {
    const { symbol } = await iconOf(
      `<path fill="currentColor" ${PATH}/><path fill="red" ${DOT}/>`,
      'variables',
    );
    expect(symbol).toContain(`<path fill="currentColor" ${PATH}/>`);
    expect(defaultsIn(symbol)).toEqual({ 1: 'red' });
  });

  test('leave masks, clips, gradients and none', async () => {
    const { symbol } = await iconOf(
      `<mask id="m"><path fill="#fff" d="M0 0h24v24H0z"/></mask><clipPath id="c"><circle fill="#0f0" r="9"/></clipPath><linearGradient id="g"><stop stop-color="#ff0"/></linearGradient><g mask="url(#m)" clip-path="url(#c)"><path fill="url(#g)" ${PATH}/><path fill="none" stroke="red" ${DOT}/></g>`,
      'variables',
    );
    expect(defaultsIn(symbol)).toEqual({ 1: 'red' });
    for (const kept of ['fill="#fff"', 'stop-color="#ff0"', 'fill="none"']) {
      expect(symbol).toContain(kept);
    }
  });
});

describe('where the mode comes from', () => {
  const RED = svgOf(`<path fill="red" ${PATH}/>`);
  const files = {
    'icons/a.svg': RED,
    'icons/ui/b.svg': RED,
    'icons/ui/c.svg': RED,
    'icons/ui/c.meta.json': '{"color":"keep"}',
    'icons/brand/d.svg': RED,
    'icons/brand/d.meta.json': '{"color":"currentColor"}',
  };
  const modesIn = (sprite = '') =>
    Object.fromEntries(
      [...sprite.matchAll(/<symbol id="([\w-]+)"[^>]*><path fill="(\w+)"/g)].map(
        ([, id = '', fill = '']) => [id.at(-1), fill],
      ),
    );

  test.each<readonly [string, ColorMode | Record<string, ColorMode>, Record<string, string>]>([
    [
      'one mode',
      'currentColor',
      { a: 'currentColor', b: 'currentColor', c: 'red', d: 'currentColor' },
    ],
    ['the default', 'keep', { a: 'red', b: 'red', c: 'red', d: 'currentColor' }],
    [
      'a glob',
      { 'icons/ui/**': 'currentColor' },
      { a: 'red', b: 'currentColor', c: 'red', d: 'currentColor' },
    ],
    [
      'the last glob that matches',
      { '**': 'currentColor', 'icons/ui/*': 'keep' },
      { a: 'currentColor', b: 'red', c: 'red', d: 'currentColor' },
    ],
    [
      'the last glob that matches, though wider',
      { 'icons/ui/*': 'keep', '**': 'currentColor' },
      { a: 'currentColor', b: 'currentColor', c: 'red', d: 'currentColor' },
    ],
    [
      'one file',
      { 'icons/a.svg': 'currentColor' },
      { a: 'currentColor', b: 'red', c: 'red', d: 'currentColor' },
    ],
  ])('%s; metadata wins', async (_, color, modes) => {
    const { tree } = await testBuild({ files, config: { color } });
    expect(modesIn(tree['sprite.svg'])).toEqual(modes);
  });

  test('a mode that does not exist is told in the metadata', async () => {
    await testBuild({
      files: { 'icons/a.svg': RED, 'icons/a.meta.json': '{"color":"pink"}' },
      diagnostics: ['icons/a.meta.json meta-invalid'],
    });
  });
});

describe('the proof takes the page as black', () => {
  const MODES: readonly ColorMode[] = ['currentColor', 'variables'];
  const drawings = {
    one: `<path fill="red" ${PATH}/>`,
    two: `<path fill="red" ${PATH}/><path fill="#00f" ${DOT}/>`,
    black: `<path ${PATH}/><path fill="red" ${DOT}/>`,
    alpha: `<path fill="rgba(255,0,0,.5)" ${PATH}/><path fill="#00f" ${DOT}/>`,
    beside: `<path fill="currentColor" ${PATH}/><path fill="red" ${DOT}/>`,
    style: `<path style="fill:red" ${PATH}/><path fill="#00f" ${DOT}/>`,
  };
  test.each(MODES)('%s', async (color) => {
    const files = Object.fromEntries(
      Object.entries(drawings).map(([name, body]) => [`icons/${name}.svg`, svgOf(body)]),
    );
    // No problem at all: none is told to differ, none needs a gentler step.
    await testBuild({ files, config: { color } });
  });
});
