import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import {
  type TransformedIcon,
  type TransformOptions,
  transformIcon,
} from '../../src/icon/transform.ts';

const PATH = '<path d="M4 4h16v16H4z"/>';
const BOX = 'd="M4 4h16v16H4z"';
const GRADIENT =
  '<linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>';

const svgOf = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;

function iconOf(
  body: string,
  attributes?: string,
  options: Partial<TransformOptions> = {},
): Promise<TransformedIcon> {
  return transformIcon(svgOf(body, attributes), { id: 'icon', ...options });
}

/** The drawing inside a symbol's image, as a browser reads it. */
async function innerOf(symbol: string): Promise<string> {
  const href = / href="(data:[^"]*)"/.exec(symbol)?.[1] ?? '';
  // What an attribute holds, once its entities are read.
  const url = href.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  const svg = await response.text();
  // The renderer refuses XML that is not well-formed.
  expect(() => new Resvg(svg)).not.toThrow();
  return svg;
}

/** The drawing of a symbol in a file of its own, as a person would take it out of a sprite. */
function takenOut(symbol: string): string {
  return symbol
    .replace('<symbol id="icon"', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/<\/symbol>$/, '</svg>');
}

/** A drawing for each need that no external sprite meets everywhere, and how it can be colored. */
const NEEDS: Readonly<Record<string, (color: string) => string>> = {
  gradient: (color) => `${GRADIENT}<path fill="url(#a)" ${BOX}/><circle fill="${color}" r="3"/>`,
  pattern: (color) =>
    `<pattern id="a" width="4" height="4" patternUnits="userSpaceOnUse"><circle fill="${color}" r="2"/></pattern><path fill="url(#a)" ${BOX}/>`,
  'clip-path': (color) =>
    `<clipPath id="a"><circle cx="12" cy="12" r="6"/></clipPath><path clip-path="url(#a)" fill="${color}" ${BOX}/>`,
  mask: (color) =>
    `<mask id="a"><circle cx="12" cy="12" r="6" fill="#fff"/></mask><path mask="url(#a)" fill="${color}" ${BOX}/>`,
  filter: (color) =>
    `<filter id="a"><feGaussianBlur stdDeviation="2"/></filter><path filter="url(#a)" fill="${color}" ${BOX}/>`,
  marker: (color) =>
    `<marker id="a" markerWidth="4" markerHeight="4"><path d="M0 0h4v4z"/></marker><path marker-end="url(#a)" fill="none" stroke="${color}" d="M4 4h8v8"/>`,
  style: (color) => `<style>.a:hover{fill:#0f0}</style><path class="a" fill="${color}" ${BOX}/>`,
};
const names = Object.keys(NEEDS);
const drawing = (need: string, color: string) => NEEDS[need]?.(color) ?? '';

