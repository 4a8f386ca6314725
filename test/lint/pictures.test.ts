import { describe, expect, test } from 'vitest';
import { contrastRatio } from '../../src/lint/luminance.ts';
import { drawn, findings, findingsIn, greatestStep, LINES, mended, picture } from './drawings.ts';

const messages = async (svg: string, name: string, options = {}): Promise<readonly string[]> =>
  (await findings(svg, name, options)).map(({ message }) => message);

describe('view-box', () => {
  test('is written where it is missing, and nothing moves', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="24px" height="24"><path d="M4 4h9v9z"/></svg>';
    const after = await mended(svg, 'view-box');
    expect(after).toBe(svg.replace('height="24"', 'height="24" viewBox="0 0 24 24"'));
    expect(await greatestStep(svg, after)).toBe(0);
  });

  test('of another proportion than the frame is told', async () => {
    const framed = (size: string): string => picture('<path d="M4 4h9v9z"/>', size);
    expect(await findings(framed(' width="48" height="24"'), 'view-box')).toHaveLength(1);
    expect(await findings(framed(' width="48" height="48"'), 'view-box')).toEqual([]);
    expect(await findings(framed(' width="100%" height="24"'), 'view-box')).toEqual([]);
  });

  test('may begin elsewhere, unless asked not to', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -960 960 960"><path d="M88-860h100v100z"/></svg>';
    expect(await messages(svg, 'view-box')).toEqual([]);
    expect(await messages(svg, 'view-box', { origin: true })).toEqual([
      'The picture begins at 0, -960 instead of 0, 0.',
    ]);
  });
});

describe('live-area', () => {
  test('leaves pictures that fill their frame', async () => {
    const svg = picture('<path fill="red" d="M-2-2h28v28H-2z"/><path d="M20 20h9v9z"/>');
    expect(await messages(svg, 'live-area', { margin: 2 })).toEqual([]);
  });

  test('leaves what is too little to be told apart when it is rendered', async () => {
    const letters = (right: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 100"><path d="M0 20H${right}V80H0z"/></svg>`;
    expect(await messages(letters(512.4), 'live-area')).toEqual([]);
    expect(await messages(letters(514), 'live-area')).toHaveLength(1);
  });

  test('grows with the picture', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024"><path d="M52 232h800v560H52z"/></svg>';
    expect(await messages(svg, 'live-area', { margin: 3, overshoot: 0 })).toEqual([
      'The drawing comes as close as 52 px to the left edge; it must keep 128 px free.',
    ]);
  });

  test('takes the margin that most keep', async () => {
    const square = async (from: number, name: string) =>
      drawn(picture(`<path d="M${from} ${from}H${24 - from}V${24 - from}H${from}z"/>`), name);
    const set = await Promise.all(Array.from({ length: 12 }, (_, index) => square(3, `a${index}`)));
    const found = await findingsIn([...set, await square(1, 'wide')], 'live-area', {
      ...{ margin: 'set', overshoot: 0 },
    });
    expect(found.map(({ file, message }) => [file, message])).toEqual([
      [
        'icons/wide.svg',
        'The drawing comes as close as 1 px to the left, top, right and bottom edges; the others keep 3 px free.',
      ],
    ]);
  });
});

describe('optical-center', () => {
  const SIDE = picture('<path d="M8 4h8v16H8z"/><path d="M8 8h3v3H8z"/>');
  const TRIANGLE = picture('<path d="M5 4v16l14-8z"/>');

  test('takes weight or box, unless told which', async () => {
    expect(await messages(SIDE, 'optical-center')).toEqual([]);
    expect(await messages(TRIANGLE, 'optical-center')).toEqual([]);
    expect(await messages(TRIANGLE, 'optical-center', { by: 'weight' })).toEqual([
      'The weight of the drawing lies 2.3 px left of the middle of the picture; 0.75 px is allowed.',
    ]);
  });

  test('says which way, and how far', async () => {
    const svg = picture('<path d="M4 12h8v8H4z"/>');
    expect(await messages(svg, 'optical-center')).toEqual([
      'The weight of the drawing lies 4 px left of and 4 px below the middle of the picture; 0.75 px is allowed.',
    ]);
  });
});

