import type { XastElement } from 'svgo';
import { DEFINITIONS, NEVER_RENDERED, SHAPES, UNPAINTED } from '../../svg/elements.ts';
import { type InheritedValues, inherit } from '../../svg/inherit.ts';
import { parseOpacity } from '../../svg/opacity.ts';
import { renameReferences } from '../references.ts';
import { elements, isLine } from '../tree.ts';

export const CURRENT_COLOR: RegExp = /^currentcolor$/i;
/** Default fill of shapes. */
export const BLACK = '#000';

type InheritedPaints = InheritedValues<
  | 'fill'
  | 'stroke'
  | 'fill-opacity'
  | 'stroke-opacity'
  | 'color'
  | 'marker-start'
  | 'marker-mid'
  | 'marker-end'
>;

const INITIAL_PAINT: InheritedPaints = {
  fill: BLACK,
  stroke: 'none',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  color: '',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};

const MARKERS = ['marker-start', 'marker-mid', 'marker-end'] as const;
const TEXT: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);

/** A paint that is visible somewhere. */
export interface DrawnPaint {
  readonly paint: string;
  /**
   * True if a marker or a pattern is drawn with it: these inherit from their own place in the
   * sprite, so the page cannot change the paint.
   */
  readonly isInDefinition: boolean;
}

/** Values of an element's properties: its attributes, or also its style. */
export type PropertyReader = (element: XastElement) => Readonly<Record<string, string | undefined>>;

/**
 * Paints of everything drawn, in drawing order: shapes, text, and what `<use>`, markers and
 * patterns draw. `currentColor` is the color that the icon sets there, if it sets one. Fully
 * transparent paints are left out.
 */
export function drawnPaints(
  svg: XastElement,
  propertiesOf: PropertyReader = ({ attributes }) => attributes,
): readonly DrawnPaint[] {
  const paints: DrawnPaint[] = [];
  let ids: ReadonlyMap<string | undefined, XastElement> | undefined;
  const elementOf = (id: string | undefined): XastElement | undefined => {
    ids ??= new Map([...elements(svg)].map((element) => [element.attributes.id, element]));
    return ids.get(id);
  };
  const visited = new Set<XastElement>();
  const path: XastElement[] = [];
  let definitionDepth = 0;

  function push(paint: string): void {
    paints.push({ paint, isInDefinition: definitionDepth > 0 });
  }

  function add(value: string, { color }: InheritedPaints): void {
    if (value === 'none') return;
    if (!value.includes('url(')) push(CURRENT_COLOR.test(value) && color !== '' ? color : value);
    // Markers and patterns are drawn where a shape refers to them.
    else renameReferences('fill', value, (id) => void addReference(id, value));
  }

  function addReference(id: string, value: string): void {
    const target = elementOf(id);
    const [, fallback] = /\)\s+(.+)$/.exec(value) ?? [];
    if (!target && fallback !== undefined) push(fallback);
    const isDrawn = target && DEFINITIONS.has(target.name) && !UNPAINTED.has(target.name);
    if (isDrawn) visitDefinition(target);
  }

  function visit(element: XastElement, outer: InheritedPaints): void {
    if (UNPAINTED.has(element.name) || path.includes(element) || path.length > 99) return;
    path.push(element);
    const properties = propertiesOf(element);
    const paint = inherit(outer, properties);
    const isShape = SHAPES.has(element.name);
    if (isShape || TEXT.has(element.name)) {
      const isFilled =
        paint.fill !== 'none' && isVisible(paint['fill-opacity']) && !isLine(element);
      if (isFilled) add(paint.fill, paint);
      if (isVisible(paint['stroke-opacity'])) add(paint.stroke, paint);
    }
    if (isShape) for (const marker of MARKERS) add(paint[marker], paint);
    const target =
      element.name === 'use' ? elementOf(element.attributes.href?.slice(1)) : undefined;
    if (target) visit(target, paint);
    for (const child of element.children) {
      // Definitions are drawn where they are referenced.
      const isDrawn = child.type === 'element' && !NEVER_RENDERED.has(child.name);
      if (isDrawn) visit(child, paint);
    }
    path.pop();
  }

  /** Visits a definition, which inherits from its own ancestors and not from the reference. */
  function visitDefinition(definition: XastElement): void {
    if (visited.has(definition)) return;
    visited.add(definition);
    definitionDepth += 1;
    const ancestors = ancestorsOf(svg, definition) ?? [];
    visit(
      definition,
      ancestors.reduce((paint, ancestor) => inherit(paint, propertiesOf(ancestor)), INITIAL_PAINT),
    );
    definitionDepth -= 1;
  }

  visit(svg, INITIAL_PAINT);
  return paints;
}

function isVisible(opacity: string): boolean {
  return opacity === '1' || parseOpacity(opacity) > 0;
}

/** Ancestors of an element, outermost first; `undefined` if it is not a descendant. */
function ancestorsOf(parent: XastElement, element: XastElement): XastElement[] | undefined {
  for (const child of parent.children) {
    if (child === element) return [parent];
    const inner = child.type === 'element' ? ancestorsOf(child, element) : undefined;
    if (inner) return [parent, ...inner];
  }
  return undefined;
}