describe('what an external sprite cannot carry everywhere', () => {
  test.each(names)('%s: becomes an image in its symbol', async (need) => {
    const { symbol, plainSymbol, facts, diagnostics } = await iconOf(drawing(need, '#0a0'));
    expect(diagnostics).toEqual([]);
    expect([facts.needs, facts.form]).toEqual([[need], 'image']);
    const place =
      need === 'mask'
        ? 'transform="scale(0.0625)" width="384" height="384"'
        : 'width="24" height="24"';
    expect(symbol).toMatch(
      /^<symbol id="icon" viewBox="0 0 24 24"><image [^<>]* href="data:image\/svg\+xml,[^"]*"\/><\/symbol>$/,
    );
    expect(symbol).toContain(`<image ${place} href`);
    expect(await innerOf(symbol)).toContain('viewBox=');
    expect(plainSymbol).not.toContain('<image');
  });

  test.each(
    names.flatMap(
      (need) =>
        [
          [need, 'currentColor'],
          [need, 'var(--x,#f00)'],
        ] as const,
    ),
  )('%s: stays where %s shows the page, and is told of', async (need, color) => {
    const { symbol, plainSymbol, facts, diagnostics } = await iconOf(drawing(need, color));
    expect([facts.needs, facts.form]).toEqual([[need], 'symbol']);
    expect(symbol).toBe(plainSymbol);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['not-portable', 'warning'],
    ]);
    expect(diagnostics[0]?.message).toContain(`it needs ${need} and`);
    expect(diagnostics[0]?.hint).toContain(need);
  });

  test.each(names)('%s: stays with portable: false, and nothing is told', async (need) => {
    for (const color of ['#0a0', 'currentColor']) {
      const icon = await iconOf(drawing(need, color), undefined, { portable: false });
      expect([icon.facts.needs, icon.facts.form]).toEqual([[need], 'symbol']);
      expect(icon.symbol).toBe(icon.plainSymbol);
      expect(icon.diagnostics).toEqual([]);
    }
  });

  test.each(names)('%s: taken out of the sprite it builds to the same', async (need) => {
    for (const color of ['#0a0', 'currentColor']) {
      const first = await iconOf(drawing(need, color));
      const second = await transformIcon(takenOut(first.symbol), { id: 'icon' });
      expect(second).toEqual(first);
      expect((await transformIcon(takenOut(first.plainSymbol), { id: 'icon' })).symbol).toBe(
        first.symbol,
      );
    }
  });

  test('several needs are all told', async () => {
    const { diagnostics } = await iconOf(
      drawing('mask', 'currentColor') +
        drawing('filter', '#0a0').replaceAll('#a', '#b').replace('"a"', '"b"'),
    );
    expect(diagnostics[0]?.message).toContain('it needs filter, mask and');
  });

  test.each([
    ['a filter function', '<path style="filter:blur(2px)" d="M4 4h16v16H4z"/>', 'filter'],
    ['a filter function as an attribute', '<path filter="blur(2px)" d="M4 4h16v16H4z"/>', 'filter'],
    [
      'a mask of CSS',
      '<path style="mask-image:linear-gradient(#000,transparent)" d="M4 4h16v16H4z"/>',
      'mask',
    ],
  ])('%s counts', async (_, body, need) => {
    const { facts } = await iconOf(body);
    expect([facts.needs, facts.form]).toEqual([[need], 'image']);
  });

  test('a color that the drawing sets is not the page’s', async () => {
    const { facts, diagnostics } = await iconOf(
      drawing('gradient', 'currentColor'),
      'viewBox="0 0 24 24" color="#0a0"',
    );
    expect([facts.form, diagnostics]).toEqual(['image', []]);
  });
});

describe('what every external sprite can carry', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['shapes', PATH, []],
    [
      'links inside',
      `<defs><g id="a">${PATH}</g></defs><use href="#a"/><use href="#a" x="3"/>`,
      [],
    ],
    ['nested drawings', `<svg width="9" height="9" viewBox="0 0 24 24">${PATH}</svg>`, []],
    ['a style attribute', `<path style="mix-blend-mode:multiply" ${BOX}/>`, []],
    ['a shape of CSS', `<path style="clip-path:circle(5px)" ${BOX}/>`, []],
    [
      'a style sheet that became attributes',
      `<style>.a{fill:red}</style><path class="a" ${BOX}/>`,
      [],
    ],
    ['a gradient that nothing uses', `${GRADIENT}${PATH}`, []],
    [
      'a bitmap',
      '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4AWP4CwAA/wD+VYvGjgAAAABJRU5ErkJggg=="/>',
      ['bitmap'],
    ],
  ])('%s: stays a symbol', async (_, body, needs) => {
    const { symbol, plainSymbol, facts } = await iconOf(body);
    expect([facts.needs, facts.form]).toEqual([needs, 'symbol']);
    expect(symbol).toBe(plainSymbol);
  });
});

