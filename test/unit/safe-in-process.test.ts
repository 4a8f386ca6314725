import { describe, expect, test } from 'vitest';
import { isSafeInProcess } from '../../src/icon/verify/safe-in-process.ts';

const svgOf = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;

describe('the renderer is trusted in this process with', () => {
  test.each([
    ['a path', '<path d="M0 0h9v9z"/>'],
    ['a path behind a comment', '<!-- opacity! 9e99 --><path d="M0 0h9v9z"/>'],
    ['shapes in moved groups', '<g transform="translate(2 3)"><circle r="9"/></g>'],
    [
      'gradients',
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><path fill="url(#a)" fill-opacity=".5" d="M0 0h9v9z"/>',
    ],
  ])('%s', (_, body) => {
    expect(isSafeInProcess(svgOf(body))).toBe(true);
  });
});

describe('the renderer is not trusted with', () => {
  test.each([
    ['a layer', '<path opacity=".5" d="M0 0h9v9z"/>'],
    ['a layer by a style', '<path style="opacity:.5" d="M0 0h9v9z"/>'],
    ['a layer by an escape', '<path style="\\6f pacity:.5" d="M0 0h9v9z"/>'],
    ['a layer by a reference', '<path style="&#111;pacity:.5" d="M0 0h9v9z"/>'],
    ['a style sheet', '<style>path{fill:red}</style><path d="M0 0h9v9z"/>'],
    ['a layer between parts of comments', '<?a <!-- ?><path opacity=".5"/><?a --> ?>'],
    ['a layer behind character data', '<![CDATA[<!--]]><path opacity=".5"/><!-- -->'],
    ['an unknown element', '<use href="#a"/>'],
    ['an element with a prefix', '<s:filter/>'],
    ['another root', '<svg><path d="M0 0h9v9z"/></svg>'],
    ['a large number with an exponent', '<path d="M0 10l24 4c-2-.1-6.2-.3e9-.3-3.4z"/>'],
    ['a large number in full', '<path d="M0 10v-300000000h9z"/>'],
    [
      'numbers that multiply',
      '<g transform="scale(900)"><g transform="scale(900 900)"><path d="M0 0h900z"/></g></g>',
    ],
    ['many functions', `<g transform="${'scale(99)'.repeat(4)}"><path d="M0 0h9z"/></g>`],
    ['numbers that add up', `<path d="M0 0${'h9999999'.repeat(20)}"/>`],
    ['dashes', '<path stroke="red" stroke-dasharray=".0001" d="M0 0h9"/>'],
  ])('%s', (_, body) => {
    expect(isSafeInProcess(svgOf(body))).toBe(false);
  });

  test('a tiny viewBox, which enlarges all', () => {
    expect(isSafeInProcess(svgOf('<path d="M0 0h999z"/>', 'viewBox="0 0 .00001 .00001"'))).toBe(
      false,
    );
  });
});
