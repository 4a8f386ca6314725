import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import { symbolToSvg } from '../../src/core/symbol.ts';
import type { ColorMode, Icon } from '../../src/core/types.ts';
import { emitSvg } from '../../src/emit/svg.ts';
import { type TransformedIcon, transformIcon } from '../../src/icon/transform.ts';

/*
 * Drawings of a few shapes, groups, gradients, clips, masks, links and rules, whose ids and classes
 * clash and dangle at will.
 */

/** Some are hard to write, some are used twice, some are used and not defined. */
const ID = fc.constantFrom('a', 'b', 'c', 'a_a', 'icon_a', '1', 'é', 'x.y', 'a-b');
const NAME = fc.constantFrom('a', 'b', 'cls-1', 'icon_0');
const COLOR = fc.constantFrom(
  'red',
  '#00f',
  '#0a0',
  'none',
  'currentColor',
  '#f008',
  'var(--x,red)',
);
const LENGTH = fc.integer({ min: -4, max: 28 }).map((length) => length / 2);
const SIDE = fc.integer({ min: 1, max: 24 });

const encoded = (id: string) => encodeURIComponent(id);

const PAINT = fc.oneof(
  { weight: 4, arbitrary: COLOR },
  { weight: 2, arbitrary: ID.map((id) => `url(#${id})`) },
  ID.map((id) => `url(#${encoded(id)}) red`),
);

const TRANSFORM = fc.oneof(
  fc.tuple(LENGTH, LENGTH).map(([x, y]) => `translate(${x} ${y})`),
  fc.integer({ min: 0, max: 360 }).map((angle) => `rotate(${angle})`),
  fc.constantFrom('scale(.5)', 'scale(-1 1)', 'matrix(1 0 0 -1 0 24)'),
);

/** Attributes as written: each of them or not. */
function attributes(
  values: Readonly<Record<string, fc.Arbitrary<string | number>>>,
): fc.Arbitrary<string> {
  return fc.record(values, { requiredKeys: [] }).map((some) =>
    Object.entries(some)
      .map(([name, value]) => ` ${name}="${String(value).replaceAll('"', '&quot;')}"`)
      .join(''),
  );
}

const STYLE = attributes({
  id: ID,
  class: NAME,
  fill: PAINT,
  stroke: PAINT,
  opacity: fc.constantFrom('.5', '1', '0'),
  'clip-path': ID.map((id) => `url(#${id})`),
  mask: ID.map((id) => `url('#${id}')`),
  transform: TRANSFORM,
  style: fc.oneof(
    COLOR.map((color) => `fill:${color}`),
    ID.map((id) => `fill:url("#${id}")`),
    fc.constant('mix-blend-mode:multiply'),
  ),
});

const SHAPE = fc.oneof(
  fc
    .tuple(LENGTH, LENGTH, SIDE, SIDE, STYLE)
    .map(
      ([x, y, width, height, style]) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}"${style}/>`,
    ),
  fc
    .tuple(LENGTH, LENGTH, SIDE, STYLE)
    .map(([x, y, r, style]) => `<circle cx="${x}" cy="${y}" r="${r}"${style}/>`),
  fc
    .tuple(LENGTH, LENGTH, SIDE, LENGTH, STYLE)
    .map(([x, y, h, v, style]) => `<path d="M${x} ${y}h${h}v${v}z"${style}/>`),
  fc.tuple(LENGTH, LENGTH, STYLE).map(([x, y, style]) => `<line x2="${x}" y2="${y}"${style}/>`),
);

const USE = fc
  .tuple(ID, LENGTH, STYLE)
  .map(([id, x, style]) => `<use href="#${encoded(id)}" x="${x}"${style}/>`);

const GRADIENT = fc
  .tuple(ID, fc.option(ID), COLOR, fc.boolean())
  .map(([id, from, color, isRound]) => {
    const name = isRound ? 'radialGradient' : 'linearGradient';
    const link = from === null ? '' : ` href="#${encoded(from)}"`;
    return `<${name} id="${id}"${link}><stop stop-color="${color}"/><stop offset="1"/></${name}>`;
  });

const CLIP = fc
  .tuple(fc.constantFrom('clipPath', 'mask'), ID, SHAPE)
  .map(([name, id, shape]) => `<${name} id="${id}">${shape}</${name}>`);