test('text becomes an image though that is switched off: its words would stand in the page', async () => {
  const { facts } = await iconOf('<text y="20">A</text>', undefined, { portable: false });
  expect(facts.form).toBe('image');
});

describe('the image', () => {
  const body = drawing('gradient', '#0a0');

  test.each([
    ['0 0 24 24', []],
    ['0 0 48 24', ['image-snapped']],
  ])('with viewBox="%s" is told of: %j', async (viewBox, expected) => {
    const { diagnostics } = await iconOf(body, `viewBox="${viewBox}"`);
    expect(diagnostics.map(({ code }) => code)).toEqual(expected);
  });

  test('lies where the viewBox does', async () => {
    const { symbol } = await iconOf(body, 'viewBox="-4 -6.5 30 40"');
    expect(symbol).toMatch(
      /^<symbol id="icon" viewBox="-4 -6\.5 30 40"><image x="-4" y="-6\.5" width="30" height="40" href=/,
    );
    expect(await innerOf(symbol)).toContain("viewBox='-4 -6.5 30 40'");
  });

  test.each(['none', 'xMinYMax slice', 'xMaxYMid'])(
    'leaves preserveAspectRatio="%s" to the symbol',
    async (ratio) => {
      const attributes = `viewBox="0 0 24 24" preserveAspectRatio="${ratio}"`;
      const first = await iconOf(body, attributes);
      expect(first.symbol).toMatch(
        new RegExp(`^<symbol id="icon" viewBox="0 0 24 24" preserveAspectRatio="${ratio}"><image `),
      );
      expect(await innerOf(first.symbol)).not.toMatch(/^<svg[^>]*preserveAspectRatio/);
      expect(await transformIcon(takenOut(first.symbol), { id: 'icon' })).toEqual(first);
    },
  );

  test('keeps the ratio of a drawing nested in it', async () => {
    const { symbol } = await iconOf(
      `${body}<svg width="9" height="4" viewBox="0 0 2 2" preserveAspectRatio="xMinYMin">${PATH}</svg>`,
    );
    expect(await innerOf(symbol)).toMatch(/<svg [^>]*preserveAspectRatio='xMinYMin'/);
  });

  test('keeps what the root passes on', async () => {
    const first = await iconOf(body, 'viewBox="0 0 24 24" fill="#123" stroke="#0f0"');
    expect(first.symbol).toMatch(/^<symbol id="icon" viewBox="0 0 24 24"><image /);
    expect(await innerOf(first.symbol)).toMatch(/^<svg [^>]*stroke='#0f0'/);
    expect(await transformIcon(takenOut(first.symbol), { id: 'icon' })).toEqual(first);
  });

  test('keeps its natural size when it is taken out with one', async () => {
    const first = await iconOf(body);
    const out = takenOut(first.symbol).replace(' viewBox', ' width="48" height="48" viewBox');
    const second = await transformIcon(out, { id: 'icon' });
    expect(second.symbol).toBe(first.symbol);
    expect([second.facts.width, second.facts.height]).toEqual([48, 48]);
  });

  test.each([
    ['letters outside ASCII', 'Ä 日 😀 é'],
    ['a percent sign', '100% %41 %'],
    ['a number sign', '#1 #'],
    ['markup', '&lt;b&gt; &amp;amp; &amp;'],
    ['single quotes', "it's 'it'"],
    ['double quotes', '&quot;it&quot;'],
    ['both quotes', "&quot;it&quot; and 'it'"],
    ['a plus sign and a question mark', 'a+b?c=d&amp;e'],
    ['a backslash', 'a\\b'],
    ['spaces', 'a  b\u00a0c'],
  ])('holds text with %s as it was', async (_, text) => {
    const first = await iconOf(`${body}<text xml:space="preserve" y="20">${text}</text>`);
    expect(first.facts.form).toBe('image');
    const meant = (xml: string) =>
      (/<text[^>]*>(.*)<\/text>/s.exec(xml)?.[1] ?? '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&');
    expect(meant(await innerOf(first.symbol))).toBe(meant(`<text>${text}</text>`));
    expect(await transformIcon(takenOut(first.symbol), { id: 'icon' })).toEqual(first);
  });

  test('holds attributes with quotes', async () => {
    const { symbol } = await iconOf(
      `${body}<text font-family="'Open Sans', &quot;X's&quot;" y="20">A</text>`,
    );
    expect(await innerOf(symbol)).toContain('Open Sans');
  });

  test('holds a style sheet that stays', async () => {
    const first = await iconOf(
      '<style>g&gt;.a:hover{fill:#0f0}@media print{.a{stroke:red}}</style><g><path class="a" d="M0 0h9v9z"/><circle r="3"/></g>',
    );
    expect(await innerOf(first.symbol)).toContain(':hover');
    expect(await transformIcon(takenOut(first.symbol), { id: 'icon' })).toEqual(first);
  });

  test('holds a bitmap inside', async () => {
    // One with "+", "/" and "=" in it.
    const png =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4AWP4CwAA/wD+VYvGjgAAAABJRU5ErkJggg==';
    const { symbol } = await iconOf(`${body}<image width="9" height="9" href="${png}"/>`);
    expect(await innerOf(symbol)).toContain(png);
  });

  test.each(['1x1', 'v1.menu', 'größe'])(
    'of the icon %s holds references that resolve',
    async (id) => {
      const { symbol } = await iconOf(body, undefined, { id });
      const inner = await innerOf(symbol);
      const [, defined] = / id=['"]([^'"]*)['"]/.exec(inner) ?? [];
      expect(inner).toContain(`url(#${defined})`);
    },
  );
});

