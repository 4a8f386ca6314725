import { describe, expect, test } from 'vitest';
import { drawn, findings, findingsIn, LINES, mended, picture } from './drawings.ts';

const WIDTH = { width: 2 };

describe('stroke-width', () => {
  const says = async (shapes: string, root = LINES): Promise<readonly string[]> =>
    (await findings(picture(shapes, root), 'stroke-width', WIDTH)).map(({ message }) => message);

  test('counts what groups scale', async () => {
    expect(await says('<g transform="scale(.5)"><path stroke-width="4" d="M4 4h40"/></g>')).toEqual(
      [],
    );
    expect(await says('<g transform="scale(.5)"><path d="M4 4h40"/></g>')).toEqual([
      'A line is 1 px thick; lines must be 2 px.',
    ]);
  });

  test('counts what is inherited, and what styles and style sheets say', async () => {
    const wrong = ['A line is 3 px thick; lines must be 2 px.'];
    expect(await says('<g stroke-width="3"><path d="M4 4h9"/></g>')).toEqual(wrong);
    expect(await says('<path stroke-width="2" style="stroke-width:3px" d="M4 4h9"/>')).toEqual(
      wrong,
    );
    expect(
      await says('<style>g>.a{stroke-width:3}</style><g><path class="a" d="M4 4h9"/></g>'),
    ).toEqual(wrong);
    expect(
      await says('<style>.a{stroke-width:2}</style><path class="a" stroke-width="3" d="M4 4h9"/>'),
    ).toEqual([]);
  });

  test('counts what a <use> draws, with what is said there', async () => {
    const shapes = '<defs><path id="a" d="M4 4h9"/></defs><use href="#a" stroke-width="3"/>';
    expect(await says(shapes)).toEqual(['A line is 3 px thick; lines must be 2 px.']);
  });

  test.each([
    [
      'lines that keep their width',
      '<path vector-effect="non-scaling-stroke" stroke-width="9" d="M4 4h9"/>',
    ],
    ['other units', '<path stroke-width=".2em" d="M4 4h9"/>'],
    ['uneven scaling', '<g transform="scale(1 3)"><path d="M4 4h9"/></g>'],
    ['areas', '<path stroke="none" fill="red" stroke-width="9" d="M4 4h9v9z"/>'],
    [
      'what only defines',
      '<clipPath id="c"><path stroke-width="9" d="M4 4h9v9z"/></clipPath><path clip-path="url(#c)" d="M4 4h9"/>',
    ],
    [
      'what moves',
      '<path stroke-width="3" d="M4 4h9"><animate attributeName="stroke-width" to="2" dur="1s"/></path>',
    ],
    [
      'style sheets of states',
      '<style>path:hover{stroke-width:3}</style><path stroke-width="5" d="M4 4h9"/>',
    ],
  ])('says nothing of %s', async (_, shapes) => {
    expect(await says(shapes)).toEqual([]);
  });

  test('is mended where it is said, and all else stays byte by byte', async () => {
    const svg = picture(
      '\r\n\t<!-- thin -->\r\n\t<g  stroke-width = "1.5"><path d="M4 4h9"/><path d="M4 9h9" /></g>\r\n',
      LINES,
    );
    expect(await mended(svg, 'stroke-width', WIDTH)).toBe(svg.replace('"1.5"', '"2"'));
  });

  test('is mended in a style', async () => {
    const svg = picture('<path style="stroke-width: 3px ; fill:none" d="M4 4h9"/>', LINES);
    expect(await mended(svg, 'stroke-width', WIDTH)).toBe(svg.replace('3px', '2'));
  });

  test('is said on the root where nobody said it', async () => {
    const svg = picture('<path d="M4 4h9"/>', ' stroke="#000" fill="none"');
    const after = await mended(svg, 'stroke-width', WIDTH);
    expect(after).toBe(svg.replace(' fill="none"', ' fill="none" stroke-width="2"'));
  });

  test.each([
    ['a style sheet', '<style>path{stroke-width:3}</style><path d="M4 4h9"/>'],
    ['scaling', '<g transform="scale(2)"><path d="M4 4h9"/></g>'],
    ['a <use>', '<path id="a" stroke-width="3" d="M4 4h9"/><use href="#a" y="9"/>'],
  ])('is told, but not mended, with %s', async (_, shapes) => {
    const found = await findings(picture(shapes, LINES), 'stroke-width', WIDTH);
    expect(found.map(({ fix }) => fix)).toEqual([undefined]);
  });
});

