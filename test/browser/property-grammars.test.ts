import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vocabularyOf } from '../../src/svg/css/definitions.ts';
import { PROPERTIES } from '../../src/svg/css/properties.ts';
import { parseValue } from '../../src/svg/css/values.ts';
import { launchChromium } from './chromium.ts';
import { lendPage } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Values of every type, some of them of none. */
const VALUES = [
  ...[
    '0',
    '1',
    '-1',
    '.5',
    '5e-3',
    '700',
    '1 2',
    '5 3',
    '2 3 4',
    '2px',
    '-2px',
    '5Px',
    '1em',
    '1q',
  ],
  ...[
    '1cqw',
    '50%',
    '1px 2px',
    '1px,2px',
    '1px 2px 3px 4px',
    '10deg',
    '1s',
    '1s 2s',
    'calc(1px + 2px)',
  ],
  ...['min(1px,2px)', 'clamp(1px,2px,3px)', 'var(--x)', '#fff', '#ffff', '#12345', 'rgb(1 2 3)'],
  ...['rgb(1,2,3)', 'rgb(1,2,3,.5)', 'rgb(10% 20% 30% / 40%)', 'rgb(1 2 3 4)', 'rgba(1,2,3)'],
  ...[
    'hsl(1 2% 3%)',
    'hsl(1deg,2%,3%)',
    'hwb(1 2% 3%)',
    'lab(1 2 3)',
    'lch(1 2 3)',
    'oklab(1 2 3 / 4)',
  ],
  ...[
    'color(srgb 1 0 0)',
    'color(display-p3 1 0 0 / .5)',
    'color-mix(in oklch longer hue,red,blue 30%)',
  ],
  ...[
    'light-dark(red,blue)',
    'rgb(from red r g b)',
    'url(#a)',
    'url(#a) red',
    'url(#a) none',
    'red none',
  ],
  ...[
    'translate(1px)',
    'translate(1px 2px)',
    'rotate(1deg)',
    'rotate(1)',
    'scale(1,2)',
    'scale(50%)',
  ],
  ...['matrix(1,0,0,1,0,0)', 'matrix(1 0 0 1 0 0)', 'translate(1px)rotate(1deg)', 'circle(1px)'],
  ...['circle(50% at 1px 2px)', 'ellipse(1px 2px)', 'ellipse(1px)', 'inset(1px round 2px / 3px)'],
  ...[
    'polygon(1px 2px)',
    'polygon(evenodd,1px 2px,3px 4px)',
    "path('M0 0h1')",
    'circle(1px) fill-box',
  ],
  ...['blur(1px)', 'blur()', 'blur(1px) url(#a)', 'brightness(50%)', 'drop-shadow(1px 2px)'],
  ...['drop-shadow(red 1px 2px 3px)', 'hue-rotate(0)', 'linear-gradient(45deg,red 10% 20%,blue)'],
  ...['linear-gradient(to left top,red,30%,blue)', 'radial-gradient(1px 2px at 3px 4px,red,blue)'],
  ...[
    'conic-gradient(from 1deg at 1px 2px,red,blue)',
    'url(#a) 1px 2px / 3px no-repeat',
    'left top',
  ],
  ...[
    'left 1px top 2px',
    'left 1px',
    'top left',
    '1px top',
    'cubic-bezier(.1,.2,.3,.4)',
    'steps(2,start)',
  ],
  ...['foo 1s ease infinite', 'all 1s ease 2s', '12px Arial', 'italic bold 12px/1.5 "A B",serif'],
  ...[
    'stroke fill markers',
    'hidden visible',
    'auto 10deg',
    'ray(45deg)',
    'x 10deg',
    '1 2 3 10deg',
  ],
  ...['underline wavy red', 'rect(1px,2px,3px,auto)', 'light dark', 'foo'],
];

/** Properties that take names of the author's, which are words of no vocabulary. */
const TAKES_NAMES =
  /^(animation(-name)?|color-scheme|font(-family)?|transition(-property)?|will-change)$/;

/** Legal and not taken: too rare to be known, or of no use to a picture. */
const RARE: Readonly<Record<string, readonly string[]>> = {
  'font-variant': [
    ...['text', 'full-width', 'contextual', 'no-contextual', 'all-petite-caps'],
    ...['historical-ligatures', 'no-historical-ligatures'],
  ],
  // A variable of the page could hold an address there.
  cursor: ['var(--x)'],
  'overflow-x': ['overlay'],
  'overflow-y': ['overlay'],
  'white-space': ['collapse'],
};

test('what Chromium takes is taken: every keyword and every kind of value, for every property', async () => {
  const page = await lendPage(browser);
  const properties = [...PROPERTIES.keys()].filter((name) => !TAKES_NAMES.test(name));
  const values = [...vocabularyOf().keywords.values(), ...VALUES];
  const taken = await page.evaluate<string[][]>(
    `${JSON.stringify(properties)}.map((name) =>
      ${JSON.stringify(values)}.filter((value) => CSS.supports(name, value)))`,
  );
  const lost = properties.flatMap((property, index) => {
    const rare = RARE[property] ?? [];
    return (taken[index] ?? [])
      .filter((value) => parseValue(property, value, 'declaration').text === undefined)
      .filter((value) => !rare.includes(value))
      .map((value) => `${property}: ${value}`);
  });
  expect(taken.flat().length).toBeGreaterThan(2000);
  expect(lost).toEqual([]);
});
