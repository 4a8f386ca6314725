import { IDENTITY, isIdentity, type Matrix, matrixOf, multiply } from '../../../svg/matrix.ts';
import {
  parseCssTransform,
  parseIndividualTransform,
  type ReferenceBox,
  serializeTransformList,
  type TransformFunction,
} from '../../../svg/transform-list.ts';
import { parseTransformOrigin } from '../../../svg/transform-origin.ts';
import type { ComputedStyle, OwnValue } from './computed-style.ts';
import { Unsupported } from './unsupported.ts';

/** A rectangle that origins and percentages refer to. */
export interface OriginBox extends ReferenceBox {
  readonly x: number;
  readonly y: number;
}

/** Reference boxes of a transform. */
export interface PlacementContext {
  /** The nearest viewport: at the origin, as large as its `viewBox`. */
  readonly view: ReferenceBox | undefined;
  /** Measures the box of the element, only if needed. */
  readonly measure: () => OriginBox;
  /** True for the outermost `<svg>`, whose default origin is the center. */
  readonly isRoot: boolean;
}

/**
 * Combines all transform properties of an element to a matrix. Source: CSS Transforms 2, 5; CSS
 * Transforms 1, 8.
 *
 * @throws {Unsupported} if it needs an unknown box, or three dimensions
 */
export function placementOf({ own }: ComputedStyle, context: PlacementContext): Matrix {
  if (MOVING.some((name) => own.has(name) && !/^none$/i.test(own.get(name)?.value ?? ''))) {
    throw new Unsupported(`the property ${MOVING.find((name) => own.has(name))}`);
  }
  const transform = own.get('transform');
  const singles = SINGLE.flatMap((name) => {
    const single = own.get(name);
    return single ? [[name, single.value] as const] : [];
  });
  if (!transform && singles.length === 0) return IDENTITY;
  const kind = own.get('transform-box')?.value.toLowerCase() ?? 'view-box';
  const origin = own.get('transform-origin');
  const boxOf = (): OriginBox | undefined => {
    if (context.isRoot || kind === 'fill-box' || kind === 'content-box') return context.measure();
    if (kind !== 'view-box') throw new Unsupported(`transform-box: ${kind}`);
    return context.view && { x: 0, y: 0, ...context.view };
  };
  const needsBox =
    context.isRoot ||
    kind !== 'view-box' ||
    [origin, transform].some(isRelative) ||
    singles.some(([, value]) => value.includes('%'));
  const box = needsBox ? boxOf() : undefined;
  let matrix = transform ? listOf(transform, box) : IDENTITY;
  for (const [name, value] of singles.toReversed()) {
    const list = parseIndividualTransform(name, value, box);
    if (!list) throw new Unsupported(`${name}: ${value.slice(0, 40)}`);
    matrix = multiply(matrixOfList(list), matrix);
  }
  if (isIdentity(matrix)) return IDENTITY;
  const [x, y] = originOf(origin, box, context.isRoot);
  return multiply(multiply([1, 0, 0, 1, x, y], matrix), [1, 0, 0, 1, -x, -y]);
}

const SINGLE = ['translate', 'rotate', 'scale'] as const;
const MOVING = ['offset-path', 'perspective'];

function isRelative(own: OwnValue | undefined): boolean {
  return own !== undefined && /%|left|center|right|top|bottom/i.test(own.value);
}

function listOf({ value, isAttribute }: OwnValue, box: OriginBox | undefined): Matrix {
  // Browsers ignore an attribute with any error.
  if (isAttribute) return matrixOf(value) ?? IDENTITY;
  const matrix = cssMatrix(value, box);
  if (!matrix) throw new Unsupported(`transform: ${value.slice(0, 40)}`);
  return matrix;
}

function cssMatrix(value: string, box: OriginBox | undefined): Matrix | undefined {
  const list = parseCssTransform(value, box);
  return list && matrixOfList(list);
}

function matrixOfList(list: readonly TransformFunction[]): Matrix {
  return list.length === 0 ? IDENTITY : (matrixOf(serializeTransformList(list)) ?? IDENTITY);
}

function originOf(
  origin: OwnValue | undefined,
  box: OriginBox | undefined,
  isRoot: boolean,
): readonly [number, number] {
  if (!origin) {
    return isRoot && box
      ? [box.x + box.width / 2, box.y + box.height / 2]
      : [0 + (box?.x ?? 0), box?.y ?? 0];
  }
  const { isAttribute } = origin;
  const found = parseTransformOrigin(origin.value, { box, isAttribute });
  if (!found) throw new Unsupported(`transform-origin: ${origin.value.slice(0, 40)}`);
  return [(box?.x ?? 0) + found[0], (box?.y ?? 0) + found[1]];
}
