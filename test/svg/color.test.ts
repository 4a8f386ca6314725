import { describe, expect, test } from 'vitest';
import { parseColor, splitAlpha } from '../../src/svg/color.ts';
import { hexOf, serializeColor } from '../../src/svg/rgb-color.ts';

/** The values are those of Chromium 156, which rounds some a 255th lower. */
describe('a color with a value', () => {
  test.each([
    ['red', 'red', '#f00'],
    ['ReBeccaPurple', 'rebeccapurple', '#639'],
    ['transparent', 'transparent', '#0000'],
    ['#ABC', '#abc', '#abc'],
    ['#aabbcc80', '#aabbcc80', '#aabbcc80'],
    ['rgb(204,0,102)', 'rgb(204,0,102)', '#c06'],
    ['rgb(204 0 102 / .6)', 'rgba(204,0,102,0.6)', '#c069'],
    ['RGBA( 80%, 0%, 40%, 60% )', 'rgba(80%,0%,40%,60%)', '#c069'],
    ['rgb(none 0 102)', '#006', '#006'],
    ['rgb(300 -5 102)', '#f06', '#f06'],
    ['hsl(210,50%,40%)', 'hsl(210,50%,40%)', '#369'],
    ['hsl(210deg 50 40/50%)', 'rgba(51,102,153,0.5)', '#33669980'],
    ['hsl(-.25turn 100% 50%)', '#8000ff', '#8000ff'],
    ['hwb(210 20% 40%)', '#369', '#369'],
    ['color(srgb 1 .4 0)', 'color(srgb 1 .4 0)', '#f60'],
    ['color(srgb-linear 1 0 0)', 'color(srgb-linear 1 0 0)', '#f00'],
    ['color(display-p3 0.0000 0.4000 0.8000)', 'color(display-p3 0.0000 0.4000 0.8000)', '#0068d3'],
    ['color(srgb-linear .5 .2 .1)', 'color(srgb-linear .5 .2 .1)', '#bc7c59'],
    ['color(display-p3 .2 .4 .8)', 'color(display-p3 .2 .4 .8)', '#1b68d3'],
    ['oklab(.7 .1 -.1)', 'oklab(.7 .1 -.1)', '#bf81da'],
    ['lab(50% 20 -30)', 'lab(50% 20 -30)', '#856caa'],
    ['lch(60 40 120)', 'lch(60 40 120)', '#7d9a51'],
    ['hsl(211 33.3% 41.7%)', '#47698e', '#47698e'],
    ['lab(100% 0 0)', 'lab(100% 0 0)', '#fff'],
    ['lch(0% 0 0)', 'lch(0% 0 0)', '#000'],
    ['oklab(100% 0 0)', 'oklab(100% 0 0)', '#fff'],
    ['oklch(62.8% .2577 29.23)', 'oklch(62.8% .2577 29.23)', '#f00'],
    ['rgb(calc(100 + 100) 0 0)', '#c80000', '#c80000'],
    ['rgb(max(0, 204) 0 calc(20% * 2) / calc(1 - .4))', 'rgba(204,0,102,0.6)', '#c069'],
    ['rgb(min(204, 300), clamp(0, -5, 10), 102)', 'rgb(204,0,102)', '#c06'],
    ['color-mix(in srgb, red, blue)', 'color-mix(in srgb,red,blue)', '#800080'],
    ['color-mix(in srgb, red 25%, blue)', 'color-mix(in srgb,red 25%,blue)', '#4000bf'],
    ['color-mix(in srgb, red 20%, #00f 30%)', 'color-mix(in srgb,red 20%,#00f 30%)', '#66009980'],
    ['color-mix(in srgb, red, transparent)', 'color-mix(in srgb,red,transparent)', '#ff000080'],
    ['color-mix(in srgb-linear, red, lime)', 'color-mix(in srgb-linear,red,lime)', '#bcbc00'],
    ['color-mix(in oklab, white, black)', 'color-mix(in oklab,white,black)', '#636363'],
  ])('%j is %j, %s', (text, written, hex) => {
    const color = parseColor(text);
    expect(color && serializeColor(color)).toBe(written);
    expect(color?.kind === 'rgb' && parseColor(hexOf(color))).toMatchObject(
      parseColor(hex) as object,
    );
    expect(parseColor(written)).toEqual(color);
  });
});

describe('a color of the page or browser', () => {
  test.each([
    ['CurrentColor', 'current', 'currentColor'],
    ['CanvasText', 'system', 'canvastext'],
    ['color(rec2020 1 0 0)', 'function', 'color(rec2020 1 0 0)'],
    ['rgb(calc(1 * sqrt(4)) 0 0)', 'function', 'rgb(calc(1 * sqrt(4)) 0 0)'],
    ['color-mix(in lch, red, blue)', 'function', 'color-mix(in lch,red,blue)'],
    ['light-dark(#FFF, Black)', 'function', 'light-dark(#fff,black)'],
    [
      'color-mix(in OKLCH longer hue, red 20%, blue)',
      'function',
      'color-mix(in oklch longer hue,red 20%,blue)',
    ],
    ['rgb(from red r g b / 50%)', 'function', 'rgb(from red r g b / 50%)'],
  ])('%j', (text, kind, written) => {
    const color = parseColor(text);
    expect(color?.kind).toBe(kind);
    expect(color && serializeColor(color)).toBe(written);
    expect(parseColor(written)).toEqual(color);
  });
});

test.each([
  ...['', 'none', 'inherit', 'url(#a)', 'redd', '#ab', '#abcde', '#ggg', 'rgb(1 2)', 'rgb(1,2)'],
  ...[
    'rgb(1,2%,3)',
    'rgb(1 2,3)',
    'rgb(1,2,3/4)',
    'rgb(none,0,0)',
    'hsl(210,50,40)',
    'rgb(1 2 3 4)',
  ],
  ...['color(red 1 0 0)', 'color(1 0 0)', 'rgb(1 2 3 / x)', 'constructor', 'rgb(constructor 0 0)'],
  ...[
    'color(constructor 1 0 0)',
    'light-dark(red)',
    'color-mix(red,blue)',
    'light-dark(url(#a),red)',
  ],
  ...['rgb(from red r g b; x)', 'rgb(from secret r g b)', 'rgb(1 2 3', 'rgb (1 2 3)', 'red blue'],
])('%j is none', (text) => {
  expect(parseColor(text)).toBeUndefined();
});

describe('split into color and alpha', () => {
  test.each([
    ['red', 'red', 1],
    ['#c06', '#c06', 1],
    ['#cc006699', '#c06', 0.6],
    ['rgb(204 0 102 / .6)', '#c06', 0.6],
    ['hsl(210,50%,40%)', 'hsl(210,50%,40%)', 1],
    ['color(display-p3 0 .4 .8)', '#0068d3', 1],
  ])('%j is %s and %d', (text, color, alpha) => {
    expect(splitAlpha(text)).toEqual({ color, alpha });
  });

  test.each(['currentColor', 'canvas', 'light-dark(red,blue)'])('%j is not known', (text) => {
    expect(splitAlpha(text)).toBeUndefined();
  });
});
