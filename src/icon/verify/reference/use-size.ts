import { isIdentity, type Matrix, multiply } from '../../../svg/matrix.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { boxOf } from './bounds.ts';
import type { ComputedStyle } from './computed-style.ts';
import { transformMatrix } from './element-transform.ts';
import { lengthInPx } from './lengths.ts';
import type { OutputElement, ReferenceElement } from './nodes.ts';
import { Unsupported } from './unsupported.ts';

/**
 * Applies the size of a `<use>` to its symbol or `<svg>`; positions of both add up. Source: SVG 2,
 * 5.6.
 *
 * @param copy what the `<use>` draws
 * @param style style of the copy
 * @returns the transform of a symbol, which the renderer does not support, for its `<use>`
 */
export function applyUseSize(
  copy: ReferenceElement,
  { attributes: use }: OutputElement,
  style: ComputedStyle,
): Matrix | undefined {
  const { x = '0', y = '0' } = use;
  if (copy.name !== 'symbol' && copy.name !== 'svg') {
    delete use.width;
    delete use.height;
    return undefined;
  }
  for (const side of ['width', 'height']) moveSide(side, copy, use);
  if (copy.name !== 'symbol') return undefined;
  for (const axis of ['x', 'y']) addPosition(axis, copy, use);
  return symbolTransform(copy, style, { x: lengthInPx(x), y: lengthInPx(y) });
}

type Attributes = Record<string, string>;

function moveSide(side: string, copy: ReferenceElement, use: Attributes): void {
  const cascaded = copy.cascaded.get(side);
  if (cascaded && !cascaded.isAttribute) throw new Unsupported(`the ${side} of a <${copy.name}>`);
  const value = use[side] ?? copy.attributes[side];
  delete use[side];
  if (value === undefined) return;
  if (copy.name === 'symbol') {
    use[side] = value;
    delete copy.attributes[side];
    return;
  }
  copy.attributes[side] = value;
  copy.cascaded = new Map([
    ...[...copy.cascaded].filter(([name]) => name !== side),
    [side, { value, rank: [0, 0], isAttribute: true }],
  ]);
}

function addPosition(axis: string, copy: ReferenceElement, use: Attributes): void {
  const inner = copy.attributes[axis];
  delete copy.attributes[axis];
  if (inner !== undefined) {
    use[axis] = formatNumber(lengthInPx(use[axis] ?? '0') + lengthInPx(inner));
  }
}

/** It applies to the symbol's own position, and not to that of the `<use>`. */
function symbolTransform(
  symbol: ReferenceElement,
  style: ComputedStyle,
  { x, y }: { readonly x: number; readonly y: number },
): Matrix | undefined {
  const matrix = transformMatrix(style, {
    viewport: undefined,
    measure: () => boxOf(symbol, style),
    isRoot: false,
  });
  if (isIdentity(matrix)) return undefined;
  const placed = multiply([1, 0, 0, 1, x, y], matrix);
  return multiply(placed, [1, 0, 0, 1, -x, -y]);
}
