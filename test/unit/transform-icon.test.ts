import { type CssNode, ident, parse, walk } from 'css-tree';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import {
  type TransformOptions,
  transformIcon,
  tryTransformIcon,
} from '../../src/icon/transform.ts';

const PATH = '<path d="M4 4h16v16H4z"/>';
const svg = (body: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${attributes}>${body}</svg>`;

/** The error of a drawing that is refused. */
async function errorOf(text: string, options: TransformOptions): Promise<BuildError> {
  const thrown = await transformIcon(text, options).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(BuildError);
  return thrown as BuildError;
}

/** The style sheet of a symbol. */
function styleOf(symbol: string): CssNode {
  const [, css = ''] = /<style>(.*?)<\/style>/.exec(symbol) ?? [];
  expect(css).not.toBe('');
  return parse(css);
}

/** Names of one kind in a style sheet, as they are meant. */
function namesIn(css: CssNode, type: 'ClassSelector' | 'IdSelector'): string[] {
  const names: string[] = [];
  walk(css, (node) => {
    if (node.type === type) names.push(ident.decode((node as { name: string }).name));
  });
  return names;
}

describe('transformIcon', () => {
  test('is the example of its documentation', async () => {
    const { symbol, facts, diagnostics } = await transformIcon(
      '<svg viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg>',
      { id: 'half' },
    );
    expect(symbol).toBe('<symbol id="half" viewBox="0 0 8 8"><path d="M0 0h8v8"/></symbol>');
    expect(facts).toEqual({
      ...{ viewBox: '0 0 8 8', width: 8, height: 8, color: 'mono', colors: ['#000'], title: '' },
      ...{ needs: [], form: 'symbol' },
    });
    expect(diagnostics).toEqual([]);
  });

  test('reads the title of the drawing on one line', async () => {
    const { facts } = await transformIcon(svg(`<title>\n  A\n  box </title>${PATH}`), { id: 'a' });
    expect(facts.title).toBe('A box');
  });

  test('names the file after the id, or as it is told to', async () => {
    const [byId] = (await errorOf('<html/>', { id: 'box' })).diagnostics;
    const [told] = (await errorOf('<html/>', { id: 'box', file: 'a/b.svg' })).diagnostics;
    expect([byId?.file, told?.file]).toEqual(['box.svg', 'a/b.svg']);
  });

  test('throws all problems, warnings too', async () => {
    const text = svg('<script/><use href="x.svg"/><path onclick="x" d="M0 0h8v8"/>');
    const { code, diagnostics } = await errorOf(text, { id: 'box' });
    expect(code).toBe('ICONLOOM_ICONS');
    expect(diagnostics.map((each) => `${each.severity} ${each.code}`)).toEqual([
      ...['error active-content', 'warning outside-reference', 'error active-content'],
    ]);
  });

  test('gives the same for the same, whatever runs beside it', async () => {
    const text = svg(
      `<style>.a:hover{fill:red}</style><clipPath id="c">${PATH}</clipPath><g clip-path="url(#c)"><path class="a" d="M0 0h9v9"/></g>`,
    );
    const ids = ['one', 'two', 'three', 'one', 'two', 'three'];
    const results = await Promise.all(ids.map((id) => transformIcon(text, { id })));
    for (const [index, id] of ids.entries()) {
      expect(results[index]).toEqual(await transformIcon(text, { id }));
    }
  });
});

describe('drawings of one sprite', () => {
  const ids = ['box', 'box-a', 'nav-box', 'box-1'];

  test('share no id and no class', async () => {
    const shapes = Array.from(
      { length: 30 },
      (_, index) =>
        `<clipPath id="i${index}">${PATH}</clipPath><path clip-path="url(#i${index})" d="M0 0h${index + 1}v9"/>`,
    );
    const text = svg(
      `<style>.a:hover{fill:red}.b:hover{fill:#00f}</style>${shapes.join('')}<path class="a" d="M0 0h9v9"/><path class="b" d="M9 9h9v9"/>`,
    );
    const symbols = await Promise.all(ids.map(async (id) => transformIcon(text, { id })));
    const names = (attribute: string) =>
      symbols.flatMap(({ plainSymbol: symbol }) =>
        [...symbol.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, name]) => name),
      );
    expect(names('id')).toHaveLength(ids.length * 31);
    expect(new Set(names('id')).size).toBe(ids.length * 31);
    expect(new Set(names('class')).size).toBe(ids.length * 2);
  });

  test('do not find the ids of another by a dangling reference', async () => {
    const { plainSymbol: symbol } = await transformIcon(svg(`<use href="#box_a"/>${PATH}`), {
      id: 'nav',
    });
    expect(symbol).not.toContain('box_a');
  });

  test('do not style each other by the types of elements', async () => {
    const { plainSymbol: symbol } = await transformIcon(
      svg(`<style>@media (min-width:1px){path{fill:red}}</style>${PATH}`),
      { id: 'box' },
    );
    walk(styleOf(symbol), (node) => {
      if (node.type !== 'Selector') return;
      const own = [...namesIn(node, 'ClassSelector'), ...namesIn(node, 'IdSelector')];
      expect(own.some((name) => name.startsWith('box'))).toBe(true);
    });
  });

  test('do not share the names of animations', async () => {
    const text = svg(
      '<style>@keyframes spin{to{opacity:0}}.a:hover{animation:spin 1s}</style><path class="a" d="M0 0h9v9"/>',
    );
    const names = await Promise.all(
      ['one', 'two'].map(async (id) => {
        const { plainSymbol: symbol } = await transformIcon(text, { id });
        return /@keyframes ([\w-]+)/.exec(symbol)?.[1];
      }),
    );
    expect(names[0]).not.toBe(names[1]);
  });
});

