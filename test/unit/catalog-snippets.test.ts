import { expect, test } from 'vitest';
import { gridStep, keylinesOf } from '../../src/catalog/overlays.ts';
import { type Snippet, snippetOf } from '../../src/catalog/snippets.ts';
import { colorVariables, parseSymbols } from '../../src/catalog/symbols.ts';
import { catalogData } from '../../src/emit/catalog-data.ts';
import { emitSvg } from '../../src/emit/svg.ts';
import { iconOf, spriteOf } from './icons.ts';

const sprite = spriteOf(
  iconOf('wide', { facts: { width: 48, height: 24 } }),
  iconOf('flag', { facts: { color: 'multi' } }),
);
const data = catalogData([[sprite, emitSvg(sprite)]], [], { mode: 'static', base: '/static/' });
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#f00" d="M0 0"/></svg>';

function snippet(kind: Snippet, name = 'wide'): string {
  const icon = data.icons.find((each) => each.name === name);
  if (!icon) throw new Error(name);
  return snippetOf(kind, { icon, data, size: 24, svg });
}

test.each([
  ['name', 'wide'],
  [
    'html',
    '<svg width="24" height="12" aria-hidden="true"><use href="/static/sprite.svg#wide"></use></svg>',
  ],
  ['jsx', '<Icon name="wide" size={24} />'],
  ['vue', '<Icon name="wide" :size="24" />'],
  ['svg', svg],
] as const)('writes an icon as %s', (kind, text) => {
  expect(snippet(kind)).toBe(text);
});

test('writes CSS with a mask for one color, and with a picture for several', () => {
  expect(snippet('css')).toMatch(
    /background: currentColor;\n {2}mask: url\("data:image\/svg\+xml,%3Csvg/,
  );
  expect(snippet('css', 'flag')).toMatch(/background: url\("data:image/);
  expect(snippet('css')).toContain("fill='%23f00'");
});

test('finds the symbols of a sprite', () => {
  const { contents } = emitSvg(sprite);
  expect([...parseSymbols(contents)]).toEqual(sprite.icons.map(({ id, symbol }) => [id, symbol]));
  expect(parseSymbols('<svg></svg>').size).toBe(0);
});

test('finds the colors that a symbol lets the page choose', () => {
  const symbol = '<path fill="var(--icon-2,#0f0)"/><path fill="var(--icon-1,red)"/>';
  expect(colorVariables(symbol)).toEqual([
    [1, 'red'],
    [2, '#0f0'],
  ]);
});

test('draws keylines for any grid', () => {
  const { live, circle, square } = keylinesOf({ x: 0, y: 0, width: 48, height: 48 });
  expect(live).toEqual({ x: 4, y: 4, width: 40, height: 40 });
  expect(circle).toEqual({ x: 24, y: 24, radius: 20 });
  expect(square).toMatchObject({ width: 36, height: 36 });
  expect(
    [24, 64, 65, 512].map((side) => gridStep({ x: 0, y: 0, width: side, height: side })),
  ).toEqual([1, 1, 2, 8]);
});
