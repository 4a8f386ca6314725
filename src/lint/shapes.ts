import { memo } from '../core/memo.ts';
import { attributeOf, elementsOf } from '../icon/source-elements.ts';
import { ANIMATIONS, CONTAINERS, SHAPES } from '../svg/elements.ts';
import { INITIAL, type Inherited, inherit } from '../svg/inherit.ts';
import { parseLength, pxOfAbsolute } from '../svg/length.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from '../svg/matrix.ts';
import { CSS_TRANSFORM, type Styles, stylesOf } from './style.ts';
import type { Drawing, SourceElement } from './types.ts';

/** CSS values that paint a shape as written, including inherited ones. */
type Look = Inherited;

/** A shape that is rendered in place or by a `<use>`. */
export interface Shape {
  readonly element: SourceElement;
  readonly attributes: Readonly<Record<string, string>>;
  readonly look: Look;
  /** Transform from its own units to those of the root; `undefined` if it is not known. */
  readonly matrix: Matrix | undefined;
  /** True if it or an ancestor is not rendered at all: `display`, `opacity`. */
  readonly isOff: boolean;
  /** True if a clip, mask or filter applies to it. */
  readonly isAltered: boolean;
  /** True if a `<use>` renders it. */
  readonly isReferenced: boolean;
}

/** Rendered shapes of a source. */
export interface Shapes {
  readonly shapes: readonly Shape[];
  /** True if something changes with time or state. */
  readonly isDynamic: boolean;
  /** True if there are no style sheets and no `<use>`, so that edits of the text are safe. */
  readonly isPlain: boolean;
}

/** Most shapes that are collected; nested `<use>` could expand to gigabytes. */
const MOST = 20_000;

/** Shapes of a source, from the lowest to the uppermost. */
export const shapesOf: (drawing: Drawing) => Promise<Shapes> = memo(findShapes);

interface Place {
  readonly look: Look;
  readonly matrix: Matrix | undefined;
  readonly isOff: boolean;
  readonly isAltered: boolean;
  readonly isReferenced: boolean;
  /** Targets of the enclosing `<use>` elements. */
  readonly way: readonly SourceElement[];
}

async function findShapes(drawing: Drawing): Promise<Shapes> {
  const styles = await stylesOf(drawing);
  const all = [...elementsOf(drawing.root)];
  const byId = new Map<string, SourceElement>();
  for (const element of all) {
    const { id } = styles.of(element);
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const shapes: Shape[] = [];
  let isCut = false;

  function visit(element: SourceElement, outer: Place): void {
    if (shapes.length >= MOST) {
      isCut = true;
      return;
    }
    const { name } = element;
    const place = placeOf(element, styles, outer, drawing.root);
    if (SHAPES.has(name)) {
      const { way, ...rest } = place;
      shapes.push({ element, attributes: styles.of(element), ...rest });
    } else if (CONTAINERS.has(name)) {
      for (const child of element.children) visit(child, place);
    } else if (name === 'use') visitTarget(element, place);
  }

  function visitTarget(use: SourceElement, place: Place): void {
    const href = attributeOf(use, 'href')?.value.trim() ?? '';
    const target = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
    if (!target || place.way.includes(target)) return;
    const { x, y } = styles.of(use);
    const inner: Place = {
      ...place,
      matrix: place.matrix && multiply(place.matrix, [1, 0, 0, 1, lengthOf(x), lengthOf(y)]),
      isReferenced: true,
      way: [...place.way, target],
    };
    if (target.name === 'symbol') {
      const inSymbol = { ...placeOf(target, styles, inner, drawing.root), matrix: undefined };
      for (const child of target.children) visit(child, inSymbol);
    } else visit(target, inner);
  }

  visit(drawing.root, {
    ...{ look: INITIAL, matrix: IDENTITY, isOff: false, isAltered: false, isReferenced: false },
    way: [],
  });
  const isAnimated = all.some(({ name }) => ANIMATIONS.has(name));
  const isPlain = !all.some(({ name }) => name === 'style' || name === 'use');
  return { shapes, isDynamic: styles.isDynamic || isAnimated || isCut, isPlain };
}

function placeOf(element: SourceElement, styles: Styles, outer: Place, root: SourceElement): Place {
  const own = styles.of(element);
  const look = inherit(outer.look, own);
  const isNested = element.name === 'svg' && element !== root;
  const isMoved = CSS_TRANSFORM in own || 'transform-origin' in own;
  const matrix = isNested || isMoved ? undefined : outer.matrix;
  const { transform } = own;
  const turned = transform === undefined ? IDENTITY : matrixOf(transform);
  // Browsers transform the root around its center, and not all renderers do.
  const isKnown = element !== root || transform === undefined;
  return {
    look,
    matrix: matrix && turned && isKnown ? multiply(matrix, turned) : undefined,
    isOff: outer.isOff || own.display === 'none' || Number.parseFloat(own.opacity ?? '1') === 0,
    isAltered: outer.isAltered || ['clip-path', 'mask', 'filter'].some((key) => isSet(own[key])),
    isReferenced: outer.isReferenced,
    way: outer.way,
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== 'none';
}

/** A length in user units; NaN if it depends on the font or the page. */
export function lengthOf(value: string | undefined, missing = 0): number {
  if (value === undefined) return missing;
  const length = parseLength(value);
  return (length && pxOfAbsolute(length)) ?? Number.NaN;
}
