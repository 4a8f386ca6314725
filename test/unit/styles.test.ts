import { type CssNode, generate, parse, walk } from 'css-tree';
import { describe, expect, test } from 'vitest';
import { type TransformedIcon, transformIcon } from '../../src/icon/transform.ts';

const PATH = 'd="M4 4h16v16H4z"';
const TEXT = '<text class="a" y="20">A</text>';

/** An icon from what stands in a drawing of 24 × 24. */
function iconOf(body: string, attributes = '', id = 'icon'): Promise<TransformedIcon> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${attributes}>${body}</svg>`;
  return transformIcon(svg, { id, portable: false });
}

/** The plain symbol of what stands in a drawing of 24 × 24. */
async function symbolOf(body: string, attributes = ''): Promise<string> {
  return (await iconOf(body, attributes)).symbol;
}

/** The selectors of the style sheet that a symbol keeps, without those of keyframes. */
function selectorsOf(symbol: string): readonly CssNode[] {
  const [, css = ''] = /<style[^>]*>(.*?)<\/style>/.exec(symbol) ?? [];
  const selectors: CssNode[] = [];
  walk(parse(css.replaceAll('&gt;', '>').replaceAll('&amp;', '&')), function (node) {
    if (node.type === 'Atrule' && /keyframes$/.test(node.name)) return this.skip;
    if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
      selectors.push(...node.prelude.children);
      return this.skip;
    }
    return undefined;
  });
  expect(selectors).not.toEqual([]);
  return selectors;
}

describe('rules match the drawing as it came', () => {
  test.each([
    [
      'a title counts among the children',
      `<title>x</title><style>path:first-child{fill:red}path:nth-child(3){fill:#00f}</style><path ${PATH}/>`,
      '#00f',
    ],
    [
      'a description stands between siblings',
      `<style>path{fill:#00f}rect+path{fill:red}</style><rect width="1" height="1"/><desc>x</desc><path ${PATH}/>`,
      '#00f',
    ],
    [
      'data attributes can be selected',
      `<style>[data-name="a"]{fill:#00f}</style><path data-name="a" ${PATH}/>`,
      '#00f',
    ],
  ])('%s', async (_, body, fill) => {
    expect(await symbolOf(body)).toContain(`<path fill="${fill}" d="M4 4h16v16H4z"/>`);
  });
});

describe('declarations that browsers skip do not count', () => {
  test.each([
    ['an empty value', '.a{fill:red}.a{fill:}'],
    ['an unknown value', '.a{fill:red}.a{fill:nocolor-atall(1)}'],
    ['a length for a color', '.a{fill:red;fill:12px}'],
    ['an unknown value over an attribute', '.b{fill:red}.a{fill:12px}'],
  ])('%s', async (_, css) => {
    const symbol = await symbolOf(`<style>${css}</style><path class="a b" ${PATH}/>`);
    expect(symbol).toContain(`<path fill="red" ${PATH}/>`);
  });
});

