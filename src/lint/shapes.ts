import { memoize } from '../core/memoize.ts';
import { attributeOf, elementsOf } from '../icon/source/element-tree.ts';
import { ANIMATIONS, CONTAINERS, SHAPES } from '../svg/elements.ts';
import { INITIAL_VALUES, type InheritedValues, inherit } from '../svg/inherit.ts';
import { absoluteToPx, parseLength } from '../svg/length.ts';
import { IDENTITY, type Matrix, matrixFromTransform, multiply } from '../svg/matrix.ts';
import type { SourceText } from './source-text.ts';
import { CSS_TRANSFORM, type Styles, stylesOf } from './style.ts';
import type { SourceElement } from './types.ts';

/** CSS values that paint a shape as written, including inherited ones. */
type ShapeStyle = InheritedValues;

/** A shape that is rendered in place or by a `<use>`. */
export interface Shape {
  readonly element: SourceElement;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: ShapeStyle;
  /** Transform from its own units to those of the root; `undefined` if it is not known. */
  readonly matrix: Matrix | undefined;
  /** True if it or an ancestor is not rendered at all: `display`, `opacity`. */
  readonly isHidden: boolean;
  /** True if a clip, mask or filter applies to it. */
  readonly isAltered: boolean;
  /** True if a `<use>` renders it. */
  readonly isReferenced: boolean;
}

/** Rendered shapes of a source. */
export interface ShapeList {
  readonly shapes: readonly Shape[];
  /** True if something changes with time or state. */
  readonly isDynamic: boolean;
  /** True if there are no style sheets and no `<use>`, so that edits of the text are safe. */
  readonly isPlain: boolean;
}

/** Most shapes that are collected; nested `<use>` could expand to gigabytes. */
const MAX_SHAPES = 20_000;

/** Shapes of a source, from the lowest to the uppermost. */
export const shapesOf: (source: SourceText) => Promise<ShapeList> = memoize(findShapes);

interface ShapeContext {
  readonly style: ShapeStyle;
  readonly matrix: Matrix | undefined;
  readonly isHidden: boolean;
  readonly isAltered: boolean;
  readonly isReferenced: boolean;
  /** Targets of the enclosing `<use>` elements. */
  readonly path: readonly SourceElement[];
}

async function findShapes(source: SourceText): Promise<ShapeList> {
  const styles = await stylesOf(source);
  const all = [...elementsOf(source.root)];
  const byId = new Map<string, SourceElement>();
  for (const element of all) {
    const { id } = styles.attributesOf(element);
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const shapes: Shape[] = [];
  let isTruncated = false;

  function visit(element: SourceElement, outer: ShapeContext): void {
    if (shapes.length >= MAX_SHAPES) {
      isTruncated = true;
      return;
    }
    const { name } = element;
    const context = contextOf(element, styles, outer, source.root);
    if (SHAPES.has(name)) {
      const { path, ...rest } = context;
      shapes.push({ element, attributes: styles.attributesOf(element), ...rest });
    } else if (CONTAINERS.has(name)) {
      for (const child of element.children) visit(child, context);
    } else if (name === 'use') visitTarget(element, context);
  }

  function visitTarget(use: SourceElement, context: ShapeContext): void {
    const href = attributeOf(use, 'href')?.value.trim() ?? '';
    const target = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
    if (!target || context.path.includes(target)) return;
    const { x, y } = styles.attributesOf(use);
    const inner: ShapeContext = {
      ...context,
      matrix:
        context.matrix &&
        multiply(context.matrix, [1, 0, 0, 1, lengthInUnits(x), lengthInUnits(y)]),
      isReferenced: true,
      path: [...context.path, target],
    };
    if (target.name === 'symbol') {
      const inSymbol = { ...contextOf(target, styles, inner, source.root), matrix: undefined };
      for (const child of target.children) visit(child, inSymbol);
    } else visit(target, inner);
  }

  visit(source.root, {
    style: INITIAL_VALUES,
    matrix: IDENTITY,
    isHidden: false,
    isAltered: false,
    isReferenced: false,
    path: [],
  });
  const isAnimated = all.some(({ name }) => ANIMATIONS.has(name));
  const isPlain = !all.some(({ name }) => name === 'style' || name === 'use');
  return { shapes, isDynamic: styles.isDynamic || isAnimated || isTruncated, isPlain };
}

function contextOf(
  element: SourceElement,
  styles: Styles,
  outer: ShapeContext,
  root: SourceElement,
): ShapeContext {
  const declared = styles.attributesOf(element);
  const style = inherit(outer.style, declared);
  const isNested = element.name === 'svg' && element !== root;
  const isMoved = CSS_TRANSFORM in declared || 'transform-origin' in declared;
  const matrix = isNested || isMoved ? undefined : outer.matrix;
  const { transform } = declared;
  const ownMatrix = transform === undefined ? IDENTITY : matrixFromTransform(transform);
  // Browsers transform the root around its center, and not all renderers do.
  const isKnown = element !== root || transform === undefined;
  return {
    style,
    matrix: matrix && ownMatrix && isKnown ? multiply(matrix, ownMatrix) : undefined,
    isHidden:
      outer.isHidden ||
      declared.display === 'none' ||
      Number.parseFloat(declared.opacity ?? '1') === 0,
    isAltered:
      outer.isAltered || ['clip-path', 'mask', 'filter'].some((key) => isSet(declared[key])),
    isReferenced: outer.isReferenced,
    path: outer.path,
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== 'none';
}

/** A length in user units; NaN if it depends on the font or the page. */
export function lengthInUnits(value: string | undefined, fallback = 0): number {
  if (value === undefined) return fallback;
  const length = parseLength(value);
  return (length && absoluteToPx(length)) ?? Number.NaN;
}
