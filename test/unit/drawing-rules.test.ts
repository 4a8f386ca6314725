import { describe, expect, test } from 'vitest';
import { editablePoints } from '../../src/lint/handles.ts';
import type { Ink } from '../../src/lint/types.ts';
import type { Point } from '../../src/svg/matrix.ts';
import { mirrored, piecesOf, pixelsOf, turned } from './measure-drawing.ts';
import { type OwnDrawing, readOwnDrawings } from './own-drawings.ts';

/** The rules of docs/drawing.md, as far as they can be measured. */

const SOLID = { fill: 'currentColor' };
const INTERFACE = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

const LIVE = { start: 2, end: 22, overshoot: 0.5 };
const OFF_CENTER = 0.75;

/** Heavier on one side by what they show: their box is centered instead. */
const BOX_CENTERED = new Set([
  ...['bookmark-b', 'download', 'filter', 'music', 'share', 'sign-in'],
  ...['sign-up', 'stepback', 'stepfor', 'tag', 'tags'],
]);

const drawings = await readOwnDrawings();
const byName = new Map(drawings.map((drawing) => [drawing.name, drawing]));
const isBrand = ({ category }: OwnDrawing): boolean => category === 'social';

function svgOf(name: string): string {
  return byName.get(name)?.svg ?? '';
}

function shareThatDiffers(a: Uint8Array, b: Uint8Array): number {
  const [differing, painted] = a.reduce(
    ([off, all], alpha, index) => [off + Math.abs(alpha - (b[index] ?? 0)), all + alpha],
    [0, 0],
  );
  return differing / painted;
}

/** What is wrong with which drawing; a drawing that keeps the rule is not named. */
function broken(
  those: readonly OwnDrawing[],
  rule: (drawing: OwnDrawing) => readonly unknown[],
): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    those
      .map((drawing) => [drawing.name, rule(drawing)] as const)
      .filter(([, problems]) => problems.length > 0),
  );
}

function inkOf(name: string): Ink {
  return (byName.get(name) as OwnDrawing).ink;
}

function distanceFromMiddle(x: number, y: number): number {
  return Math.hypot(x - 12, y - 12);
}

function middleOfBox({ left, top, right, bottom }: Ink): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

describe('every drawing', () => {
  test('has the root of its kind', () => {
    const kinds = [SOLID, INTERFACE, { fill: 'none' }].map((kind) => JSON.stringify(kind));
    expect(
      broken(drawings, ({ name, root: { xmlns, viewBox, ...paint } }) => {
        const kind = kinds.indexOf(JSON.stringify(paint));
        const isRight = kind === 0 || kind === 1 || (kind === 2 && name === 'flag-ru');
        return viewBox === '0 0 24 24' && isRight ? [] : [viewBox, paint];
      }),
    ).toEqual({});
  });

  test('is made of plain shapes that repeat nothing of the root', () => {
    const extras = /<!--|\b(?:transform|style|class|id)=/;
    expect(
      broken(drawings, ({ svg, root, shapes }) => [
        ...(extras.exec(svg) ?? []),
        ...shapes.filter(({ element }) => !['path', 'circle', 'rect'].includes(element.name)),
        ...shapes.flatMap(({ attributes }) =>
          Object.keys(attributes).filter((key) => attributes[key] === root[key]),
        ),
      ]),
    ).toEqual({});
  });

  test('has few nodes', () => {
    expect(
      broken(drawings, (drawing) => {
        const count = drawing.shapes.flatMap(editablePoints).length;
        return count <= (isBrand(drawing) ? 44 : 20) ? [] : [count];
      }),
    ).toEqual({});
  });

  test('has short numbers', () => {
    expect(broken(drawings, ({ svg }) => svg.match(/\d*\.\d{3,}/g) ?? [])).toEqual({
      // Three equal stripes of 14.
      'flag-ru': ['2.667', '14.333'],
    });
  });

  test('stays in the live area', () => {
    expect(
      broken(drawings, ({ ink: { left, top, right, bottom } }) =>
        [LIVE.start - Math.min(left, top), Math.max(right, bottom) - LIVE.end].filter(
          (over) => over > LIVE.overshoot,
        ),
      ),
    ).toEqual({});
  });

  test('is centered', () => {
    expect(
      broken(
        drawings.filter((drawing) => !isBrand(drawing)),
        ({ name, ink }) => {
          const middle = BOX_CENTERED.has(name) ? middleOfBox(ink) : ink.center;
          return distanceFromMiddle(...middle) <= OFF_CENTER ? [] : middle;
        },
      ),
    ).toEqual({});
  });
});