describe('shorthands and geometry', () => {
  test('a size after the font shorthand wins', async () => {
    const { plainSymbol: symbol } = await iconOf(
      `<style>.a{font:bold 12px Arial;font-size:20px}</style>${TEXT}`,
    );
    const style = / style="([^"]*)"/.exec(symbol)?.[1] ?? '';
    // What stands in `style` wins over an attribute, whatever the order was.
    if (/font:/.test(style)) expect(style).toMatch(/font:.*font-size:\s*20px/);
    else expect(symbol).toContain('font-size="20');
  });

  test('sizes of a rectangle from a rule are not lost where it becomes a path', async () => {
    const symbol = await symbolOf(
      '<style>.a{x:3px;width:12px}</style><rect class="a" width="3" height="4"/>',
    );
    expect(symbol).not.toMatch(/<path[^>]*style="x:/);
    expect(symbol).toMatch(/d="M3 0h12v4H3z"|<rect[^>]*(x="3|x:3px)/);
  });

  test('sizes of a rectangle from its style attribute are not lost', async () => {
    const symbol = await symbolOf('<rect style="x:3px;width:12px" width="3" height="4"/>');
    expect(symbol).not.toMatch(/<path[^>]*style="x:/);
  });
});

describe('custom properties', () => {
  const drawing = (css: string) =>
    `<style>${css}</style><g class="g"><g class="h"><path class="a" ${PATH}/></g></g>`;

  test('of the drawing are put into fallbacks, too', async () => {
    const symbol = await symbolOf(drawing(':root{--b:red}.a{fill:var(--x, var(--b))}'));
    expect(symbol).toMatch(/fill="var\(--x,\s*red\)"/);
  });

  test('of the drawing are put into fallbacks of fallbacks', async () => {
    const symbol = await symbolOf(drawing(':root{--b:red}.a{fill:var(--x,var(--y,var(--b)))}'));
    expect(symbol).toMatch(/fill="var\(--x,\s*var\(--y,\s*red\)\)"/);
  });

  test('that refer to themselves are invalid, so the fallback counts', async () => {
    const symbol = await symbolOf(drawing(':root{--a:var(--b);--b:var(--a)}.a{fill:var(--a,red)}'));
    expect(symbol).toContain('fill="red"');
  });

  test('take their values from where they are defined', async () => {
    const symbol = await symbolOf(
      drawing(':root{--b:red}.g{--a:var(--b)}.h{--b:#00f}.a{fill:var(--a)}'),
    );
    expect(symbol).toContain('fill="red"');
  });
});

describe('rules inside rules', () => {
  test('hold, or keep the sheet', async () => {
    const symbol = await symbolOf(
      `<style>g{fill:red;.a{fill:#00f}}</style><g><path class="a" ${PATH}/></g>`,
    );
    expect(symbol).toMatch(/#00f/);
  });

  test('of states keep the sheet', async () => {
    const symbol = await symbolOf(
      `<style><![CDATA[.a{fill:red;&:hover{fill:#00f}}]]></style><path class="a" ${PATH}/>`,
    );
    expect(symbol).toMatch(/<style>.*:hover.*<\/style>/);
  });
});

describe('what leads outside', () => {
  test('leaves the fallback of a paint', async () => {
    const { symbol, diagnostics } = await iconOf(
      `<style>.a{fill:url(p.svg#x) red}</style><path class="a" ${PATH}/>`,
    );
    expect(symbol).toContain('fill="red"');
    expect(diagnostics.map(({ code }) => code)).toEqual(['outside-reference']);
  });

  test('paints nothing without one, as in a browser', async () => {
    const symbol = await symbolOf(
      `<style>.a{stroke:#00f;fill:red}.a{fill:url(p.svg#x)}</style><path class="a" ${PATH}/>`,
    );
    expect(symbol).toContain('fill="none"');
  });

  test('is told once for a font', async () => {
    const { diagnostics } = await iconOf(
      `<style>@font-face{font-family:X;src:url(x.woff)}.a{fill:red}</style><path class="a" ${PATH}/>`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['outside-reference']);
  });
});

describe('rules that are not supported', () => {
  const use = `<path class="a" ${PATH}/>`;
  test.each([
    [
      '@property --a{syntax:"*";inherits:false;initial-value:red}.a{fill:var(--a)}',
      '@property --a',
    ],
    ['@property --a{syntax:"*";inherits:false}.a{fill:VAR( --a,red)}', '@property --a'],
    ['@scope (.a){path{fill:red}}', '@scope (.a)'],
    ['@scope (svg) to (.b){path{fill:red}}', '@scope (svg) to (.b)'],
    ['.a{clip-path:shape(from 0 0,line to 8px 0,close)}', 'shape(…)'],
  ])('%s is a warning with its place', async (css, found) => {
    const { diagnostics } = await iconOf(`<style>${css}</style>${use}`);
    const told = diagnostics.find(({ code }) => code === 'not-allowed');
    expect(told?.message).toContain(found);
    expect(told).toMatchObject({ file: 'icon.svg', where: { line: 1 } });
  });

  test('and draw nothing are passed over', async () => {
    const css = '@property --b{syntax:"*";inherits:false}.a{fill:red}';
    expect((await iconOf(`<style>${css}</style>${use}`)).diagnostics).toEqual([]);
  });

  test.each(['style="clip-path:shape(from 0 0,line to 8px 0)"', 'clip-path="shape(from 0 0)"'])(
    '%s on an element, too',
    async (attribute) => {
      const { diagnostics } = await iconOf(`<path ${PATH} ${attribute}/>`);
      expect(diagnostics).toMatchObject([{ code: 'not-allowed', where: { line: 1 } }]);
    },
  );
});

describe('a sheet that stays', () => {
  const shapes = `<g><path class="a" ${PATH}/></g><circle id="b" r="3"/>`;

  test.each([
    ['types', 'path:hover{fill:red}'],
    ['everything', '*:hover{fill:red}'],
    ['a state alone', ':hover{fill:red}'],
    ['combinators', 'g>path:hover,g circle:focus,path~circle:hover{fill:red}'],
    ['attributes', '[d]:hover{fill:red}'],
    ['classes of the icon', '.a:hover{fill:red}'],
    ['ids of the icon', '#b:hover{fill:red}'],
    ['the root', ':root:hover path{fill:red}'],
    ['the svg element', 'svg:hover path{fill:red}'],
    ['a negation', ':not(.a):hover{fill:red}'],
    ['a list in brackets', ':is(g,.a) path:hover{fill:red}'],
    ['the root in brackets', ':is(svg,g):hover path{fill:red}:where(:root):hover{fill:red}'],
    ['rules inside rules', 'g,path{&amp;:hover{fill:red}circle{fill:red}}'],
    ['types inside media', '@media (min-width:1px){path{fill:red}}'],
    ['types inside supports inside media', '@media all{@supports (fill:red){path{fill:red}}}'],
  ])('%s: each selector reaches its icon only', async (_, css) => {
    for (const selector of selectorsOf(await symbolOf(`<style>${css}</style>${shapes}`))) {
      expect(generate(selector)).toMatch(/[.#]icon_/);
      // A negation does not tie.
      expect(generate(selector).replace(/:not\([^)]*\)/g, '')).toMatch(/[.#]icon_/);
    }
  });

  test.each([
    'svg>.a:hover{fill:red}',
    'svg .a:hover{fill:red}',
    ':root>.a:hover{fill:red}',
    'svg.r>.a:hover{fill:red}',
    'svg#r>.a:hover{fill:red}',
    'svg{&amp;>.a:hover{fill:red}}',
  ])('%s: the root is the symbol, not an <svg>', async (css) => {
    const symbol = await symbolOf(
      `<style>${css}</style><path class="a" ${PATH}/>`,
      ' class="r" id="r"',
    );
    for (const selector of selectorsOf(symbol)) {
      expect(generate(selector)).not.toMatch(/^(svg|:root)(?![\w-])/);
    }
  });

  test('for the svg element fits an image in the symbol, too', async () => {
    const { symbol, facts } = await transformIcon(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>@media (min-width:1px){svg{fill:red}}</style><path ${PATH}/></svg>`,
      { id: 'icon' },
    );
    expect(facts.form).toBe('image');
    // There the root is an <svg> again.
    const inner = decodeURIComponent(/data:image\/svg\+xml,([^"]*)/.exec(symbol)?.[1] ?? '');
    const selector = generate(selectorsOf(inner)[0] as CssNode);
    expect(selector).not.toMatch(/^symbol(?![\w-])/);
  });

  test.each([
    'path:hover{fill:red}',
    ':root:hover path{fill:red}',
    'svg:hover{fill:red}',
    ':is(svg,g) path:hover{fill:red}',
  ])('%s: is the same when the icon is taken out and built again', async (css) => {
    const symbol = await symbolOf(`<style>${css}</style>${shapes}`);
    const svg = symbol
      .replace('<symbol id="icon"', '<svg xmlns="http://www.w3.org/2000/svg"')
      .replace(/<\/symbol>$/, '</svg>');
    expect((await transformIcon(svg, { id: 'icon', portable: false })).symbol).toBe(symbol);
  });

  test.each(['1x1', 'v1.menu', 'größe', 'a-b'])('of the icon %s can be read', async (id) => {
    const { symbol } = await iconOf(
      `<style>path:hover{fill:red}.a:hover{fill:#00f}#b:focus{fill:#0f0}</style>${shapes}`,
      '',
      id,
    );
    const texts = selectorsOf(symbol).map((selector) => {
      expect(selector.type).toBe('Selector');
      return generate(selector);
    });
    expect(texts.every((text) => /^(:where\(\.|\.|#)/.test(text))).toBe(true);
  });
});

describe('names of animations', () => {
  const KEYFRAMES = '@keyframes spin{to{opacity:0}}';
  const nameIn = (symbol: string) => /@keyframes\s*([^{\s]+)/.exec(symbol)?.[1] ?? '';

  test.each([
    ['animation', `${KEYFRAMES}.a{animation:1s spin infinite}`],
    ['animation-name', `${KEYFRAMES}.a{animation-name:other, spin}`],
    ['a rule inside media', `${KEYFRAMES}@media print{.a{animation:spin 1s}}`],
    ['keyframes after their use', `.a{animation:spin 1s}${KEYFRAMES}`],
    ['a prefixed property', `${KEYFRAMES}.a{-webkit-animation:spin 1s}`],
  ])('in %s', async (_, css) => {
    const symbol = await symbolOf(`<style>${css}</style><path class="a" ${PATH}/>`);
    const name = nameIn(symbol);
    expect(name).toMatch(/^icon_/);
    expect(symbol).toMatch(new RegExp(`animation(-name)?:[^;}]*\\b${name}\\b`));
    expect(symbol).not.toContain('spin');
  });

  test('in quotes', async () => {
    const symbol = await symbolOf(
      `<style>@keyframes "my spin"{to{opacity:0}}.a{animation:1s "my spin"}</style><path class="a" ${PATH}/>`,
    );
    expect(symbol).toMatch(new RegExp(`animation:[^;}]*${nameIn(symbol)}`));
    expect(symbol).not.toContain('my spin');
  });

  test('in a style attribute', async () => {
    const symbol = await symbolOf(
      `<style>${KEYFRAMES}</style><path style="animation:spin 1s" ${PATH}/>`,
    );
    expect(symbol).toMatch(new RegExp(`style="animation:[^"]*\\b${nameIn(symbol)}\\b`));
  });

  test('that are words of CSS, too, leave the words alone', async () => {
    const symbol = await symbolOf(
      `<style>@keyframes a{to{opacity:0}}.a{animation:a 1s ease-in infinite alternate}</style><path class="a" ${PATH}/>`,
    );
    expect(symbol).toContain(`animation:${nameIn(symbol)} 1s ease-in infinite alternate`);
  });
});

describe('transforms of the root', () => {
  const WIDE = '<path d="M0 0h24v4H0z"/>';

  test.each([
    // A quarter turn around (12, 0) and around (12, 24).
    ['top', /d="M12-12v24(H8|h-4)(v-24|V-12)z"/],
    ['bottom', /d="M36 12v24h-4(v-24|V12)z"/],
  ])('transform-origin="%s" alone is at the middle of that side', async (origin, d) => {
    const symbol = await symbolOf(WIDE, ` transform="rotate(90)" transform-origin="${origin}"`);
    expect(symbol).toMatch(d);
  });

  test.each([
    'transform:rotate(90deg) translateZ(0)',
    'transform:skew(10deg)',
    'transform:rotate3d(0,0,1,90deg)',
    'rotate:90deg',
    'scale:.5',
  ])('%s, which is no attribute, stays around the center', async (style) => {
    const symbol = await symbolOf(WIDE, ` style="${style}"`);
    const isAttribute = !/ style="/.test(symbol);
    const hasOrigin = /transform-origin:\s*(12px 12px|50% 50%|center)/.test(symbol);
    expect(isAttribute || hasOrigin).toBe(true);
  });
});