describe('colors', () => {
  const ALLOWED = { allowed: ['#000', 'currentColor'] };

  test.each([
    [
      'other spellings',
      '<path fill="BLACK" d="M4 4h9v9z"/><path fill="rgb(0, 0, 0)" d="M4 4h9v9z"/>',
    ],
    ['no fill, which is black', '<path d="M4 4h9v9z"/>'],
    ['the color of the text', '<path fill="CurrentColor" d="M4 4h9v9z"/>'],
    ['nothing painted', '<path fill="none" d="M4 4h9v9z"/><path fill="#f000" d="M4 4h9v9z"/>'],
    ['what cannot be told', '<path fill="var(--x)" d="M4 4h9v9z"/>'],
    [
      'masks',
      '<mask id="m"><path fill="#fff" d="M4 4h9v9z"/></mask><path mask="url(#m)" d="M4 4h9v9z"/>',
    ],
  ])('says nothing of %s', async (_, shapes) => {
    expect(await messages(picture(shapes), 'colors', ALLOWED)).toEqual([]);
  });

  test('puts in the only color that is allowed, where the drawing has one', async () => {
    const svg = picture('<path d="M4 4h9v9z"/><path fill="none" stroke="#000" d="M4 4h9"/>');
    expect(await mended(svg, 'colors', { allowed: ['currentColor'] })).toBe(
      svg
        .replace('viewBox="0 0 24 24"', 'viewBox="0 0 24 24" fill="currentColor"')
        .replace('stroke="#000"', 'stroke="currentColor"'),
    );
  });

  test('mends nothing where masks would take the color, too', async () => {
    const svg = picture(
      '<mask id="m"><path d="M4 4h9v9z"/></mask><path mask="url(#m)" d="M4 4h9v9z"/>',
    );
    const found = await findings(svg, 'colors', { allowed: ['currentColor'] });
    expect(found.map(({ fix }) => fix)).toEqual([undefined]);
  });

  test('tells of the one that is colored in a set that is not', async () => {
    const line = async (color: string, name: string) =>
      drawn(picture(`<path stroke="${color}" fill="none" d="M4 4h9"/>`), name);
    const set = await Promise.all(
      Array.from({ length: 10 }, (_, index) => line('currentColor', `a${index}`)),
    );
    const found = await findingsIn([...set, await line('#123', 'dark')], 'colors');
    expect(found.map(({ message }) => message)).toEqual([
      'The drawing has the fixed color #112233; 10 of 11 icons follow the text color.',
    ]);
  });
});

describe('contrast', () => {
  test.each([
    [[0, 0, 0], [255, 255, 255], 21],
    [[118, 118, 118], [255, 255, 255], 4.54],
    [[255, 0, 0], [255, 0, 0], 1],
  ] as const)('of %j and %j is that of WCAG', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  });

  test('counts what lies on top, gradients too, and not what has the color of the text', async () => {
    const under =
      '<path fill="#000" d="M2 2h20v20H2z"/><path fill="#ffe" d="M2 2h20v20H2z"/><path fill="#ff9" d="M2 2h10v20z"/>';
    expect(await messages(picture(under), 'contrast')).toHaveLength(1);
    const text = picture(
      '<path fill="currentColor" d="M0 0h24v24H0z"/><path fill="#ffe" d="M4 4h9v9z"/>',
    );
    expect(await messages(text, 'contrast')).toEqual([]);
    const gradient = picture(
      '<linearGradient id="g"><stop stop-color="#ffc"/><stop offset="1" stop-color="#ffe"/></linearGradient><path fill="url(#g)" d="M4 4h9v9z"/>',
    );
    expect(await messages(gradient, 'contrast')).toHaveLength(1);
  });

  test('of every color is asked where the share is 1', async () => {
    const svg = picture('<path fill="#777" d="M0 0h24v24H0z"/><path fill="#fe0" d="M4 4h9v9z"/>');
    expect(await messages(svg, 'contrast', { share: 1 })).toEqual([
      '#ffee00 has a contrast of 1.2 : 1 on the light background; 3 : 1 is required.',
    ]);
  });

  test('is not asked of what fills its frame, unless of every color', async () => {
    const flag = '<path fill="#ffe" d="M0 0h24v24H0z"/><path fill="#9cf" d="M0 0h24v8H0z"/>';
    expect(await messages(picture(flag), 'contrast')).toEqual([]);
    expect(await messages(picture(flag), 'contrast', { share: 1 })).toHaveLength(1);
  });

  test('is not asked of icons of one color', async () => {
    expect(await messages(picture('<path fill="#ffe" d="M4 4h9v9z"/>'), 'contrast')).toEqual([]);
  });
});

describe('features', () => {
  test('that the build takes out are none', async () => {
    const unused = picture('<linearGradient id="g"><stop/></linearGradient><path d="M4 4h9v9z"/>');
    expect(await messages(unused, 'gradients')).toEqual([]);
  });

  test('cost drawings of several colors nothing as an image, unless asked', async () => {
    const svg = picture(
      '<clipPath id="c"><circle cx="9" cy="9" r="5"/></clipPath><g clip-path="url(#c)"><path fill="red" d="M4 4h9v9z"/><path fill="#00f" d="M4 4v9h9z"/></g>',
    );
    expect(await messages(svg, 'portability')).toEqual([]);
    expect(await messages(svg, 'portability', { multicolor: true })).toHaveLength(1);
  });
});

test('points of a shape that is drawn many times count once', async () => {
  const svg = picture(
    '<path id="a" d="M4 4h2v2z"/><use href="#a" x="5"/><use href="#a" y="5"/>',
    LINES,
  );
  expect(await messages(svg, 'nodes', { most: 3 })).toEqual([]);
  expect(await messages(svg, 'nodes', { most: 2 })).toHaveLength(1);
});
