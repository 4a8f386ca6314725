/** What of CSS may stand in a sprite. Everything else goes out. */

import { PRESENTATION_ATTRIBUTES } from './properties.ts';

/** Properties that change how something is drawn. Source: SVG 2 and the CSS modules it names. */
const DRAWING_PROPERTIES: ReadonlySet<string> = new Set([
  ...PRESENTATION_ATTRIBUTES,
  // Shapes and places
  ...['d', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'marker', 'all'],
  ...['transform', 'transform-origin', 'transform-box', 'transform-style', 'translate', 'rotate'],
  ...['scale', 'perspective', 'perspective-origin', 'backface-visibility', 'will-change'],
  ...['clip', 'object-fit', 'object-position', 'overflow-x', 'overflow-y'],
  // Layers
  ...['mix-blend-mode', 'isolation', 'mask-type', 'mask-image', 'mask-mode', 'mask-repeat'],
  ...['mask-position', 'mask-clip', 'mask-origin', 'mask-size', 'mask-composite'],
  ...['-webkit-mask', '-webkit-mask-image', '-webkit-filter', '-webkit-clip-path'],
  ...['-webkit-transform', '-webkit-transform-origin', '-webkit-animation'],
  // Motion
  ...['animation', 'animation-name', 'animation-duration', 'animation-timing-function'],
  ...['animation-delay', 'animation-iteration-count', 'animation-direction'],
  ...['animation-fill-mode', 'animation-play-state', 'animation-composition', 'transition'],
  ...['transition-property', 'transition-duration', 'transition-timing-function'],
  ...['transition-delay', 'transition-behavior', 'offset', 'offset-path', 'offset-distance'],
  ...['offset-rotate', 'offset-anchor', 'offset-position'],
  // Colors and text
  ...['color-scheme', 'forced-color-adjust', 'print-color-adjust', 'accent-color', 'font'],
  ...['font-kerning', 'font-feature-settings', 'font-variation-settings', 'font-optical-sizing'],
  ...['font-variant-caps', 'font-variant-numeric', 'font-variant-ligatures', 'font-synthesis'],
  ...['line-height', 'inline-size', 'shape-inside', 'text-align', 'text-orientation'],
  ...['text-decoration-line', 'text-decoration-color', 'text-decoration-style', 'text-transform'],
  ...['glyph-orientation-vertical', 'glyph-orientation-horizontal', 'text-indent'],
]);

export function isDrawingProperty(property: string): boolean {
  return DRAWING_PROPERTIES.has(property);
}

/** Whether a property may be declared: also one of the drawing's own. */
export function isAllowedProperty(property: string): boolean {
  return property.startsWith('--') || isDrawingProperty(property);
}

/** Functions that compute, color, shape or move, and fetch nothing. `url()` is looked into. */
export const SAFE_FUNCTIONS: ReadonlySet<string> = new Set([
  // Colors
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix'],
  ...['light-dark', 'device-cmyk', 'icc-color', 'contrast-color', 'linear-gradient'],
  ...['radial-gradient', 'conic-gradient', 'repeating-linear-gradient'],
  ...['repeating-radial-gradient', 'repeating-conic-gradient'],
  // Numbers
  ...['var', 'env', 'calc', 'min', 'max', 'clamp', 'round', 'mod', 'rem', 'sin', 'cos', 'tan'],
  ...['asin', 'acos', 'atan', 'atan2', 'pow', 'sqrt', 'hypot', 'log', 'exp', 'abs', 'sign'],
  // Transforms
  ...['matrix', 'matrix3d', 'translate', 'translatex', 'translatey', 'translatez', 'translate3d'],
  ...['rotate', 'rotatex', 'rotatey', 'rotatez', 'rotate3d', 'scale', 'scalex', 'scaley'],
  ...['scalez', 'scale3d', 'skew', 'skewx', 'skewy', 'perspective'],
  // Shapes
  ...['inset', 'rect', 'xywh', 'circle', 'ellipse', 'polygon', 'path', 'shape', 'ray'],
  // Filters
  ...['blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'hue-rotate', 'invert'],
  ...['opacity', 'saturate', 'sepia'],
  // Timing
  ...['cubic-bezier', 'steps', 'linear', 'frames'],
]);

/** Functions that take an address as a string or out of a variable. */
export const FETCHING_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade', 'image', 'src'],
  ...['url-prefix', 'element', '-moz-element', 'attr'],
]);

/** States, and places among siblings. All else asks about the page, or is not known. */
export const SAFE_PSEUDO_CLASSES: ReadonlySet<string> = new Set([
  ...['hover', 'active', 'focus', 'focus-within', 'focus-visible', 'target', 'link', 'visited'],
  ...['any-link', 'root', 'scope', 'empty', 'is', 'where', 'not', 'has', 'first-child'],
  ...['last-child', 'only-child', 'first-of-type', 'last-of-type', 'only-of-type', 'nth-child'],
  ...['nth-last-child', 'nth-of-type', 'nth-last-of-type'],
]);

/** Words of media queries. Source: Media Queries 5. */
const MEDIA_WORDS: ReadonlySet<string> = new Set([
  ...['all', 'screen', 'print', 'and', 'or', 'not', 'only', 'width', 'height', 'min-width'],
  ...['max-width', 'min-height', 'max-height', 'orientation', 'portrait', 'landscape'],
  ...['aspect-ratio', 'min-aspect-ratio', 'max-aspect-ratio', 'resolution', 'min-resolution'],
  ...['max-resolution', '-webkit-min-device-pixel-ratio', '-webkit-max-device-pixel-ratio'],
  ...['-webkit-device-pixel-ratio', 'prefers-color-scheme', 'light', 'dark', 'no-preference'],
  ...['prefers-reduced-motion', 'reduce', 'prefers-contrast', 'more', 'less', 'custom'],
  ...['prefers-reduced-transparency', 'prefers-reduced-data', 'forced-colors', 'active', 'none'],
  ...['inverted-colors', 'inverted', 'hover', 'any-hover', 'pointer', 'any-pointer', 'coarse'],
  ...['fine', 'color', 'color-gamut', 'srgb', 'p3', 'rec2020', 'dynamic-range', 'standard'],
  ...['high', 'monochrome', 'update', 'fast', 'slow', 'scripting', 'enabled', 'initial-only'],
  ...['grid', 'display-mode', 'fullscreen', 'standalone', 'browser', 'device-width'],
  ...['device-height', 'min-device-width', 'max-device-width', 'calc', 'infinite'],
]);

/** Whether a media query holds nothing but what media queries know. */
export function isSafeMedia(query: string): boolean {
  if (/[^\w\s():,.<>=/%+*-]/.test(query)) return false;
  const words = query.replace(/(?<![\w-])[-+]?[\d.]+[a-z%]*/gi, ' ').match(/[-\w]*[a-z][-\w]*/gi);
  return (words ?? []).every((word) => MEDIA_WORDS.has(word.toLowerCase()));
}

/** Whether a condition asks for nothing but properties that draw. */
export function isSafeSupports(condition: string): boolean {
  if (/["'\\]/.test(condition)) return false;
  const outer = condition.replace(/\(\s*([-\w]+)\s*:[^()]*\)/g, (whole, property: string) =>
    isDrawingProperty(property.toLowerCase()) ? '' : whole,
  );
  return /^[\s()]*((and|or|not)[\s()]*)*$/i.test(outer);
}
