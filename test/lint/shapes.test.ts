import { describe, expect, test } from 'vitest';
import { findings, greatestStep, LINES, mended, picture } from './drawings.ts';

describe('pixel-grid', () => {
  test('looks at level and upright edges only', async () => {
    const slanted = picture('<path d="M4.3 4.2L9.7 13.1"/>', LINES);
    expect(await findings(slanted, 'pixel-grid')).toEqual([]);
    expect(await findings(slanted, 'pixel-grid', { points: 'all' })).toHaveLength(1);
  });

  test('looks where transforms put them', async () => {
    const moved = (x: number): string =>
      picture(`<g transform="translate(${x})"><path d="M4 4v9"/></g>`, LINES);
    expect(await findings(moved(3.5), 'pixel-grid')).toEqual([]);
    expect(await findings(moved(3.2), 'pixel-grid')).toHaveLength(1);
  });

  test('knows dots, and leaves areas alone unless asked', async () => {
    const dot = picture('<path stroke-linecap="round" d="M12 17h.01"/>', LINES);
    expect(await findings(dot, 'pixel-grid')).toEqual([]);
    const area = picture('<path d="M4.3 4.3h9v9h-9z"/>');
    expect(await findings(area, 'pixel-grid')).toEqual([]);
    expect(await findings(area, 'pixel-grid', { shapes: 'all' })).toHaveLength(1);
  });

  test.each([
    ['M4.004 4V9.993h5', 'M4 4V10h5'],
    ['m4.004 4v5.993h5l.3.4-.3-.4v6', 'm4 4v6h5l.3.4-.3-.4v6'],
    ['M4 4.009h9.001l3.3 3.3', 'M4 4h9l3.3 3.3'],
    ['M4 4h8.995a3 3 0 0 1 3 3v5.005', 'M4 4h9a3 3 0 0 1 3 3v5'],
    ['M4 4h7.995.5v9', 'M4 4h8 .5v9'],
  ])('moves what is a hair off: %s', async (before, after) => {
    const svg = picture(`<path d="${before}"/>`, LINES);
    const mended_ = await mended(svg, 'pixel-grid');
    expect(mended_).toBe(picture(`<path d="${after}"/>`, LINES));
    // One step of the renderer, which looks at four places across a pixel.
    expect(await greatestStep(svg, mended_)).toBeLessThan(64);
  });
});

describe('stray-points', () => {
  test.each([
    ['dots of round lines', picture('<path stroke-linecap="round" d="M9 9h0"/>', LINES)],
    ['dots of square lines', picture('<path stroke-linecap="square" d="M9 9z"/>', LINES)],
    [
      'points that carry arrowheads',
      picture(
        '<marker id="m"><path d="M0 0h3v3z"/></marker><path marker-start="url(#m)" d="M9 9"/><path d="M1 1h9v9z"/>',
      ),
    ],
    ['lengths in other units', picture('<rect width="50%" height="50%"/>')],
    [
      'paths that a style sheet gives',
      picture('<style>path{d:path("M0 0h9v9z")}</style><path class="a"/><path d="M0 0h9v9z"/>'),
    ],
  ])('says nothing of %s', async (_, svg) => {
    expect(await findings(svg, 'stray-points')).toEqual([]);
  });

  test.each([
    ['M9 9', ''],
    ['M1 1h9v9zM20 20', 'M1 1h9v9z'],
    ['M20 20M1 1h9v9z', 'M1 1h9v9z'],
    ['M20 20m-19-19h9v9z', 'M1 1h9v9z'],
    ['M1 1h9v9zm3 3m5 5 4 4v-4z', 'M1 1h9v9zM9 9l 4 4v-4z'],
  ])('takes the point out of %s', async (before, after) => {
    const rest = '<path d="M1 20h9v2z"/>';
    const svg = picture(`<path d="${before}"/>${rest}`);
    const result = await mended(svg, 'stray-points');
    expect(result).toBe(picture(`${after && `<path d="${after}"/>`}${rest}`));
    expect(await greatestStep(svg, result)).toBe(0);
    expect(await findings(result, 'stray-points')).toEqual([]);
  });

  test('leaves what others may refer to', async () => {
    const named = picture('<path id="a" d="M9 9"/><path d="M1 1h9v9z"/>');
    expect((await findings(named, 'stray-points')).map(({ fix }) => fix)).toEqual([undefined]);
  });

  test('takes the line with it that it stands on', async () => {
    const svg = picture('\n  <path d="M9 9"/>\n  <path d="M1 1h9v9z"/>\n');
    expect(await mended(svg, 'stray-points')).toBe(picture('\n  <path d="M1 1h9v9z"/>\n'));
  });
});