describe('a picture of someone else', () => {
  test('in a data URL loses its scripts', async () => {
    const foreign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><image width="8" height="8" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cscript/%3E%3C/svg%3E"/></svg>`;
    const { symbol, diagnostics } = await transformIcon(foreign, { id: 'icon' });
    expect(symbol).toBe('<symbol id="icon" viewBox="0 0 8 8"/>');
    expect(diagnostics.map(({ code }) => code)).toContain('active-content-removed');
  });

  test('that is no drawing does not crash', async () => {
    for (const data of ['', '%', '%E0%A4%A', 'x', '%3Cp/%3E']) {
      const foreign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><image width="8" height="8" href="data:image/svg+xml,${data}"/></svg>`;
      await expect(transformIcon(foreign, { id: 'icon' })).rejects.toMatchObject({
        name: 'BuildError',
      });
    }
  });
});

describe('a clip to the whole viewBox', () => {
  const clipped = (clip: string, attributes = '', group = '') =>
    `<g clip-path="url(#c)"${group}><path fill="#f00" d="M4 4h16v16H4z"/><circle fill="#00f" r="3"/></g><defs><clipPath id="c"${attributes}>${clip}</clipPath></defs>`;

  test.each([
    ['as Figma writes it', clipped('<rect width="24" height="24" fill="white"/>'), ''],
    ['as Figma wrote it', clipped('<path d="M0 0h24v24H0z"/>'), ''],
    ['as Figma writes a path', clipped('<path fill="#fff" d="M0 0h24v24H0V0z"/>'), ''],
    ['as absolute lines', clipped('<path d="M0 0H24V24H0V0Z"/>'), ''],
    ['a larger one', clipped('<rect x="-1" y="-1" width="26" height="26"/>'), ''],
    [
      'on a shape',
      '<path clip-path="url(#c)" d="M4 4h16v16H4z"/><clipPath id="c"><rect width="24" height="24"/></clipPath>',
      '',
    ],
    ['quoted', clipped('<rect width="24" height="24"/>').replace('"url(#c)"', `"url('#c')"`), ''],
    [
      'of a style sheet',
      `<style>.a{clip-path:url(#c)}</style>${clipped('<rect width="24" height="24"/>').replace('clip-path="url(#c)"', 'class="a"')}`,
      '',
    ],
    [
      'of a style attribute',
      clipped('<rect width="24" height="24"/>').replace(
        'clip-path="url(#c)"',
        'style="clip-path:url(#c)"',
      ),
      '',
    ],
    [
      'of a viewBox elsewhere',
      clipped('<rect x="-12" y="-12" width="24" height="24"/>'),
      'viewBox="-12 -12 24 24"',
    ],
    [
      'with its units said',
      clipped('<rect width="24" height="24"/>', ' clipPathUnits="userSpaceOnUse"'),
      '',
    ],
  ])('%s is dropped', async (_, body, attributes) => {
    const { symbol, facts } = await iconOf(body, attributes || undefined);
    expect([facts.needs, facts.form]).toEqual([[], 'symbol']);
    expect(symbol).not.toContain('clip');
  });

  test.each([
    ['a smaller one', clipped('<rect width="20" height="24"/>'), ''],
    ['one that starts inside', clipped('<rect x="1" width="24" height="24"/>'), ''],
    ['a rounded one', clipped('<rect width="24" height="24" rx="4"/>'), ''],
    ['a turned one', clipped('<rect width="24" height="24" transform="rotate(45)"/>'), ''],
    [
      'one that is moved as a whole',
      clipped('<rect width="24" height="24"/>', ' transform="translate(4)"'),
      '',
    ],
    [
      'one in shares of the box',
      clipped('<rect width="24" height="24"/>', ' clipPathUnits="objectBoundingBox"'),
      '',
    ],
    [
      'one for a group that is moved',
      clipped('<rect width="24" height="24"/>', '', ' transform="translate(4 4)"'),
      '',
    ],
    [
      'one for a group moved by style',
      clipped('<rect width="24" height="24"/>', '', ' style="transform:translate(4px)"'),
      '',
    ],
    [
      'one inside a group that is moved',
      `<g transform="translate(4)">${clipped('<rect width="24" height="24"/>')}</g>`,
      '',
    ],
    ['one in percent', clipped('<rect width="50%" height="100%"/>'), ''],
    [
      'one with a clip itself',
      `<clipPath id="d"><circle r="9"/></clipPath>${clipped('<rect width="24" height="24" clip-path="url(#d)"/>')}`,
      '',
    ],
    ['one with a hole', clipped('<path clip-rule="evenodd" d="M0 0h24v24H0zM4 4h9v9H4z"/>'), ''],
    ['a triangle', clipped('<path d="M0 0h24v24z"/>'), ''],
    ['a larger triangle', clipped('<path d="M0 0h24v24L0 24 12 12z"/>'), ''],
    ['an empty one', clipped(''), ''],
    ['an unseen one', clipped('<rect width="24" height="24" display="none"/>'), ''],
  ])('%s is kept', async (_, body, attributes) => {
    const { plainSymbol } = await iconOf(body, attributes || undefined);
    // An empty clip hides everything, so it may go with what it hides.
    if (plainSymbol.includes('<path') || plainSymbol.includes('<circle')) {
      expect(plainSymbol).toContain('clip-path="url(#icon_');
    }
  });

  test('of a root that is drawn beyond its box is dropped, since the symbol clips there', async () => {
    const { facts } = await iconOf(
      clipped('<rect width="24" height="24"/>'),
      'viewBox="0 0 24 24" overflow="visible"',
    );
    expect(facts.needs).toEqual([]);
  });

  test('of a drawing nested in a smaller place is kept', async () => {
    const { plainSymbol } = await iconOf(
      `<svg x="2" width="8" height="8" viewBox="0 0 48 48" overflow="visible">${clipped('<rect width="24" height="24"/>')}</svg>`,
    );
    expect(plainSymbol).toContain('clip-path="url(#icon_');
  });
});
