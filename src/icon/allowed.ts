import type { XastParent } from 'svgo';
import { _collections } from 'svgo/browser';

/**
 * What may stand in a sprite. Everything else goes out.
 * Source: SVG 2, element index; the static drawing subset plus declarative animation.
 */
export const DRAWING_ELEMENTS: ReadonlySet<string> = new Set([
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
 * In a sprite these would act on the page: focus, languages of its text, other names of links; or
 * they only say names, of fonts and of people's parts.
 */
const PAGE_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['tabindex', 'lang', 'xml:lang', 'xml:base', 'requiredExtensions', 'requiredFeatures'],
  ...['target', 'download', 'ping', 'rel', 'hreflang', 'type', 'media', 'crossorigin', 'title'],
  ...['name', 'string', 'local', 'format', 'glyph-name', 'unicode', 'color-profile', 'viewTarget'],
  ...['externalResourcesRequired', 'contentScriptType', 'contentStyleType', 'version', 'origin'],
]);
/** Of SVG 2 and CSS, and not in svgo's tables. */
const NEWER_ATTRIBUTES = [
  ...['href', 'class', 'style', 'mask-type', 'transform-origin', 'mix-blend-mode', 'isolation'],
  ...['d', 'r', 'rx', 'ry', 'cx', 'cy', 'x', 'y', 'width', 'height', 'fr', 'pathLength'],
  ...['side', 'path', 'orient', 'preserveAspectRatio', 'edgeMode', 'z-index', 'white-space'],
];

/**
 * Attributes that may stand in a sprite, by their exact case: an HTML parser reads `HREF` as `href`
 * and `VIEWBOX` as `viewBox`, where XML sees an unknown name.
 */
const DRAWING_ATTRIBUTES: ReadonlySet<string> = new Set(
  [
    ...Object.entries(_collections.attrsGroups)
      .filter(([group]) => !/event/i.test(group))
      .flatMap(([, names]) => [...names]),
    ...Object.values(_collections.elems).flatMap(({ attrs }) => [...(attrs ?? [])]),
    ...NEWER_ATTRIBUTES,
  ].filter((name) => !PAGE_ATTRIBUTES.has(name)),
);

/** Attributes whose values are names or times, and that mean nothing on other elements. */
const STEPS = /^(in2?|result)$/;
const TIMES = /^(attributeName|begin|end|dur)$/;
const ANIMATIONS = /^(set|animate(Motion|Transform)?)$/;

/** Whether an element changes others in time. */
export function isAnimation(name: string): boolean {
  return ANIMATIONS.test(name);
}

/** @param element '' to ask whether any element may have it */
export function isAllowedAttribute(element: string, name: string): boolean {
  if (STEPS.test(name)) return element === '' || element.startsWith('fe');
  if (TIMES.test(name)) return element === '' || isAnimation(element);
  if (DRAWING_ATTRIBUTES.has(name)) return true;
  const isValueType = /^(feColorMatrix|feFunc[ABGR]|feTurbulence|animateTransform|style)$/;
  if (name === 'type') return isValueType.test(element);
  return name === 'media' && element === 'style';
}

/** Attributes that say what an element is called or when it moves, rather than how it looks. */
const NOT_ANIMATED =
  /^(id|class|style|href|begin|end|dur|attribute(Name|Type)|result|in2?|systemLanguage|xml:space)$/;

/** Whether an animation may change an attribute. */
export function isAnimatable(attribute: string): boolean {
  return isAllowedAttribute('', attribute) && !NOT_ANIMATED.test(attribute);
}

/** Elements whose text is drawn, or read as CSS; anywhere else text is only in the way. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath', 'style']);

/**
 * Whether an element means anything to its parent: parts of texts, filters, gradients and motions
 * draw nothing elsewhere, but what stands in them would be read.
 */
export function isInPlace(name: string, parent: XastParent): boolean {
  const around = parent.type === 'element' ? parent.name : '';
  if (name === 'mpath') return around === 'animateMotion';
  if (isAnimation(around)) return false;
  if (name.startsWith('fe')) return around === 'filter' || around.startsWith('fe');
  if (name === 'stop') return around.endsWith('Gradient');
  const isPartOfText = name === 'tspan' || name === 'textPath';
  return !isPartOfText || TEXT_ELEMENTS.has(around);
}

/** Elements that run code or draw another language, by local name in any namespace. */
export const ACTIVE_ELEMENTS: ReadonlySet<string> = new Set([
  ...['script', 'handler', 'listener', 'foreignObject'],
  ...['iframe', 'object', 'embed', 'audio', 'video', 'canvas'],
]);

/** Links that would be followed into code. White space and controls inside do not stop a browser. */
export function isActiveUrl(url: string): boolean {
  return /^(javascript|vbscript|data:(text|image\/svg|application))/i.test(stripped(url));
}

function stripped(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
  return url.replace(/[\u0000-\u0020]/g, '');
}
