import { expect, test } from 'vitest';
import { tryTransformIcon } from '../../src/icon/transform.ts';

/** `code line:column` of each problem of a drawing whose content begins on its second line. */
async function placesOf(content: string): Promise<string[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n${content}\n</svg>`;
  const { diagnostics } = await tryTransformIcon(svg, { id: 'icon' });
  return diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`);
}

test.each([
  ['a script', '  <script>1</script>', ['active-content 2:3']],
  ['a handler', '<g>\n  <path d="M0 0h8v8z"\n    onclick="x()"/></g>', ['active-content 4:5']],
  ['a link into code', '<a href="javascript:x()"><path d="M0 0h8"/></a>', ['active-content 2:4']],
  ['an animation of a handler', '<set attributeName="onclick" to="x()"/>', ['active-content 2:6']],
  [
    'an address',
    '<path d="M0 0h8v8z" fill="url(https://a.invalid/#b)"/>',
    ['outside-reference 2:21'],
  ],
  [
    'an address in a style',
    '<path d="M0 0h8v8z" style="mask:url(x.svg#a)"/>',
    ['outside-reference 2:21'],
  ],
  [
    'an image from elsewhere',
    '<image href="x.png"/><path d="M0 0h8v8z"/>',
    ['outside-reference 2:8'],
  ],
  [
    'an import',
    '<style>\n  @import "x.css";</style><path d="M0 0h8v8z"/>',
    ['outside-reference 3:3'],
  ],
  [
    'an address in a style sheet',
    '<style>\n  path{mask:url(x.svg#a)}</style><path d="M0 0h8v8z"/>',
    ['outside-reference 3:17'],
  ],
  [
    'a function that is not known',
    '<path d="M0 0h8v8z" style="fill:foo(1)"/>',
    ['not-allowed 2:21'],
  ],
  [
    'an id that is not there',
    '<path d="M0 0h8v8z"/>\n<use href="#a"/>',
    ['dangling-reference 3:6'],
  ],
  ['a circle', '<g id="a"><path d="M0 0h8v8z"/><use href="#a"/></g>', ['circular-reference 2:37']],
])('%s has a place', async (_, content, places) => {
  expect(await placesOf(content)).toEqual(places);
});

test('two of a kind have two places', async () => {
  const image = '<image href="x.png"/>';
  const places = ['outside-reference 2:8', 'outside-reference 3:8'];
  expect((await placesOf(`${image}\n${image}\n<path d="M0 0h8v8z"/>`)).sort()).toEqual(places);
});

test('what stands in an image has the place in the image', async () => {
  const inner = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>%3Cpath fill='url(x.svg%23a)' d='M0 0h8'/>%3C/svg>`;
  const [place] = await placesOf(
    `<image width="4" height="4" href="data:image/svg+xml,${inner}"/>`,
  );
  expect(place).toBe('outside-reference undefined:undefined');
});