const SHEET = fc
  .array(
    fc.oneof(
      fc.tuple(NAME, COLOR).map(([name, color]) => `.${name}{fill:${color}}`),
      fc.tuple(NAME, COLOR).map(([name, color]) => `.${name}:hover{fill:${color}}`),
      COLOR.map((color) => `path{stroke:${color}}`),
      COLOR.map((color) => `@media (min-width:1px){g>circle{fill:${color}}}`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((rules) => `<style>${rules.join('').replaceAll('>', '&gt;')}</style>`);

const { content } = fc.letrec<{ group: string; content: string }>((tie) => ({
  group: fc.tuple(STYLE, tie('content')).map(([style, inner]) => `<g${style}>${inner}</g>`),
  content: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        { weight: 5, arbitrary: SHAPE },
        { weight: 2, arbitrary: tie('group') },
        { weight: 1, arbitrary: USE },
        { weight: 2, arbitrary: GRADIENT },
        { weight: 2, arbitrary: CLIP },
        {
          weight: 1,
          arbitrary: fc.tuple(GRADIENT, CLIP).map((parts) => `<defs>${parts.join('')}</defs>`),
        },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}));

const ROOT = attributes({
  class: NAME,
  fill: COLOR,
  opacity: fc.constant('.5'),
  transform: TRANSFORM,
  preserveAspectRatio: fc.constantFrom('none', 'xMinYMin slice'),
});

const DRAWING = fc
  .tuple(ROOT, fc.option(SHEET, { freq: 3 }), content)
  .map(
    ([root, sheet, body]) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${root}>${sheet ?? ''}${body}</svg>`,
  );

const IDS = ['icon', 'icon-a', 'icon.b', '1x'] as const;
const DRAWINGS = fc.array(DRAWING, { minLength: IDS.length, maxLength: IDS.length });

/** The finished icons; drawings may be refused, and in no other way than with a BuildError. */
async function transformAll(
  drawings: readonly string[],
  portable: boolean,
): Promise<readonly (TransformedIcon | undefined)[]> {
  return Promise.all(
    drawings.map((svg, index) =>
      transformIcon(svg, { id: IDS[index] ?? '', portable }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(BuildError);
        return undefined;
      }),
    ),
  );
}

const idsIn = (text: string) => [...text.matchAll(/\sid=["']([^"']*)["']/g)].map(([, id]) => id);
const referencesIn = (text: string) =>
  [...text.matchAll(/url\(#([^)]*)\)|\shref=["']#([^"']*)["']/g)].map(
    ([, url, href]) => url ?? href ?? '',
  );

const spriteOf = (icons: readonly (TransformedIcon | undefined)[]) =>
  emitSvg({
    ...{ name: 'sprite', file: 'sprite.svg' },
    icons: icons.filter((icon) => icon !== undefined) as unknown as Icon[],
  }).contents;

test('ids are unique in the sprite, and references stay in their icon', async () => {
  await fc.assert(
    fc.asyncProperty(DRAWINGS, async (drawings) => {
      const icons = await transformAll(drawings, false);
      const ids = idsIn(spriteOf(icons));
      expect(ids).toEqual([...new Set(ids)]);
      for (const [index, icon] of icons.entries()) {
        const own = idsIn(icon?.symbol ?? '');
        // What led nowhere leads to a name that no element gets.
        const nowhere = `${IDS[index]?.replace(/[-.]/g, '_')}_0`;
        expect(own).not.toContain(nowhere);
        expect([...own, nowhere]).toEqual(expect.arrayContaining(referencesIn(icon?.symbol ?? '')));
      }
    }),
    { numRuns: 150 },
  );
});

test('nothing is refused that holds only shapes', async () => {
  await fc.assert(
    fc.asyncProperty(DRAWING, async (svg) => {
      const { facts, symbol } = await transformIcon(svg, { id: 'icon' });
      expect(facts.viewBox).toBe('0 0 24 24');
      expect(symbol).toMatch(/^<symbol id="icon" viewBox="0 0 24 24"/);
    }),
    { numRuns: 300 },
  );
});

test('a drawing out of a sprite gives the same symbol when it is built again', async () => {
  await fc.assert(
    fc.asyncProperty(
      DRAWING,
      fc.constantFrom<ColorMode>('keep', 'currentColor', 'variables'),
      fc.boolean(),
      async (svg, color, portable) => {
        const options = { id: 'icon', color, portable };
        const { symbol } = await transformIcon(svg, options);
        const again = await transformIcon(symbolToSvg(symbol, 'icon'), options);
        expect(again.symbol).toBe(symbol);
      },
    ),
    { numRuns: 1000 },
  );
});