describe('every interface icon', () => {
  const icons = drawings.filter(({ root }) => root.stroke !== undefined);

  test('has its points on the half pixel', () => {
    const isOff = (length: number): boolean => Math.abs(length * 2 - Math.round(length * 2)) > 1e-6;
    expect(
      broken(icons, ({ shapes }) =>
        shapes.flatMap(editablePoints).filter((point) => point.some(isOff)),
      ),
    ).toEqual({});
  });

  test('keeps separate strokes 2 px apart', async () => {
    for (const { name, svg } of icons) {
      // Widened by almost half the gap on every side, pieces must still not touch.
      const widened = svg
        .replace('stroke-width="2"', 'stroke-width="3.9"')
        .replaceAll('stroke="none"', 'stroke-width="1.9"');
      expect(await piecesOf(widened), name).toBe(await piecesOf(svg));
    }
  });
});

describe('every brand mark', () => {
  const marks = drawings.filter(isBrand);

  test('fills 20 px and is centered', () => {
    expect(
      broken(marks, ({ ink }) => {
        const { left, top, right, bottom } = ink;
        const side = Math.max(right - left, bottom - top);
        const isFitted = Math.abs(side - 20) <= 0.2;
        const isCentered = distanceFromMiddle(...middleOfBox(ink)) <= 0.2;
        return isFitted && isCentered ? [] : [ink];
      }),
    ).toEqual({});
  });

  test('is one or two paths', () => {
    expect(broken(marks, ({ shapes }) => (shapes.length > 2 ? [shapes.length] : []))).toEqual({});
  });
});

describe('families', () => {
  test.each([['chevron'], ['full-chevron']])(
    'the four %s are one shape, turned',
    async (family) => {
      let shape = await pixelsOf(svgOf(`${family}-up`));
      for (const side of ['right', 'down', 'left']) {
        shape = turned(shape);
        const differing = shareThatDiffers(shape, await pixelsOf(svgOf(`${family}-${side}`)));
        expect(differing, side).toBeLessThan(0.01);
      }
    },
  );

  test('muted and nomuted share the speaker', () => {
    const speaker = byName.get('muted')?.shapes[0]?.attributes;
    expect(byName.get('nomuted')?.shapes[0]?.attributes).toEqual(speaker);
  });

  test.each([
    ['v-play', 'v-pause'],
    ['v-play', 'stepback'],
    ['v-play', 'stepfor'],
    ['v-expand', 'v-compress'],
    ['bookmark', 'bookmark-b'],
  ])('%s and %s are as tall', (one, other) => {
    const [a, b] = [inkOf(one), inkOf(other)];
    expect(a.top).toBeCloseTo(b.top, 1);
    expect(a.bottom).toBeCloseTo(b.bottom, 1);
  });

  test('stepback is stepfor, mirrored', async () => {
    const back = await pixelsOf(svgOf('stepback'));
    const forward = mirrored(await pixelsOf(svgOf('stepfor')));
    expect(shareThatDiffers(back, forward)).toBeLessThan(0.01);
  });

  test('bookmark-b covers bookmark', async () => {
    const [outline, solid] = [
      await pixelsOf(svgOf('bookmark')),
      await pixelsOf(svgOf('bookmark-b')),
    ];
    const covered = outline.map((alpha, index) => Math.min(alpha, solid[index] ?? 0));
    expect(shareThatDiffers(outline, covered)).toBeLessThan(0.01);
  });

  test('check is as wide as close', () => {
    const [check, close] = [inkOf('check'), inkOf('close')];
    expect(check.left).toBeCloseTo(close.left, 1);
    expect(check.right).toBeCloseTo(close.right, 1);
  });

  test('v-expand and v-compress weigh the same', () => {
    const [a, b] = [inkOf('v-expand'), inkOf('v-compress')];
    expect(a.share).toBeCloseTo(b.share, 3);
  });
});

test.each([
  ['bookmark', 'bookmark-b'],
  ['muted', 'nomuted'],
  ['tag', 'tags'],
  ['v-expand', 'v-compress'],
  ['v-expand', 'move'],
  ['v-compress', 'move'],
  ['sign-in', 'sign-up'],
  ['check', 'ok'],
  ['download', 'swipe-down'],
  ['stepback', 'chevron-left'],
  ['chevron-left', 'full-chevron-left'],
  ['chevron-down', 'full-chevron-down'],
])('%s and %s tell apart at 16 px', async (one, other) => {
  const [a, b] = [await pixelsOf(svgOf(one), 16), await pixelsOf(svgOf(other), 16)];
  expect(shareThatDiffers(a, b)).toBeGreaterThan(0.3);
});