describe('ids that are unusual in CSS', () => {
  const text = svg(
    '<style>.a:hover{fill:red}#b:hover{fill:#00f}</style><path class="a" d="M0 0h9v9"/><path id="b" d="M9 9h9v9"/>',
  );
  test.each(['1x1-ad', 'v1.menu', 'größe'])('%s: rules still find their elements', async (id) => {
    const { plainSymbol: symbol } = await transformIcon(text, { id });
    const css = styleOf(symbol);
    expect(namesIn(css, 'ClassSelector')).toEqual([/ class="([^"]*)"/.exec(symbol)?.[1]]);
    expect(namesIn(css, 'IdSelector')).toEqual([/<path id="([^"]*)"/.exec(symbol)?.[1]]);
  });

  test('an animation still finds the element that starts it', async () => {
    const animated = svg(
      '<path id="b" d="M0 0h9v9"><animate attributeName="opacity" to="0" dur="1s" begin="b.click"/></path>',
    );
    const { plainSymbol: symbol } = await transformIcon(animated, { id: 'v1.menu' });
    const id = /<path id="([^"]*)"/.exec(symbol)?.[1] ?? '';
    expect(symbol).toContain(`begin="${id.replaceAll('.', '\\.')}.click"`);
  });
});

describe('svgo plugins of the user', () => {
  const adding = (attributes: Record<string, string>) => ({
    name: 'mine',
    fn: () => ({
      element: {
        enter(node: { name: string; attributes: Record<string, string> }) {
          if (node.name === 'path') Object.assign(node.attributes, attributes);
        },
      },
    }),
  });

  test('run on the drawing as it came', async () => {
    const { plainSymbol: symbol } = await transformIcon(svg(PATH), {
      id: 'box',
      svgo: { plugins: [adding({ fill: 'red' })] },
    });
    expect(symbol).toContain('fill="red"');
  });

  test('may be named', async () => {
    const { plainSymbol: symbol } = await transformIcon(svg('<path fill="red" d="M0 0h8v8"/>'), {
      id: 'box',
      svgo: { plugins: [{ name: 'removeAttrs', params: { attrs: 'fill' } }] },
    });
    expect(symbol).not.toContain('fill');
  });

  test('cannot bring in active content', async () => {
    const { diagnostics } = await errorOf(svg(PATH), {
      id: 'box',
      svgo: { plugins: [adding({ onclick: 'x()' })] },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['active-content']);
  });

  test('that throw are told, with what they say', async () => {
    const failing = {
      name: 'mine',
      fn() {
        throw new Error('no way');
      },
    };
    const { diagnostics } = await errorOf(svg(PATH), { id: 'box', svgo: { plugins: [failing] } });
    expect(diagnostics).toMatchObject([{ code: 'plugin-failed', file: 'box.svg' }]);
    expect(diagnostics[0]?.message).toContain('no way');
  });

  test('that do not exist are told', async () => {
    const { diagnostics } = await errorOf(svg(PATH), {
      id: 'box',
      svgo: { plugins: ['noSuchPlugin' as 'removeXMLNS'] },
    });
    expect(diagnostics).toMatchObject([{ code: 'plugin-failed' }]);
    expect(diagnostics[0]?.message).toContain('noSuchPlugin');
  });
});

test.each(['<svg viewBox="0 0 8 8">\n', '<svg\n'])(
  'places count from 1, also at an end: %j',
  async (svg) => {
    const { diagnostics } = await tryTransformIcon(svg, { id: 'a', file: 'a.svg' });
    expect(diagnostics.map(({ where }) => where)).toEqual([{ line: 2, column: 1 }]);
  },
);