describe('invisible-shapes', () => {
  const BOX = '<path fill="none" d="M0 0h24v24H0z"/>';
  const SEEN = '<path d="M4 4h9v9z"/>';

  test.each([
    [
      'without fill and stroke',
      '<path fill="none" d="M4 4h9v9z"/>',
      'has neither a fill nor a stroke',
    ],
    [
      'with a transparent fill',
      '<path fill="rgba(0,0,0,0)" d="M4 4h9v9z"/>',
      'has neither a fill nor a stroke',
    ],
    ['a line that is not stroked', '<path d="M4 4h9"/>', 'is a line without a stroke'],
    ['switched off', '<g display="none"><path d="M4 4h9v9z"/></g>', 'is switched off'],
    ['outside', '<path transform="translate(30)" d="M4 4h9v9z"/>', 'lies outside of the picture'],
  ])('tells of a shape %s', async (_, shape, reason) => {
    const svg = picture(SEEN + shape);
    const found = await findings(svg, 'invisible-shapes');
    expect(found.map(({ message }) => message)).toEqual([`A shape cannot be seen: it ${reason}.`]);
    expect(await greatestStep(svg, await mended(svg, 'invisible-shapes'))).toBe(0);
  });

  test.each([
    ['boxes as large as the picture', BOX + SEEN],
    ['what only defines', `<defs><path id="a" fill="none" d="M4 4h9v9z"/></defs>${SEEN}`],
    [
      'clips',
      `<clipPath id="c"><path fill="none" d="M4 4h9v9z"/></clipPath><g clip-path="url(#c)">${SEEN}</g>`,
    ],
    ['white shapes on others', `${SEEN}<path fill="#fff" d="M6 5h4v4z"/>`],
    ['shapes that stick out', `${SEEN}<path d="M5 5h9v9z"/>`],
    ['see-through shapes on others', `${SEEN}<path fill="red" opacity=".2" d="M6 5h4v4z"/>`],
    [
      'what is lit at times',
      `<style>.a{fill:none}.a:hover{fill:red}</style><path class="a" d="M4 4h9v9z"/>${SEEN}`,
    ],
    ['strokes that reach in', '<path fill="none" stroke="#000" stroke-width="4" d="M-1 4v9"/>'],
  ])('says nothing of %s', async (_, shapes) => {
    expect(await findings(picture(shapes), 'invisible-shapes')).toEqual([]);
  });

  test('tells of boxes where asked', async () => {
    expect(await findings(picture(BOX + SEEN), 'invisible-shapes', { frame: true })).toHaveLength(
      1,
    );
  });

  test('finds what lies below another', async () => {
    const svg = picture(
      '<circle cx="9" cy="9" r="3" fill="red"/><path fill="#00f" d="M2 2h18v18H2z"/>',
    );
    expect(await findings(svg, 'invisible-shapes')).toHaveLength(1);
    expect(await mended(svg, 'invisible-shapes')).toBe(
      picture('<path fill="#00f" d="M2 2h18v18H2z"/>'),
    );
  });

  test('keeps one of two that hide each other', async () => {
    const twice = picture(
      '<rect x="4" y="4" width="9" height="9"/><rect x="4" y="4" width="9" height="9"/>',
    );
    const after = await mended(twice, 'invisible-shapes');
    expect(after).toBe(picture('<rect x="4" y="4" width="9" height="9"/>'));
    expect(await findings(after, 'invisible-shapes')).toEqual([]);
  });

  test('removes nothing where rules of CSS count neighbors', async () => {
    const svg = picture(`<style>path:first-child{fill:none}</style><path d="M4 4h9v9z"/>${SEEN}`);
    const found = await findings(svg, 'invisible-shapes');
    expect(found.filter(({ fix }) => fix)).toEqual([]);
  });
});

describe('open-shapes', () => {
  const LINED = ' fill="red" stroke="#000"';
  const OPEN = 'M4 4h9v9L4.06 4.06';

  test.each([
    ['lines', `<path fill="none" d="${OPEN}"/>`],
    ['areas without a line', `<path stroke="none" d="${OPEN}"/>`],
    ['rounding', '<path d="M4 4h9v9L4.005 4.005"/>'],
    ['ends that meet', '<path d="M4 4h9v9L4 4"/>'],
    ['what is open on purpose', '<path d="M4 4h9v9"/>'],
  ])('says nothing of %s', async (_, shapes) => {
    expect(await findings(picture(shapes, LINED), 'open-shapes')).toEqual([]);
  });

  test('tells of areas without a line where asked', async () => {
    const svg = picture(`<path stroke="none" d="${OPEN}"/>`, LINED);
    expect(await findings(svg, 'open-shapes', { lined: false })).toHaveLength(1);
  });

  test('closes the shape, unless what follows counts from its end', async () => {
    const free = picture(`<path d="${OPEN} M20 20h2v2z"/>`, LINED);
    expect(await mended(free, 'open-shapes')).toBe(free.replace('4.06 M', '4.06z M'));
    const bound = picture(`<path d="${OPEN} m9 9h2v2z"/>`, LINED);
    expect((await findings(bound, 'open-shapes')).map(({ fix }) => fix)).toEqual([undefined]);
  });
});
