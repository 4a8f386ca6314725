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

/** Elements whose text is drawn, or read as CSS; anywhere else text is only in the way. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath', 'style']);

/** Elements that run code or draw another language, by local name in any namespace. */
export const ACTIVE_ELEMENTS: ReadonlySet<string> = new Set([
  ...['script', 'handler', 'listener', 'foreignObject'],
  ...['iframe', 'object', 'embed', 'audio', 'video', 'canvas'],
]);

/** Links that would be followed into code. White space and controls inside do not stop a browser. */
export function isActiveUrl(url: string): boolean {
  return /^(javascript|vbscript|data:(text|image\/svg|application))/i.test(stripped(url));
}

/** A bitmap that travels inside the drawing. */
export function isEmbeddedBitmap(url: string): boolean {
  return /^data:image\/(png|jpeg|jpg|gif|webp|avif)[;,]/i.test(stripped(url));
}

function stripped(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
  return url.replace(/[\u0000-\u0020]/g, '');
}
