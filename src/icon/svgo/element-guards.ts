import type { XastElement, XastParent, XastRoot } from 'svgo';
import { isGeometryProperty } from '../../svg/attributes.ts';
import { readStyle } from '../../svg/css/style-text.ts';
import { ANIMATIONS } from '../../svg/elements.ts';
import { COLLECTIONS } from './installed-svgo.ts';

/**
 * Elements that a plugin of svgo must not change: targets of animations, since plugins only see
 * initial values; shapes that would get markers as paths; groups whose effects add up.
 */
export interface ElementGuard {
  /** @param isInsideTarget true if an ancestor is animated */
  readonly isProtected: (element: XastElement, isInsideTarget: boolean) => boolean;
  /** Checks if an animation changes an element. */
  readonly isAnimationTarget: (element: XastElement) => boolean;
}

/** Checks if a plugin must not run at all: it removes elements before the guard is called. */
export function mustSkipPlugin(plugin: string, root: XastRoot): boolean {
  return plugin === 'removeHiddenElems' && guardTraitsOf(root).isAnimated;
}

/** Creates the guard for a plugin and an icon; `undefined` if none is needed. */
export function elementGuardFor(plugin: string, root: XastRoot): ElementGuard | undefined {
  const { isAnimated, hasMarkers, hasShapeStyles } = guardTraitsOf(root);
  const ignoresAnimations = isAnimated && IGNORES_ANIMATIONS.has(plugin);
  const wouldAddMarkers = hasMarkers && plugin === 'convertShapeToPath';
  const ignoresShapeStyles = hasShapeStyles && READS_SHAPES.test(plugin);
  const mayCompound = plugin === 'collapseGroups';
  if (!ignoresAnimations && !wouldAddMarkers && !ignoresShapeStyles && !mayCompound)
    return undefined;
  return {
    isAnimationTarget: ignoresAnimations ? isAnimationTarget : () => false,
    isProtected: (element, isInsideTarget) =>
      (ignoresAnimations &&
        (isInsideTarget || isAnimationTarget(element) || hasAnimationTarget(element))) ||
      (wouldAddMarkers && element.name === 'rect') ||
      (ignoresShapeStyles && isShapedByStyle(element)) ||
      (mayCompound && hasCompoundingEffect(element)),
  };
}

/**
 * Checks if a plugin needs a guard for an icon, or could need one during its run: when groups
 * collapse, others become adjacent.
 */
export function needsElementGuard(plugin: string, root: XastRoot): boolean {
  if (plugin !== 'collapseGroups') return elementGuardFor(plugin, root) !== undefined;
  return guardTraitsOf(root).isAnimated || hasNestedEffect(root, new Set());
}

/** Plugins that rely on initial values of attributes, or move attributes to other elements. */
const IGNORES_ANIMATIONS: ReadonlySet<string> = new Set([
  ...['collapseGroups', 'convertEllipseToCircle', 'convertPathData', 'convertShapeToPath'],
  ...['mergePaths', 'moveElemsAttrsToGroup', 'moveGroupAttrsToElems', 'removeEmptyContainers'],
  ...['removeUnknownsAndDefaults', 'removeUselessStrokeAndFill'],
]);

/** Plugins that assume that only attributes determine the outline of a shape. */
const READS_SHAPES = /^convert(?:ShapeToPath|EllipseToCircle)$/;

interface GuardTraits {
  readonly isAnimated: boolean;
  /** True if anything except a path may pass on markers to a shape. */
  readonly hasMarkers: boolean;
  /** True if a style sets the size or place of a shape. */
  readonly hasShapeStyles: boolean;
}

/** No pass adds any of these. */
const traitsCache = new WeakMap<XastRoot, GuardTraits>();

function guardTraitsOf(root: XastRoot): GuardTraits {
  const traits = traitsCache.get(root) ?? readTraits(root);
  traitsCache.set(root, traits);
  return traits;
}

const MARKED = /^(path|line|polyline|polygon)$/;

function readTraits(parent: XastParent): GuardTraits {
  let [isAnimated, hasMarkers, hasShapeStyles] = [false, false, false];
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    isAnimated ||= ANIMATIONS.has(child.name);
    hasMarkers ||= !MARKED.test(child.name) && isMarked(child);
    hasShapeStyles ||= isShapedByStyle(child);
    if (child.children.length === 0) continue;
    const inside = readTraits(child);
    isAnimated ||= inside.isAnimated;
    hasMarkers ||= inside.hasMarkers;
    hasShapeStyles ||= inside.hasShapeStyles;
  }
  return { isAnimated, hasMarkers, hasShapeStyles };
}

function isMarked({ attributes }: XastElement): boolean {
  for (const name in attributes) {
    if (name.startsWith('marker-')) return true;
    if (name === 'style' && /(^|[;\s])marker/.test(attributes.style ?? '')) return true;
  }
  return false;
}

function isAnimationTarget({ children }: XastElement): boolean {
  return children.some((child) => child.type === 'element' && ANIMATIONS.has(child.name));
}

function hasAnimationTarget({ children }: XastElement): boolean {
  return children.some((child) => child.type === 'element' && isAnimationTarget(child));
}

function isShapedByStyle({ attributes: { style } }: XastElement): boolean {
  return style !== undefined && readStyle(style).some(([property]) => isGeometryProperty(property));
}

/** Checks for an element with an effect that an ancestor has, too. */
function hasNestedEffect(parent: XastParent, outer: ReadonlySet<string>): boolean {
  return parent.children.some((child) => {
    if (child.type !== 'element') return false;
    const effects = Object.keys(child.attributes).filter(isEffect);
    return (
      effects.some((name) => outer.has(name)) ||
      hasNestedEffect(child, new Set([...outer, ...effects]))
    );
  });
}

/** Effects of groups that add up when their elements have them, too. */
function isEffect(attribute: string): boolean {
  return /^(?:opacity|filter|mask|clip-path|style|class)$/.test(attribute);
}

/** Effects that a group and its only child have both, each with the same value. */
function hasCompoundingEffect({ name, attributes, children }: XastElement): boolean {
  const [child] = children;
  if (name !== 'g' || children.length !== 1 || child?.type !== 'element') return false;
  for (const attribute in attributes) {
    if (attribute === 'transform' || COLLECTIONS.inheritableAttrs.has(attribute)) continue;
    const inner = child.attributes[attribute];
    if (inner === attributes[attribute] || inner === 'inherit') return true;
  }
  return false;
}
