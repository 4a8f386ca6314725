import { describe, expect, test } from 'vitest';
import { type Coverage, coverageOf, measureDrawing, piecesOf, turned } from './measure-drawing.ts';
import { handlesOf, type OwnDrawing, readOwnDrawings } from './own-drawings.ts';
import type { Point } from './path-nodes.ts';

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
  ...['bookmark-b', 'download', 'filter', 'music', 'muted', 'share', 'sign-in'],
  ...['sign-up', 'tag'],
]);

const drawings = readOwnDrawings();
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
  rule: (drawing: OwnDrawing, measured: Coverage) => readonly unknown[],
): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    those
      .map((drawing) => [drawing.name, rule(drawing, measure(drawing.name))] as const)
      .filter(([, problems]) => problems.length > 0),
  );
}

const measured = new Map<string, Coverage>();

function measure(name: string): Coverage {
  const known = measured.get(name) ?? measureDrawing(svgOf(name));
  measured.set(name, known);
  return known;
}

function distanceFromMiddle(x: number, y: number): number {
  return Math.hypot(x - 12, y - 12);
}

function middleOfBox({ left, top, right, bottom }: Coverage): Point {
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
        ...shapes.filter(({ element }) => !['path', 'circle', 'rect'].includes(element)),
        ...shapes.flatMap(({ attributes }) =>
          Object.keys(attributes).filter((key) => attributes[key] === root[key]),
        ),
      ]),
    ).toEqual({});
  });

  test('has few nodes', () => {
    expect(
      broken(drawings, (drawing) => {
        const count = drawing.shapes.flatMap(handlesOf).length;
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
      broken(drawings, (_, { left, top, right, bottom }) =>
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
        ({ name }, coverage) => {
          const middle = BOX_CENTERED.has(name) ? middleOfBox(coverage) : coverage.center;
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
      broken(icons, ({ shapes }) => shapes.flatMap(handlesOf).filter((point) => point.some(isOff))),
    ).toEqual({});
  });

  test('keeps separate strokes 2 px apart', () => {
    expect(
      broken(icons, ({ svg }) => {
        // Widened by almost half the gap on every side, pieces must still not touch.
        const widened = svg
          .replace('stroke-width="2"', 'stroke-width="3.9"')
          .replaceAll('stroke="none"', 'stroke-width="1.9"');
        const [drawn, grown] = [piecesOf(svg), piecesOf(widened)];
        return drawn === grown ? [] : [`${drawn} pieces become ${grown}`];
      }),
    ).toEqual({});
  });
});

describe('every brand mark', () => {
  const marks = drawings.filter(isBrand);

  test('fills 20 px and is centered', () => {
    expect(
      broken(marks, (_, coverage) => {
        const { left, top, right, bottom } = coverage;
        const side = Math.max(right - left, bottom - top);
        const isFitted = Math.abs(side - 20) <= 0.2;
        const isCentered = distanceFromMiddle(...middleOfBox(coverage)) <= 0.2;
        return isFitted && isCentered ? [] : [coverage];
      }),
    ).toEqual({});
  });

  test('is one or two paths', () => {
    expect(broken(marks, ({ shapes }) => (shapes.length > 2 ? [shapes.length] : []))).toEqual({});
  });
});

describe('families', () => {
  test.each([['chevron'], ['full-chevron']])('the four %s are one shape, turned', (family) => {
    let shape = coverageOf(svgOf(`${family}-up`));
    for (const side of ['right', 'down', 'left']) {
      shape = turned(shape);
      const differing = shareThatDiffers(shape, coverageOf(svgOf(`${family}-${side}`)));
      expect(differing, side).toBeLessThan(0.01);
    }
  });

  test('muted and nomuted share the speaker', () => {
    const speaker = byName.get('muted')?.shapes[0];
    expect(byName.get('nomuted')?.shapes[0]).toEqual(speaker);
  });

  test.each([
    ['v-play', 'v-pause'],
    ['v-play', 'stepback'],
    ['v-play', 'stepfor'],
    ['v-expand', 'v-compress'],
    ['bookmark', 'bookmark-b'],
  ])('%s and %s are as tall', (one, other) => {
    const [a, b] = [measure(one), measure(other)];
    expect([a.top, a.bottom]).toEqual([b.top, b.bottom]);
  });

  test('v-expand and v-compress weigh the same', () => {
    const [a, b] = [measure('v-expand'), measure('v-compress')];
    expect(a.weight).toBeCloseTo(b.weight, 3);
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
])('%s and %s tell apart at 16 px', (one, other) => {
  const [a, b] = [coverageOf(svgOf(one), 16), coverageOf(svgOf(other), 16)];
  expect(shareThatDiffers(a, b)).toBeGreaterThan(0.3);
});
