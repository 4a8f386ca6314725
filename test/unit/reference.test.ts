import { describe, expect, test } from 'vitest';
import { prepareReference } from '../../src/icon/verify/reference.ts';

const svgOf = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"${attributes}>${content}</svg>`;

/** What a source is translated to, without its root. */
async function translated(content: string, attributes = ''): Promise<string> {
  const reference = await prepareReference(svgOf(content, attributes));
  if ('unsupported' in reference) return `unsupported: ${reference.unsupported}`;
  return reference.svg.replace(/^<svg[^>]*>|<\/svg>$/g, '').replace(/><\/\w+>/g, '/>');
}

describe('a source that the renderer reads as browsers do is its own reference', () => {
  test.each([
    '<path id="a" d="M0 0h8v8z"/><use href="#a"/>',
    '<!-- a --><g fill="#f00"><path style="fill:#06c;stroke-width:2px" d="M0 0h8v8z"/></g>',
    '<path style="enable-background:new;opacity:.5" d="M0 0h8v8z"/>',
    '<linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h8v8z"/>',
    '<path fill="currentColor" stroke="none" transform="rotate(45)" d="M0 0h8v8z"/>',
  ])('%s', async (content) => {
    expect(await prepareReference(svgOf(content))).toEqual({ svg: svgOf(content) });
  });
});

describe('what the renderer misreads is translated', () => {
  test.each([
    [
      '<filter id="a"><feTurbulence baseFrequency=".1" numOctaves="2000"/></filter>',
      '<filter id="r0"><feTurbulence baseFrequency=".1" numOctaves="10"/></filter>',
    ],
    [
      '<style>.a{fill:red!important}</style><path class="a" style="fill:blue" d="M0 0"/>',
      '<path d="M0 0" fill="#f00"/>',
    ],
    ['<style>path{fill:red}</style><path fill="blue" d="M0 0"/>', '<path fill="#f00" d="M0 0"/>'],
    ['<path style=";FILL:RED" d="M0 0"/>', '<path d="M0 0" fill="#f00"/>'],
    [
      '<g style="--c:red"><path fill="var(--c)" d="M0 0"/></g>',
      '<g><path fill="#f00" d="M0 0"/></g>',
    ],
    ['<path fill="var(--c, #06c)" d="M0 0"/>', '<path fill="#06c" d="M0 0"/>'],
    ['<path fill="hwb(0 0% 0%/.5)" d="M0 0"/>', '<path fill="rgba(255,0,0,0.5)" d="M0 0"/>'],
    ['<rect style="x:calc(1px*2);width:1in"/>', '<rect x="2" width="96"/>'],
    [
      '<path transform="translate(1)" transform-origin="4 4" d="M0 0"/>',
      '<path d="M0 0" transform="matrix(1 0 0 1 1 0)"/>',
    ],
    ['<path id="a" d="M0 0"/><path id="a" d="M1 1"/>', '<path id="r0" d="M0 0"/><path d="M1 1"/>'],
    ['<use href="#x"/><path d="M0 0"/>', '<path d="M0 0"/>'],
    ['<path fill="URL(#x) red" d="M0 0"/>', '<path fill="#f00" d="M0 0"/>'],
    ['<switch><title>A</title><path d="M0 0"/></switch>', '<g/>'],
    ['<path requiredFeatures="urn:x" d="M0 0"/>', '<path d="M0 0"/>'],
    ['<path requiredExtensions="urn:x" d="M0 0"/>', ''],
    ['<text kerning="0"><a href="u">A</a>&#13;</text>', '<text><tspan>A</tspan> </text>'],
    [
      '<line x2="8" pathLength="4" stroke="#f00" stroke-dasharray="1 3"/>',
      '<line x2="8" stroke="#f00" stroke-dasharray="2 6" stroke-dashoffset="0"/>',
    ],
    [
      '<path style="color:#06c;filter:drop-shadow(1px 2px)" d="M0 0"/>',
      '<path d="M0 0" color="#06c" filter="drop-shadow(1px 2px #06c)"/>',
    ],
    ['<text><tref href="#a"/>A</text>', '<text>A</text>'],
  ])('%s', async (content, expected) => {
    expect(await translated(content)).toBe(expected);
  });

  test('of two links, the one without a prefix holds', async () => {
    const links = 'xlink:href="#a" href="#b" xmlns:xlink="http://www.w3.org/1999/xlink"';
    expect(
      await translated(`<path id="a" d="M0 0"/><path id="b" d="M1 1"/><use ${links}/>`),
    ).toContain('<use xlink:href="#c0"/><defs><path d="M1 1" id="c0"/></defs>');
  });

  test('a background of the root is a shape', async () => {
    expect(await translated('', ' style="background:#06c"')).toBe(
      '<rect x="0" y="0" width="8" height="8" fill="#06c" stroke="none" visibility="visible"/>',
    );
  });

  test('a root is turned around its middle', async () => {
    expect(await translated('<path d="M0 0"/>', ' transform="scale(-1)"')).toContain(
      '<g transform="matrix(-1 0 0 -1 8 8)">',
    );
  });
});

describe('what cannot be translated says why', () => {
  test.each([
    ['<foreignObject width="8" height="8"/>', 'a <foreignObject>'],
    ['<path fill="lab(from red l a b)" d="M0 0"/>', 'the color lab(from red l a b)'],
    ['<style>@container (width>1px){path{fill:red}}</style>', '@container in its style sheet'],
    ['<style>@media (min-width:9px){path{fill:red}}</style>', '@media in its style sheet'],
    [
      '<style>path:nth-child(1 of .a){fill:red}</style><path/>',
      'the selector path:nth-child(1 of.a)',
    ],
    [
      '<path vector-effect="non-scaling-stroke" stroke="red" d="M0 0h8"/>',
      'vector-effect: non-scaling-stroke',
    ],
    [
      '<path style="transform:rotate3d(1,1,1,9deg)" d="M0 0h8"/>',
      'transform: rotate3d(1,1,1,9deg)',
    ],
    ['<path d="M0 0"', 'it is not well-formed'],
    [doubled(16), 'it draws too many copies'],
  ])('%s', async (content, reason) => {
    expect(await prepareReference(svgOf(content))).toEqual({ unsupported: reason });
  });
});

/** Groups of which each draws the one before it twice. */
function doubled(times: number): string {
  const group = (_: unknown, at: number) =>
    `<g id="g${at + 1}"><use href="#g${at}"/><use style="opacity:.5;" href="#g${at}"/></g>`;
  return `<path id="g0" style=";" d="M0 0"/>${Array.from({ length: times }, group).join('')}`;
}
