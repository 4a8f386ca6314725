import { describe, expect, test } from 'vitest';
import { compareInThisProcess } from '../../src/icon/verify/compare.ts';
import { hasSameGeometry } from '../../src/icon/verify/geometry/same-geometry.ts';

const TOLERANCE = 0.0005;

function svgOf(body: string, attributes = 'viewBox="0 0 24 24"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
}

function pairOf(before: string, after: string) {
  const [first, second] = [before, after].map((each) =>
    each.startsWith('<svg') ? each : svgOf(each),
  );
  return {
    before: first as string,
    after: second as string,
    sides: [64],
    isWide: true,
    hasText: false,
  };
}

const path = (d: string, attributes = '') => `<path ${attributes} d="${d}"/>`;
const LINES = 'fill="none" stroke="red" stroke-width="2"';
const ROUND = `${LINES} stroke-linecap="round" stroke-linejoin="round"`;

describe('equal geometry', () => {
  test.each([
    ['relative commands', path('M2 3L8 3L8 9Z'), path('m2 3h6v6z')],
    ['implied commands', path('M2 3L8 3L8 9Z'), path('M2 3 8 3 8 9z')],
    ['numbers without separators', path('M.5.5L10.5 -.5L1e1 9Z'), path('M.5.5 10.5-.5 10 9z')],
    ['smooth curves', path('M2 9C2 4 6 4 6 9C6 14 9 14 9 9'), path('M2 9c0-5 4-5 4 0s3 5 3 0')],
    [
      'quadratic curves',
      path('M2 9Q5 2 8 9T14 9'),
      path('M2 9C4 4.33333 6 4.33333 8 9S12 13.66667 14 9'),
    ],
    ['flags without separators', path('M9 2a3 4 10 0 1 5 5z'), path('M9 2a3 4 10 015 5z')],
    [
      'a circle of curves as arcs',
      path('M12 2C17.523 2 22 6.477 22 12C22 17.523 17.523 22 12 22z'),
      path('M12 2a10 10 0 0 1 0 20z'),
    ],
    [
      'two arcs as one',
      path('M2 12A10 10 0 0 1 12 2A10 10 0 0 1 22 12z'),
      path('M2 12a10 10 0 0 1 20 0z'),
    ],
    ['absolute units', '<rect width="6pt" height="1in"/>', '<rect width="8" height="96px"/>'],
    ['a line in parts', path('M2 2H8H22V22z'), path('M2 2h20v20z')],
    ['a flat curve as a line', path('M2 2C4 4 8 8 20 20V22z'), path('m2 2 18 18v2z')],
    ['segments without a length', path('M2 2L2 2H22L22 22L22.0001 22z'), path('M2 2h20v20z')],
    ['a rectangle as a path', '<rect x="2" y="3" width="9" height="8"/>', path('M2 3h9v8H2z')],
    [
      'a round rectangle',
      '<rect x="2" y="3" width="9" height="8" rx="2"/>',
      '<rect x="2" y="3" width="9" height="8" rx="2" ry="2"/>',
    ],
    [
      'an ellipse as a circle',
      '<ellipse cx="9" cy="9" rx="4" ry="4"/>',
      '<circle cx="9" cy="9" r="4"/>',
    ],
    [
      'lines as paths',
      `<g ${LINES}><line x1="2" y1="3" x2="9" y2="8"/><polyline points="1,2 3,4"/></g>`,
      `<g ${LINES}>${path('m2 3 7 5')}${path('m1 2 2 2')}</g>`,
    ],
    ['a polygon as a path', '<polygon points="2 2 9 2 9 9"/>', path('M2 2h7v7z')],
    [
      'an applied transform',
      path('M0 0h10v10z', 'transform="translate(2 3)scale(.5)"'),
      path('M2 3h5v5z'),
    ],
    [
      'a rotated arc',
      path('M2 0A2 1 0 0 1 0 1z', 'transform="rotate(90 4 4)"'),
      path('M8 2a1 2 0 0 1-1-2z'),
    ],
    [
      'an applied scale of a stroke',
      path('M2 2h10v5', `${LINES} transform="scale(2)"`),
      path('M4 4h20v10', 'fill="none" stroke="red" stroke-width="4"'),
    ],
    [
      'attributes of a group',
      `<g fill="red"><g stroke="#00f">${path('M2 2h9v9z')}</g></g>`,
      path('M2 2h9v9z', 'fill="#f00" stroke="#0000ff"'),
    ],
    [
      'a style attribute',
      path('M2 2h9v9z', 'style="fill:#ff0000;stroke:none"'),
      path('M2 2h9v9z', 'fill="red"'),
    ],
    [
      'default values',
      path('M2 2h9v9z', 'fill="#000" stroke-width="1" fill-rule="nonzero"'),
      path('M2 2h9v9z'),
    ],
    ['properties that do nothing', path('M2 2h9v9z', 'stroke-linecap="round"'), path('M2 2h9v9z')],
    [
      'shapes that paint nothing',
      path('M0 0h24v24H0z', 'fill="none"') +
        path('M2 2h9v9z') +
        path('M0 0h9v9z', 'display="none"'),
      path('M2 2h9v9z'),
    ],
    [
      'lines of one color, merged',
      `<g ${ROUND}>${path('M2 2h9')}${path('M5 1v9')}</g>`,
      path('M2 2h9M5 1v9', ROUND),
    ],
    [
      'fills with a gap, merged',
      path('M2 2h5v5H2z') + path('M9 2h5v5H9z'),
      path('M2 2h5v5H2zm7 0h5v5H9z'),
    ],
    [
      'a round line that ends at its start, closed',
      path('M2 2h9v9L2 2', ROUND),
      path('M2 2h9v9z', ROUND),
    ],
    ['a fill that is not closed', path('M2 2h9v9'), path('M2 2h9v9z')],
    [
      'an opacity of a group',
      `<g opacity=".5">${path('M2 2h9v9z')}</g>`,
      path('M2 2h9v9z', 'opacity=".5"'),
    ],
    [
      'a size of the picture',
      svgOf(path('M2 2h9v9z'), 'width="24px" height="24"'),
      svgOf(path('M2 2h9v9z'), 'width="24" height="24" viewBox="0 0 24 24"'),
    ],
    [
      'currentColor',
      svgOf(path('M2 2h9v9z', 'fill="currentColor"'), 'viewBox="0 0 24 24" color="#f00"'),
      path('M2 2h9v9z', 'fill="red"'),
    ],
    ['rounded coordinates', path('M2.00049 2.0004h9v9z'), path('M2 2h9v9z')],
    [
      'dashes',
      path('M2 2h9v9', `${LINES} stroke-dasharray="2, 1"`),
      path('M2 2h9v9', `${LINES} stroke-dasharray="2 1"`),
    ],
    ['a miter', path('M2 2L9 3L2 9', LINES), path('m2 2 7 1-7 6', LINES)],
    [
      'titles, definitions and data of editors',
      `<title>A</title><defs>${path('M0 0h9v9z', 'id="x"')}</defs><g xmlns:inkscape="i" inkscape:label="a" data-name="b">${path('M2 2h9v9z')}</g>`,
      path('M2 2h9v9z'),
    ],
  ])('%s', async (_, before, after) => {
    const pair = pairOf(before, after);
    expect(hasSameGeometry(pair, TOLERANCE)).toBe(true);
    expect(await compareInThisProcess(pair)).toEqual([0]);
  });
});

const STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="#00f"/>';
const gradient = (attributes = '', stops = STOPS) =>
  `<linearGradient id="a" ${attributes}>${stops}</linearGradient>`;
const FILLED = path('M2 2h9v9z', 'fill="url(#a)"');
const TWO = path('M2 2h9v9z') + path('M5 5h9v9z', 'fill="red"');
const clip = (d: string, attributes = '') =>
  `<clipPath id="a">${path(d, attributes)}</clipPath><g clip-path="url(#a)">${TWO}</g>`;
const mask = (id: string, d: string) => `<mask id="${id}">${path(d, 'fill="#888"')}</mask>`;
const USED = `<defs>${path('M2 2h7v7z', 'id="a"')}</defs>`;

describe('equal references', () => {
  test.each([
    [
      'a gradient with another id',
      `<defs>${gradient()}</defs>${FILLED}`,
      `<linearGradient id="b">${STOPS}</linearGradient>${path('M2 2h9v9z', 'fill="url(#b)"')}`,
    ],
    [
      'a gradient with defaults',
      gradient('x1="0%" y1="0" spreadMethod="pad" gradientUnits="objectBoundingBox"') + FILLED,
      gradient() + FILLED,
    ],
    [
      'a gradient with styles',
      gradient('', STOPS.replace('stop-color="red"', 'style="stop-color:#f00"')) + FILLED,
      gradient() + FILLED,
    ],
    ['a clip of another spelling', clip('M1 1L8 1L8 9Z'), clip('M1 1h7v8z')],
    ['a rounded clip', clip('M1.0001 1h7v8z'), clip('M1 1h7v8z')],
    [
      'a mask',
      mask('a', 'M0 0L9 0L9 9') + path('M2 2h9v9z', 'mask="url(#a)"'),
      mask('b', 'M0 0h9v9') + path('M2 2h9v9z', 'mask="url(#b)"'),
    ],
    [
      'a use',
      `<defs>${path('M2 2L9 2L9 9z', 'id="b"')}</defs><use href="#b" x="1" fill="red"/>`,
      `${USED}<use href="#a" x="1" fill="#f00"/>`,
    ],
    [
      'an opacity of several shapes',
      `<g opacity=".5">${path('M2 2L11 2L11 11z')}${path('M5 5h9v9z', 'fill="red"')}</g>`,
      `<g opacity=".5">${TWO}</g>`,
    ],
  ])('%s', async (_, before, after) => {
    const pair = pairOf(before, after);
    expect(hasSameGeometry(pair, TOLERANCE)).toBe(true);
    expect(await compareInThisProcess(pair)).toEqual([0]);
  });

  test.each([
    [
      'another color of a gradient',
      gradient() + FILLED,
      gradient('', STOPS.replace('red', '#fe0000')) + FILLED,
    ],
    ['another direction of a gradient', gradient() + FILLED, gradient('x2="0" y2="1"') + FILLED],
    [
      'another unit of a gradient',
      gradient() + FILLED,
      gradient('gradientUnits="userSpaceOnUse"') + FILLED,
    ],
    ['a stop less', gradient('', STOPS + STOPS) + FILLED, gradient() + FILLED],
    [
      'a gradient beside an applied transform',
      gradient() + FILLED.replace('/>', ' transform="scale(2)"/>'),
      gradient() + path('M4 4h18v18z', 'fill="url(#a)"'),
    ],
    [
      'a merge of gradients',
      gradient() + FILLED + path('M12 12h9v9z', 'fill="url(#a)"'),
      gradient() + path('M2 2h9v9zM12 12h9v9z', 'fill="url(#a)"'),
    ],
    ['a gradient that is missing', FILLED, FILLED],
    ['a reference to itself', '<g id="b"><use href="#b"/></g>', '<g id="b"><use href="#b"/></g>'],
    ['another clip', clip('M1 1h7v8z'), clip('M1 1h7v7z')],
    ['a clip without its rule', clip('M1 1h7v8z', 'clip-rule="evenodd"'), clip('M1 1h7v8z')],
    [
      'a clip that inherits a rule',
      `<g clip-rule="evenodd">${clip('M1 1h7v8z')}</g>`,
      `<g>${clip('M1 1h7v8z')}</g>`,
    ],
    [
      'a clip that is scaled',
      `<g transform="scale(2)">${clip('M1 1h7v8z')}</g>`,
      clip('M2 2h14v16z'),
    ],
    ['a missing clip', clip('M1 1h7v8z'), clip('M1 1h7v8z').replace(/ clip-path="[^"]*"/, '')],
    [
      'a layer in parts',
      `${mask('a', 'M0 0h9v9')}<g mask="url(#a)">${TWO}</g>`,
      mask('a', 'M0 0h9v9') + TWO.replaceAll('/>', ' mask="url(#a)"/>'),
    ],
    ['an opacity in parts', `<g opacity=".5">${TWO}</g>`, TWO.replaceAll('/>', ' opacity=".5"/>')],
    [
      'a use that inherits another color',
      `${USED}<use href="#a" fill="red"/>`,
      `${USED}<use href="#a"/>`,
    ],
    ['a use elsewhere', `${USED}<use href="#a" x="1"/>`, `${USED}<use href="#a"/>`],
  ])('not proven: %s', (_, before, after) => {
    expect(hasSameGeometry(pairOf(before, after), TOLERANCE)).toBe(false);
  });
});

describe('not proven', () => {
  test.each([
    ['a moved point', path('M2 2h9v9z'), path('M2 2h9v8.9z')],
    ['a missing segment', path('M2 2h9v9l-4-1z'), path('M2 2h9v9z')],
    ['a line back and forth', path('M2 2h18h-9v9z'), path('M2 2h9v9z')],
    ['a flipped sweep', path('M2 9a5 5 0 0 1 8 0z'), path('M2 9a5 5 0 0 0 8 0z')],
    ['the larger arc', path('M2 9a5 5 0 0 1 8 0z'), path('M2 9a5 5 0 1 1 8 0z')],
    ['a curve that bends the other way', path('M2 9C4 2 8 2 9 9z'), path('M2 9C4 16 8 16 9 9z')],
    ['a missing subpath', path('M2 2h9v9zM12 12h9v9z'), path('M2 2h9v9z')],
    ['a missing shape', path('M2 2h9v9z') + path('M12 12h9v9z'), path('M2 2h9v9z')],
    [
      'another order',
      path('M2 2h9v9z', 'fill="red"') + path('M5 2h9v9z'),
      path('M5 2h9v9z') + path('M2 2h9v9z', 'fill="red"'),
    ],
    ['another color', path('M2 2h9v9z', 'fill="#123456"'), path('M2 2h9v9z', 'fill="#123457"')],
    [
      'another opacity',
      path('M2 2h9v9z', 'fill-opacity=".5"'),
      path('M2 2h9v9z', 'fill-opacity=".52"'),
    ],
    ['another fill rule', path('M2 2h9v9z'), path('M2 2h9v9z', 'fill-rule="evenodd"')],
    ['another direction', path('M2 2h20v20H2zM5 5h9v9H5z'), path('M2 2h20v20H2zM5 5v9h9V5z')],
    ['another cap', path('M2 2h9', ROUND), path('M2 2h9', LINES)],
    ['another join', path('M2 2h9v9', LINES), path('M2 2h9v9', `${LINES} stroke-linejoin="bevel"`)],
    [
      'another limit of miters',
      path('M2 2l9 1L2 4', LINES),
      path('M2 2l9 1L2 4', `${LINES} stroke-miterlimit="20"`),
    ],
    [
      'another width',
      path('M2 2h9', LINES),
      path('M2 2h9', 'fill="none" stroke="red" stroke-width="2.1"'),
    ],
    [
      'another dash',
      path('M2 2h9', `${LINES} stroke-dasharray="2 1"`),
      path('M2 2h9', `${LINES} stroke-dasharray="2 1.1"`),
    ],
    [
      'dashes that begin elsewhere',
      path('M2 2h9v9H2z', `${LINES} stroke-dasharray="2 1"`),
      path('M11 2v9H2V2z', `${LINES} stroke-dasharray="2 1"`),
    ],
    ['a closed line with miters', path('M2 2h9v9L2 2', LINES), path('M2 2h9v9z', LINES)],
    ['an opened line', path('M2 2h9v9z', ROUND), path('M2 2h9v9', ROUND)],
    [
      'a merge of dashes',
      path('M2 2h9', `${LINES} stroke-dasharray="2 1"`) +
        path('M2 9h9', `${LINES} stroke-dasharray="2 1"`),
      path('M2 2h9M2 9h9', `${LINES} stroke-dasharray="2 1"`),
    ],
    [
      'a merge of fills that overlap',
      path('M2 2h9v9H2z', 'fill-rule="evenodd"') + path('M5 5h9v9H5z', 'fill-rule="evenodd"'),
      path('M2 2h9v9H2zM5 5h9v9H5z', 'fill-rule="evenodd"'),
    ],
    [
      'a merge of a fill inside another',
      path('M2 2h20v20H2z') + path('M5 5v9h9V5z'),
      path('M2 2h20v20H2zM5 5v9h9V5z'),
    ],
    [
      'a merge of translucent lines',
      `<g ${ROUND} stroke-opacity=".5">${path('M2 2h9')}${path('M5 1v9')}</g>`,
      path('M2 2h9M5 1v9', `${ROUND} stroke-opacity=".5"`),
    ],
    [
      'a merge of fills with outlines',
      `<g stroke="red" stroke-width="4">${path('M2 2h5v5H2z')}${path('M9 2h5v5H9z')}</g>`,
      path('M2 2h5v5H2zm7 0h5v5H9z', 'stroke="red" stroke-width="4"'),
    ],
    [
      'a group that is transparent as a whole',
      `<g opacity=".5">${path('M2 2h9v9z')}${path('M5 5h9v9z')}</g>`,
      `${path('M2 2h9v9z', 'opacity=".5"')}${path('M5 5h9v9z', 'opacity=".5"')}`,
    ],
    ['a dot without a length', path('M2 2h.001', ROUND), path('M2 2h0', ROUND)],
    ['a missing dot', path('M2 2h.01M5 5h9', ROUND), path('M5 5h9', ROUND)],
    [
      'a stroke of another direction, too short to tell',
      path('M9 9h.01', `${LINES} stroke-linecap="square"`),
      path('M9 9v.01', `${LINES} stroke-linecap="square"`),
    ],
    [
      'a stroke that is stretched',
      path('M2 2h5v5', `${LINES} transform="scale(2 1)"`),
      path('M4 2h10v5', LINES),
    ],
    [
      'another viewBox',
      svgOf(path('M2 2h9v9z'), 'viewBox="0 0 24 24"'),
      svgOf(path('M2 2h9v9z'), 'viewBox="0 0 24 25"'),
    ],
    [
      'another size',
      svgOf(path('M2 2h9v9z'), 'viewBox="0 0 24 24" width="24" height="24"'),
      svgOf(path('M2 2h9v9z'), 'viewBox="0 0 24 24" width="24" height="12"'),
    ],
    [
      'another color of the page',
      svgOf(path('M2 2h9v9z', 'fill="currentColor"'), 'viewBox="0 0 24 24" color="#f00"'),
      path('M2 2h9v9z', 'fill="currentColor"'),
    ],
    ['an arc that ends where it begins', path('M20 11a9 9 0 1 0 0 0h2v9z'), path('M20 11h2v9z')],
    ['an attribute given twice', path('M2 2h9v9z'), path('M2 2h9v9z', 'fill="#000" fill="#000"')],
    ['invalid path data', path('M2 2h9v9z h'), path('M2 2h9v9z h')],
    [
      'coordinates beyond single precision',
      path('M1000002 2h9v9z', 'transform="translate(-1000000)"'),
      path('M2 2h9v9z'),
    ],
    [
      'rounding that adds up',
      svgOf(
        path(Array.from({ length: 2000 }, (_, i) => `M0 ${i / 2000}h1v.0004H0z`).join('')),
        'viewBox="0 0 1 1"',
      ),
      svgOf(
        path(Array.from({ length: 2000 }, (_, i) => `M0 ${i / 2000}h1v.0002H0z`).join('')),
        'viewBox="0 0 1 1"',
      ),
    ],
  ])('%s', (_, before, after) => {
    expect(hasSameGeometry(pairOf(before, after), TOLERANCE)).toBe(false);
  });

  test.each([
    ['filter', path('M2 2h9v9z', 'filter="blur(2px)"')],
    ['text', '<text y="9">a</text>'],
    ['image', '<image href="data:image/png;base64,"/>'],
    ['pattern', path('M2 2h9v9z', 'fill="url(#a)"')],
    ['marker', path('M2 2h9v9', 'marker-end="url(#a)"')],
    ['style sheet', `<style>path{fill:red}</style>${path('M2 2h9v9z')}`],
    [
      'style sheet in definitions',
      `<defs><style>path{fill:red}</style></defs>${path('M2 2h9v9z')}`,
    ],
    [
      'animation',
      path('M2 2h9v9z').replace('/>', '><animate attributeName="d" to="M0 0"/></path>'),
    ],
    ['percentage', '<rect width="50%" height="9"/>'],
    ['unit', '<rect width="5em" height="9"/>'],
    ['vector-effect', path('M2 2h9v9z', 'vector-effect="non-scaling-stroke"')],
    ['paint-order', path('M2 2h9v9z', 'paint-order="stroke"')],
    ['nested svg', `<svg>${path('M2 2h9v9z')}</svg>`],
    ['link', `<a>${path('M2 2h9v9z')}</a>`],
    ['switch', `<switch>${path('M2 2h9v9z')}</switch>`],
    ['entity', path('M2 2h9v9z', 'fill="&#114;ed"')],
    [
      'preserveAspectRatio',
      svgOf(path('M2 2h9v9z'), 'viewBox="0 0 24 12" preserveAspectRatio="none"'),
    ],
  ])('a source with %s', (_, svg) => {
    expect(hasSameGeometry(pairOf(svg, svg), TOLERANCE)).toBe(false);
  });

  test('any difference without a tolerance', () => {
    const pair = pairOf(path('M2.0001 2h9v9z'), path('M2 2h9v9z'));
    expect(hasSameGeometry(pair, TOLERANCE)).toBe(true);
    expect(hasSameGeometry(pair, 0)).toBe(false);
    expect(hasSameGeometry({ ...pair, after: pair.before }, 0)).toBe(true);
  });
});
