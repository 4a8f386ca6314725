import { describe, expect, test, vi } from 'vitest';
import { isCanonicalAttribute } from '../../src/svg/css/canonical-attribute.ts';
import { parseValue } from '../../src/svg/css/values.ts';

const parse = (property: string, value: string) => parseValue(property, value, 'declaration');

describe('written in one spelling', () => {
  test.each([
    ['fill', 'RED', 'red'],
    ['fill', 'CURRENTCOLOR', 'currentColor'],
    ['fill', '/* a */ #F008 /* b */', '#F008'],
    ['fill', 'RGB( 1 , 2 , 3 )', 'rgb(1,2,3)'],
    ['fill', 'rgb(1 2 3 / 50%)', 'rgb(1 2 3 / 50%)'],
    ['fill', 'rgb(1 2 3', 'rgb(1 2 3)'],
    ['fill', 'color(display-p3 1 0 0)', 'color(display-p3 1 0 0)'],
    ['fill', 'oklch(from red l c h)', 'oklch(from red l c h)'],
    [
      'fill',
      'color-mix(in oklch longer hue, red, blue 30%)',
      'color-mix(in oklch longer hue,red,blue 30%)',
    ],
    ['fill', 'light-dark(red, #000)', 'light-dark(red,#000)'],
    ['fill', 'canvastext', 'CanvasText'],
    ['fill', 'url(#a) Red', 'url(#a) red'],
    ['fill', 'url( "#a b" )', 'url(#a%20b)'],
    ['fill', 're\\64', 'red'],
    ['fill', 'VAR( --any-name , #f00 )', 'var(--any-name,#f00)'],
    ['fill', 'UNSET', 'unset'],
    ['color-interpolation-filters', 'SRGB', 'sRGB'],
    ['stroke-width', 'calc(2 * VAR( --any-name ))', 'calc(2 * var(--any-name))'],
    ['stroke-width', '2PX', '2px'],
    ['stroke-dasharray', '1 , 2 3', '1,2 3'],
    ['transform', 'ROTATE(45deg) translate(1px,2px)', 'rotate(45deg) translate(1px,2px)'],
    ['clip-path', "path('M0 0h9v9z')", 'path("M0 0h9v9z")'],
    [
      'transition',
      'opacity 1s, transform 2s cubic-bezier(.4,0,1,1)',
      'opacity 1s,transform 2s cubic-bezier(.4,0,1,1)',
    ],
    ['font-family', "'My Font', Arial", '"My Font",Arial'],
    ['-webkit-filter', 'blur(2px)', 'blur(2px)'],
    ['transform', 'translate(calc(2px*2 + 10%),0)', 'translate(calc(2px*2 + 10%),0)'],
    ['transform', 'scale(calc(8px / 2px))', 'scale(calc(8px / 2px))'],
    ['transform', 'rotate(ATAN2(1px,2px))', 'rotate(atan2(1px,2px))'],
    ['stroke-width', 'clamp(none,2px,3px)', 'clamp(none,2px,3px)'],
    ['stroke-width', 'round(up,1.2px,1px)', 'round(up,1.2px,1px)'],
    ['stroke-width', 'calc((1px - -2px)*PI)', 'calc((1px - -2px)*pi)'],
    ['stroke-width', 'calc(4)', 'calc(4)'],
    ['opacity', 'calc(1/2)', 'calc(1/2)'],
    ['fill', 'rgb(from red calc(r / 2) g b)', 'rgb(from red calc(r / 2) g b)'],
    ['animation', 'none calc(1s + 20ms)', 'none calc(1s + 20ms)'],
    ['d', "path('M4 4h16,v16')", 'path("M4 4h16v16")'],
    ['d', 'path("")', 'path("")'],
  ])('%s:%s', (property, value, written) => {
    expect(parse(property, value)).toEqual({ text: written, outside: [], unsupported: [] });
    expect(parse(property, written).text).toBe(written);
  });
});

