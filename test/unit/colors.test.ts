import { describe, expect, test } from 'vitest';
import { transformIcon } from '../../src/icon/transform.ts';

/** Color facts of a drawing with this inside. */
async function colorsOf(body: string, attributes = ''): Promise<readonly [string, string]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${attributes}>${body}</svg>`;
  const { facts } = await transformIcon(svg, { id: 'icon' });
  return [facts.color, facts.colors.join(' ')];
}

const PATH = 'd="M4 4h16v16H4z"';
const DOT = 'd="M1 1h2v2H1z"';

describe('one color', () => {
  test.each<readonly [what: string, body: string, attributes: string, colors: string]>([
    ['nothing said', `<path ${PATH}/>`, '', '#000'],
    ['currentColor', `<path ${PATH}/>`, 'fill="none" stroke="currentColor"', 'currentColor'],
    ['currentcolor', `<path ${PATH} fill="currentcolor"/>`, '', 'currentColor'],
    ['a named color', `<path ${PATH} fill="red"/>`, '', 'red'],
    ['one color in several spellings', `<path ${PATH} fill="#FF0000" stroke="red"/>`, '', 'red'],
    ['the same fill and stroke', `<path ${PATH} fill="#123" stroke="#112233"/>`, '', '#123'],
    ['a color of the parent', `<g fill="#123"><path ${PATH}/><path ${DOT}/></g>`, '', '#123'],
    ['a parent that is not used', `<g fill="red"><path ${PATH} fill="#123"/></g>`, '', '#123'],
    ['inherit', `<g fill="#123"><path ${PATH} fill="inherit"/></g>`, '', '#123'],
    ['transparent', `<path ${PATH} fill="#123" stroke="transparent"/>`, '', '#123'],
    ['a color without any alpha', `<path ${PATH} fill="#123" stroke="#0000"/>`, '', '#123'],
    ['rgb() without any alpha', `<path ${PATH} fill="rgb(9 9 9/0%)" stroke="#123"/>`, '', '#123'],
    [
      'a shadow without any alpha',
      `<path ${PATH} fill="#123" filter="drop-shadow(1px 1px #0000)"/>`,
      '',
      '#123',
    ],
    ['a style that wins', `<path ${PATH} fill="red" style="fill:#123"/>`, '', '#123'],
    ['a style sheet', `<style>path{fill:#123}</style><path ${PATH}/>`, '', '#123'],
    ['a line, which has no fill', '<line x2="9" y2="9" stroke="#123"/>', '', '#123'],
  ])('%s', async (_, body, attributes, colors) => {
    expect(await colorsOf(body, attributes)).toEqual(['mono', colors]);
  });

  test('no shape at all', async () => {
    expect(await colorsOf('')).toEqual(['mono', '']);
  });

  test.each<readonly [what: string, body: string, colors: string]>([
    [
      'what only cuts out does not count',
      `<clipPath id="c"><path d="M0 0h9v9H0z" fill="#fff"/></clipPath><path ${PATH} clip-path="url(#c)" fill="#123"/>`,
      '#123',
    ],
    [
      'what only masks does not count',
      `<mask id="m"><path d="M0 0h9v9H0z" fill="#fff"/></mask><path ${PATH} mask="url(#m)" fill="#123"/>`,
      '#123',
    ],
    [
      'a shape that is drawn by use takes the color there',
      `<defs><path id="a" ${PATH}/></defs><use href="#a" fill="#123"/><use href="#a" x="1" fill="#123"/>`,
      '#123',
    ],
  ])('%s', async (_, body, colors) => {
    expect(await colorsOf(body)).toEqual(['mono', colors]);
  });
});

describe('several colors', () => {
  test.each<readonly [what: string, body: string, attributes: string, colors: string]>([
    ['two fills', `<path ${PATH} fill="red"/><path ${DOT} fill="#00f"/>`, '', '#00f red'],
    ['fill and stroke', `<path ${PATH} fill="red" stroke="#00f"/>`, '', '#00f red'],
    ['black by default', `<path ${PATH}/><path ${DOT} fill="red"/>`, '', '#000 red'],
    [
      'a color beside currentColor',
      `<path ${PATH} fill="red"/><path ${DOT}/>`,
      'fill="currentColor"',
      'currentColor red',
    ],
    [
      'a marker in defs',
      `<defs><marker id="m"><path ${DOT}/></marker></defs><path fill="none" stroke="red" marker-end="url(#m)" d="M2 2l9 9"/>`,
      '',
      '#000 red',
    ],
    [
      'a part of a text',
      '<text y="9" fill="red">a<tspan fill="#00f">b</tspan></text>',
      '',
      '#00f red',
    ],
    [
      'a shadow',
      `<path ${PATH} fill="#123" style="filter:drop-shadow(1px 1px red)"/>`,
      '',
      '#123 red',
    ],
    [
      'an animation of the color',
      `<path ${PATH} fill="#123"><animate attributeName="fill" values="red;#00f" dur="1s"/></path>`,
      '',
      '#00f #123 red',
    ],
    [
      'the color of a use',
      `<defs><path id="a" fill="currentColor" ${DOT}/></defs><use href="#a" color="red"/><use href="#a" color="#00f" x="5"/>`,
      '',
      '#00f red',
    ],
    [
      'a rule for the pointer',
      `<style>.a:hover{fill:red}</style><path class="a" ${PATH}/>`,
      '',
      '#000 red',
    ],
    [
      'a bitmap',
      '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4AWP4CwAA/wD+VYvGjgAAAABJRU5ErkJggg=="/>',
      '',
      'image',
    ],
    [
      'a gradient',
      `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient><path ${PATH} fill="url(#g)"/>`,
      '',
      '#00f gradient red',
    ],
    [
      'a gradient of one color',
      `<radialGradient id="g"><stop stop-opacity="0"/><stop offset="1"/></radialGradient><path ${PATH} fill="url(#g)"/>`,
      '',
      '#000 gradient',
    ],
  ])('%s', async (_, body, attributes, colors) => {
    const { facts, diagnostics } = await transformIcon(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${attributes}>${body}</svg>`,
      { id: 'icon' },
    );
    expect([facts.color, facts.colors.join(' ')]).toEqual(['multi', colors]);
    expect(diagnostics.every(({ code }) => /^(raster-image|text-element)$/.test(code))).toBe(true);
  });
});
