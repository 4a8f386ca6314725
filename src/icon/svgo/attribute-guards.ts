import type { XastElement, XastParent, XastRoot } from 'svgo';
import { parseColor } from '../../svg/color.ts';
import { SHAPES } from '../../svg/elements.ts';
import { INITIAL_VALUES, type InheritedValues, inherit } from '../../svg/inherit.ts';
import { parseOpacity } from '../../svg/opacity.ts';
import { elements } from '../tree.ts';
import { isTiny, traitsOf } from './document-traits.ts';
import { inheritanceByUses } from './use-inheritance.ts';

type Restore = () => void;

/**
 * Protects elements from a plugin of svgo that would change them for the worse, while it runs.
 *
 * @returns a function that restores the changes; `undefined` if there are none
 */
export function guardAttributes(plugin: string, root: XastRoot): Restore | undefined {
  return GUARDS[plugin]?.(root);
}

const GUARDS: Readonly<Record<string, (root: XastRoot) => Restore | undefined>> = {
  removeUnknownsAndDefaults: protectDefaults,
  // It rounds to five digits, which makes small scales 0.
  convertTransform: (root) =>
    traitsOf(root).hasTinyScale
      ? hideAttributes(root, (_, key, value) => /ransform$/.test(key) && isTiny(value))
      : undefined,
  // It would scale dashes with the shape, but `pathLength` has already scaled them.
  convertPathData: (root) =>
    traitsOf(root).hasPathLength
      ? markElements(root, 'style', ({ attributes }) => attributes.pathLength !== undefined)
      : undefined,
  // Paths have markers, rectangles do not.
  convertShapeToPath: (root) =>
    traitsOf(root).hasMarkers ? markElements(root, 'rx', ({ name }) => name === 'rect') : undefined,
  mergePaths: preventMerging,
};

/**
 * Protects defaults: the plugin's tables know `pathLength` on paths only, and it does not follow
 * `<use>`.
 */
function protectDefaults(root: XastRoot): Restore | undefined {
  const { hasPathLength, hasUse } = traitsOf(root);
  const used = hasUse ? inheritanceByUses(root) : undefined;
  if (!hasPathLength && !used) return undefined;
  return hideAttributes(root, (element, key) => {
    if (key === 'pathLength') return SHAPES.has(element.name);
    return used?.properties.has(key) === true && used.elements.has(element);
  });
}

/** Removes attributes until they are restored. */
function hideAttributes(
  root: XastRoot,
  isHidden: (element: XastElement, key: string, value: string) => boolean,
): Restore {
  const restores: (() => void)[] = [];
  for (const element of elements(root)) {
    for (const [key, value] of Object.entries(element.attributes)) {
      if (!isHidden(element, key, value)) continue;
      delete element.attributes[key];
      restores.push(() => {
        element.attributes[key] = value;
      });
    }
  }
  return () => {
    for (const restore of restores) restore();
  };
}

/** Adds an attribute without effect, which makes the plugin skip the element. */
function markElements(
  root: XastRoot,
  key: 'style' | 'rx',
  isMarked: (element: XastElement) => boolean,
): Restore {
  const marked = [...elements(root)].filter(
    (element) => element.attributes[key] === undefined && isMarked(element),
  );
  for (const { attributes } of marked) attributes[key] = key === 'rx' ? '0' : '';
  return () => {
    for (const { attributes } of marked) delete attributes[key];
  };
}

/** Marks paths that look different when merged. */
function preventMerging(root: XastRoot): Restore | undefined {
  const { isTransparent, hasPathLength } = traitsOf(root);
  if (!isTransparent && !hasPathLength) return undefined;
  const unmergeable: XastElement[] = [];
  const visit = (parent: XastParent, outer: OverlapPaints): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const paint = inherit(outer, child.attributes);
      const mustStaySeparate =
        child.attributes.pathLength !== undefined || showsOverlap(child, paint);
      if (child.name === 'path' && mustStaySeparate) unmergeable.push(child);
      visit(child, paint);
    }
  };
  const {
    fill,
    stroke,
    'fill-opacity': fillOpacity,
    'stroke-opacity': strokeOpacity,
  } = INITIAL_VALUES;
  visit(root, { fill, stroke, 'fill-opacity': fillOpacity, 'stroke-opacity': strokeOpacity });
  unmergeable.forEach(({ attributes }, index) => {
    attributes[UNMERGEABLE_ATTRIBUTE] = String(index);
  });
  return () => {
    for (const { attributes } of unmergeable) delete attributes[UNMERGEABLE_ATTRIBUTE];
  };
}

const UNMERGEABLE_ATTRIBUTE = 'iconloom-apart';

type OverlapPaints = InheritedValues<'fill' | 'stroke' | 'fill-opacity' | 'stroke-opacity'>;

/** The plugin checks whether areas overlap, but ignores their strokes. */
function showsOverlap({ attributes }: XastElement, paint: OverlapPaints): boolean {
  if (paint.stroke === 'none') return false;
  const alphas = [
    attributes.opacity ?? '1',
    paint['stroke-opacity'],
    ...(paint.fill === 'none' ? [] : [paint['fill-opacity']]),
  ];
  return (
    alphas.some((alpha) => parseOpacity(alpha) < 1) ||
    [paint.fill, paint.stroke].some((value) => {
      const color = parseColor(value);
      return color?.kind === 'rgb' && color.alpha < 1;
    })
  );
}
