import {
  IDENTITY,
  isIdentity,
  type Matrix,
  matrixFromTransform,
  multiply,
} from '../../../svg/matrix.ts';
import {
  parseCssTransform,
  parseIndividualTransform,
  type ReferenceBox,
  serializeTransformList,
  type TransformFunction,
} from '../../../svg/transform-list.ts';
import { parseTransformOrigin } from '../../../svg/transform-origin.ts';
import type { ComputedStyle, SpecifiedValue } from './computed-style.ts';
import { Unsupported } from './unsupported.ts';

/** A rectangle that origins and percentages refer to. */
export interface OriginBox extends ReferenceBox {
  readonly x: number;
  readonly y: number;
}

/** Reference boxes of a transform. */
export interface ElementTransformContext {
  /** The nearest viewport: at the origin, as large as its `viewBox`. */
  readonly viewport: ReferenceBox | undefined;
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
export function transformMatrix(
  { specified }: ComputedStyle,
  context: ElementTransformContext,
): Matrix {
  if (
    UNSUPPORTED_PROPERTIES.some(
      (name) => specified.has(name) && !/^none$/i.test(specified.get(name)?.value ?? ''),
    )
  ) {
    throw new Unsupported(
      `the property ${UNSUPPORTED_PROPERTIES.find((name) => specified.has(name))}`,
    );
  }
  const transform = specified.get('transform');
  const individualTransforms = INDIVIDUAL_PROPERTIES.flatMap((name) => {
    const individual = specified.get(name);
    return individual ? [[name, individual.value] as const] : [];
  });
  if (!transform && individualTransforms.length === 0) return IDENTITY;
  const boxKind = specified.get('transform-box')?.value.toLowerCase() ?? 'view-box';
  const origin = specified.get('transform-origin');
  const referenceBox = (): OriginBox | undefined => {
    if (context.isRoot || boxKind === 'fill-box' || boxKind === 'content-box')
      return context.measure();
    if (boxKind !== 'view-box') throw new Unsupported(`transform-box: ${boxKind}`);
    return context.viewport && { x: 0, y: 0, ...context.viewport };
  };
  const needsBox =
    context.isRoot ||
    boxKind !== 'view-box' ||
    [origin, transform].some(isRelative) ||
    individualTransforms.some(([, value]) => value.includes('%'));
  const box = needsBox ? referenceBox() : undefined;
  let matrix = transform ? transformListMatrix(transform, box) : IDENTITY;
  for (const [name, value] of individualTransforms.toReversed()) {
    const list = parseIndividualTransform(name, value, box);
    if (!list) throw new Unsupported(`${name}: ${value.slice(0, 40)}`);
    matrix = multiply(functionsMatrix(list), matrix);
  }
  if (isIdentity(matrix)) return IDENTITY;
  const [x, y] = resolveOrigin(origin, box, context.isRoot);
  return multiply(multiply([1, 0, 0, 1, x, y], matrix), [1, 0, 0, 1, -x, -y]);
}

const INDIVIDUAL_PROPERTIES = ['translate', 'rotate', 'scale'] as const;
const UNSUPPORTED_PROPERTIES = ['offset-path', 'perspective'];

function isRelative(specified: SpecifiedValue | undefined): boolean {
  return specified !== undefined && /%|left|center|right|top|bottom/i.test(specified.value);
}

function transformListMatrix(
  { value, isAttribute }: SpecifiedValue,
  box: OriginBox | undefined,
): Matrix {
  // Browsers ignore an attribute with any error.
  if (isAttribute) return matrixFromTransform(value) ?? IDENTITY;
  const matrix = cssMatrix(value, box);
  if (!matrix) throw new Unsupported(`transform: ${value.slice(0, 40)}`);
  return matrix;
}

function cssMatrix(value: string, box: OriginBox | undefined): Matrix | undefined {
  const list = parseCssTransform(value, box);
  return list && functionsMatrix(list);
}

function functionsMatrix(list: readonly TransformFunction[]): Matrix {
  return list.length === 0
    ? IDENTITY
    : (matrixFromTransform(serializeTransformList(list)) ?? IDENTITY);
}

function resolveOrigin(
  origin: SpecifiedValue | undefined,
  box: OriginBox | undefined,
  isRoot: boolean,
): readonly [number, number] {
  if (!origin) {
    return isRoot && box
      ? [box.x + box.width / 2, box.y + box.height / 2]
      : [0 + (box?.x ?? 0), box?.y ?? 0];
  }
  const { isAttribute } = origin;
  const parsedOrigin = parseTransformOrigin(origin.value, { box, isAttribute });
  if (!parsedOrigin) throw new Unsupported(`transform-origin: ${origin.value.slice(0, 40)}`);
  return [(box?.x ?? 0) + parsedOrigin[0], (box?.y ?? 0) + parsedOrigin[1]];
}
