import type { XastParent } from 'svgo';
import { attributeKind, isFilterAttribute, isGeometryAttribute } from '../svg/attributes.ts';
import { isRenderingProperty, PRESENTATION_ATTRIBUTES } from '../svg/css/properties.ts';
import { ANIMATIONS } from '../svg/elements.ts';

/**
 * Elements that a sprite may contain; the sanitizer removes all others. Source: SVG 2, element
 * index; the static drawing subset plus declarative animation.
 */
export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set([
  // Structure
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'style'],
  // Shapes, text and pictures
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath'],
  // Paint
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'marker', 'clipPath', 'mask'],
  // Filters
  ...['filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite'],
  ...['feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap', 'feDistantLight'],
  ...['feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR'],
  ...['feGaussianBlur', 'feImage', 'feMerge', 'feMergeNode', 'feMorphology', 'feOffset'],
  ...['fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
  // Animation
  ...['animate', 'animateMotion', 'animateTransform', 'mpath', 'set'],
]);

/**
 * Checks if a sprite may contain an attribute, by its exact case: an HTML parser reads `HREF` as
 * `href` and `VIEWBOX` as `viewBox`, where XML sees an unknown name.
 *
 * @param element '' for any element
 */
export function isAllowedAttribute(element: string, name: string): boolean {
  // Handlers run code; none may ever become allowed by a table.
  if (/^on/i.test(name)) return false;
  if (attributeKind(element, name) !== undefined) return true;
  if (element === '' && isFilterAttribute(name)) return true;
  return PRESENTATION_ATTRIBUTES.has(name) || isGeometryAttribute(name);
}

/** Attributes that name or identify an element instead of styling it. */
const NOT_ANIMATABLE =
  /^(id|class|style|href|cursor|result|in2?|systemLanguage|xml:space|animation.*)$/;

/** Checks if an animation may change an attribute or a property. */
export function isAnimatable(target: string): boolean {
  if (NOT_ANIMATABLE.test(target)) return false;
  return (
    isAllowedAttribute('', target) || (isRenderingProperty(target) && !target.startsWith('--'))
  );
}

/** Elements whose text is rendered or parsed as CSS; all other text is dropped. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath', 'style']);

/**
 * Checks if an element works inside its parent: parts of texts, filters, gradients and motions draw
 * nothing elsewhere, but a reader would still parse their content.
 */
export function hasValidParent(name: string, parent: XastParent): boolean {
  const parentName = parent.type === 'element' ? parent.name : '';
  if (name === 'mpath') return parentName === 'animateMotion';
  if (ANIMATIONS.has(parentName)) return false;
  if (name.startsWith('fe')) return parentName === 'filter' || parentName.startsWith('fe');
  if (name === 'stop') return parentName.endsWith('Gradient');
  const isPartOfText = name === 'tspan' || name === 'textPath';
  return !isPartOfText || TEXT_ELEMENTS.has(parentName);
}

/** Elements that run code or draw another language, by local name in any namespace. */
export const ACTIVE_ELEMENTS: ReadonlySet<string> = new Set([
  ...['script', 'handler', 'listener', 'foreignObject'],
  ...['iframe', 'object', 'embed', 'audio', 'video', 'canvas'],
]);

/**
 * Checks if a browser would run the target of a link. It ignores white space and control characters
 * in URLs. Source: WHATWG URL, 4.4.
 */
export function isActiveUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
  const stripped = url.replace(/[\u0000-\u0020]/g, '');
  return /^(javascript|vbscript|data:(text|image\/svg|application))/i.test(stripped);
}