describe('a set', () => {
  const set = async (folder: string, width: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        drawn(
          picture('<path d="M4 4h9"/>', ` fill="none" stroke="#000" stroke-width="${width}"`),
          `${folder}-${width}-${index}`,
          folder,
        ),
      ),
    );
  const files = async (drawings: Awaited<ReturnType<typeof set>>): Promise<readonly string[]> =>
    (await findingsIn(drawings, 'stroke-width')).map(({ file }) => file);

  test('has what most of its drawings have', async () => {
    expect(await files([...(await set('a', 2, 10)), ...(await set('a', 3, 1))])).toEqual([
      'icons/a/a-3-0.svg',
    ]);
  });

  test('that does not agree has nothing to ask', async () => {
    expect(await files([...(await set('a', 2, 10)), ...(await set('a', 3, 3))])).toEqual([]);
  });

  test('is a folder, if that holds enough', async () => {
    expect(await files([...(await set('a', 2, 10)), ...(await set('b', 1, 8))])).toEqual([]);
  });

  test('is the folder around a small one, unless most of that departs', async () => {
    const large = await set('a', 2, 30);
    expect(await files([...large, ...(await set('b', 1, 2))])).toEqual([]);
    const one = [...(await set('b', 2, 2)), ...(await set('b', 1, 1))];
    expect(await files([...large, ...one])).toEqual(['icons/b/b-1-0.svg']);
    expect(await files([...large, ...(await set('b', 1, 1))])).toEqual(['icons/b/b-1-0.svg']);
  });

  test('counts those that agree', async () => {
    const found = await findingsIn(
      [...(await set('a', 2, 10)), ...(await set('a', 3, 1))],
      'stroke-width',
    );
    expect(found.map(({ message, fixLabel }) => [message, fixLabel])).toEqual([
      ['A line is 3 px thick; 10 of 11 icons have 2 px.', 'Set the stroke to 2 px'],
    ]);
  });

  test('does not ask drawings of several colors', async () => {
    const flag = await drawn(
      picture(
        '<path d="M4 4h9" fill="red" stroke="#00f" stroke-width="3"/><path fill="#0f0" d="M4 9h9v9z"/>',
      ),
      'flag',
    );
    expect(await files([...(await set('', 2, 10)), flag])).toEqual([]);
  });
});

describe('stroke-caps', () => {
  const says = (shapes: string) =>
    findings(picture(shapes, LINES), 'stroke-caps', { cap: 'round' });

  test.each([
    ['closed shapes', '<path d="M4 4h9v9z"/><circle cx="9" cy="9" r="4"/><path d="M4 4h9v9L4 4"/>'],
    ['lines that end as asked', '<path stroke-linecap="round" d="M4 4h9"/>'],
  ])('says nothing of %s', async (_, shapes) => {
    expect(await says(shapes)).toEqual([]);
  });

  test.each([
    ['<polyline points="4,4 9,9 4,14"/>'],
    ['<circle cx="9" cy="9" r="4" stroke-dasharray="2 2"/>'],
    ['<path d="M4 4h9v9zM4 20h9"/>'],
  ])('tells of %s', async (shapes) => {
    expect(await says(shapes)).toHaveLength(1);
  });
});

describe('stroke-joins', () => {
  const says = (shapes: string) =>
    findings(picture(shapes, LINES), 'stroke-joins', { join: 'round' });

  test.each([
    ['straight lines', '<path d="M4 4h9h3"/>'],
    ['curves that run on', '<path d="M4 12C4 8 8 4 12 4S20 8 20 12"/>'],
    ['round rectangles', '<rect x="4" y="4" width="9" height="9" rx="2"/>'],
    ['circles', '<circle cx="9" cy="9" r="4"/>'],
  ])('says nothing of %s', async (_, shapes) => {
    expect(await says(shapes)).toEqual([]);
  });

  test.each([
    ['<rect x="4" y="4" width="9" height="9"/>'],
    ['<path d="M4 4h9v9"/>'],
    ['<path d="M4 4L9 9 4 14z"/>'],
    ['<path d="M4 12C4 8 8 4 12 4C8 4 4 4 4 2"/>'],
  ])('tells of %s', async (shapes) => {
    expect(await says(shapes)).toHaveLength(1);
  });
});