describe('lists whose items can be read in many orders', () => {
  const item = '0s normal 0s none none running';
  const layer = 'left top / 1em 2em no-repeat border-box no-clip intersect alpha';
  test.each([
    [
      'animation',
      '0.7s normal 0s none none, alternate-reverse infinite none both paused 1s linear -1s, normal none -1s forwards running 0s linear',
    ],
    ['animation', Array.from({ length: 25 }, () => item).join()],
    ['mask', Array.from({ length: 12 }, (_, index) => `url(#a${index}) ${layer}`).join()],
    ['mask-image', Array.from({ length: 30 }, () => 'none,linear-gradient(#0f0,#00f)').join()],
    ['transition', Array.from({ length: 40 }, () => 'opacity 1s ease 1s').join()],
  ])('%s:%s', (property, value) => {
    const warn = vi.spyOn(console, 'warn');
    expect(parse(property, value).text).toBeDefined();
    expect(parse(property, `${value} rgb(draft)`)).toMatchObject({ text: undefined });
    expect(parse(property, `${value},`)).toMatchObject({ text: undefined });
    expect(parse(property, `rgb(draft),${value}`)).toMatchObject({ text: undefined });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('ignored, as by browsers, with all its words', () => {
  test.each([
    ...[
      "Anna's draft",
      'draft',
      '"a text"',
      'red draft',
      '#draft',
      '#12345',
      'dra\\66 t',
      'rgb(1 2)',
    ],
    ...['url(#a) draft', '0 --draft', 'red \\', '\u0430', 'constructor', '__proto__', 'rgb(draft)'],
    ...[
      'calc(draft)',
      'red)',
      'var(--a, draft)',
      'var(draft)',
      'var(--a red)',
      'var(--a.5)',
      'var(--a/**/)var(--b none, none)',
      'var()',
      '\ufeffred',
      'red\u0001',
      '"',
      '',
      ' ',
    ],
    ...[
      'color(draft 1 2 3)',
      'light-dark(red)',
      'red!important',
      '{{red}}',
      'red;blue',
      '12parsecs',
    ],
  ])('fill:%j', (value) => {
    expect(parse('fill', value)).toMatchObject({ text: undefined, unsupported: [] });
  });

  test.each([
    ['stroke-width', '-1'],
    ['stroke-width', '12parsecs'],
    ['opacity', 'draft'],
    ['transform', 'rotate(45)'],
    ['clip-path', 'path("M0 0 draft")'],
    ['clip-path', 'circle(draft)'],
    ['offset-path', 'url("#a\\\rx\r);background:url(https://leak.invalid/x.png);z:(" )'],
    ['filter', 'drop-shadow(1px)'],
    ['filter', 'drop-shadow(4 4 red)'],
    ['transform', 'translate(calc(4),0)'],
    ['transform', 'translate(calc(0),0)'],
    ['transform', 'scale(calc(2px))'],
    ['transform', 'rotate(atan(1px))'],
    ['stroke-width', 'calc(1px+2px)'],
    ['stroke-width', 'calc(1px +2px)'],
    ['stroke-width', 'calc(2px*2px)'],
    ['stroke-width', 'calc(10% + 2)'],
    ['stroke-width', 'calc()'],
    ['stroke-width', 'calc(1px 2px)'],
    ['stroke-width', 'min(1px,2)'],
    ['stroke-width', 'round(sideways,1px,1px)'],
    ['stroke-width', 'calc(1px'.repeat(300)],
    ['filter', 'blur(calc(1px + 10%))'],
    ['d', 'path("M4 4h16,")'],
    ['d', 'path("M4 4z,h2")'],
    ['mask-image', 'linear-gradient(red)draft'],
    ['draft', 'red'],
    ['-inkscape-font-specification', 'red'],
  ])('%s:%s', (property, value) => {
    expect(parse(property, value)).toMatchObject({ text: undefined, unsupported: [] });
  });
});

test.each([
  ['drop-shadow(4 4 red)', 'drop-shadow(4px 4px red)'],
  ['drop-shadow(red -1.5 0 1e0)', 'drop-shadow(red -1.5px 0px 1e0px)'],
  ['blur(2)', undefined],
  ['drop-shadow(calc(4) 4px)', undefined],
])('filter="%s": only shadows leave out units', (value, written) => {
  expect(parseValue('filter', value, 'attribute').text).toBe(written);
});

describe('what leads out of the drawing', () => {
  test.each([
    ['fill', 'url(https://x.invalid#a) red', 'red', ['https://x.invalid#a']],
    ['fill', 'url(//x.invalid)', 'none', ['//x.invalid']],
    ['fill', 'url(x.svg#a) draft', undefined, ['x.svg#a']],
    ['filter', 'url("https://x.invalid#a") blur(1px)', undefined, ['https://x.invalid#a']],
    ['mask-image', 'image-set("x" 1x)', undefined, ['image-set(…)']],
    ['mask', 'IMAGE-SET(url(x))', undefined, ['image-set(…)', 'x']],
    ['cursor', 'url("\ufeff#a"),auto', undefined, ['#a']],
    ['--a', 'url(x.png)', undefined, ['x.png']],
    ['fill', 'var(--a, url(x.png))', 'none', ['x.png']],
  ])('%s:%s', (property, value, text, outside) => {
    expect(parse(property, value)).toEqual({ text, outside, unsupported: [] });
  });
});

test('functions that are not known to draw are named', () => {
  expect(parse('fill', 'expression(alert(1))').unsupported).toEqual(['expression(…)', 'alert(…)']);
});

test('lengths in attributes may leave out the unit', () => {
  expect(parseValue('font-size', '12', 'attribute').text).toBe('12');
  expect(parse('font-size', '12').text).toBeUndefined();
});

describe('plain values', () => {
  const values = [
    'none',
    'red',
    '#f00',
    '#ff000080',
    '#FFf',
    'url(#a)',
    '1',
    '-1',
    '.5',
    '1e-3',
    '50%',
    '2px',
  ];
  const more = [
    '1 2',
    '1,2',
    'inherit',
    'evenodd',
    'round',
    'currentColor',
    '0.50',
    '1.',
    '+1',
    'RED',
  ];
  test.each([
    'fill',
    'stroke-width',
    'opacity',
    'stroke-dasharray',
    'fill-rule',
    'x',
    'r',
    'width',
    'filter',
  ])('of %s are those that parsing leaves as they are', (property) => {
    const plain = [...values, ...more].filter((value) => isCanonicalAttribute(property, value));
    expect(plain.length).toBeGreaterThan(0);
    for (const value of plain) {
      expect(parseValue(property, value, 'attribute').text).toBe(value);
    }
  });
});
