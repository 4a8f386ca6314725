import { type RenderedImage, renderAsync } from '@resvg/resvg-js';
import pixelmatch from 'pixelmatch';
import { withoutComments } from './css-values.ts';
import { renderSafely } from './render-safely.ts';
import { hasElement } from './source-text.ts';

export { needsCare } from './render-safely.ts';

/** A drawing as pixels. */
export interface Picture extends Pick<RenderedImage, 'width' | 'height' | 'pixels'> {
  readonly asPng: () => Buffer | Promise<Buffer>;
}

/** How a drawing is to be rendered; the same for both that are compared. */
export interface Shot {
  /** Longer side in px. */
  readonly side: number;
  readonly isWide: boolean;
  readonly hasText: boolean;
  /** Whether any of the drawings could end the process; see `render-safely.ts`. */
  readonly isRisky: boolean;
}

/** Selectors that resvg knows: types, classes, ids, attributes, children, and `:first-child`. */
const KNOWN_SELECTOR = /^(?:[\w\s.#*>,-]|\[[^\]]*\]|:first-child)*$/;

/** Sizes that CSS gives to a shape, which it does not read. */
const GEOMETRY_IN_STYLE =
  /<(rect|circle|ellipse|image|use)\b[^<>]*style=["'](?:[^"']*;)?\s*(x|y|width|height|cx|cy|r|rx|ry)\s*:/;

/**
 * Whether resvg draws a drawing as browsers do. It skips rules whose selectors it does not know,
 * and custom properties; such a drawing cannot be its own reference.
 */
export function judges(svg: string): boolean {
  // It turns a root around the origin, where browsers turn it around its center.
  if (/<svg\b[^<>]*\stransform\s*[=:]|<svg\b[^<>]*style=["'][^"']*transform/.test(svg))
    return false;
  if (/var\(/.test(svg) || GEOMETRY_IN_STYLE.test(svg)) return false;
  // References it reads as they stand: no quotes, no escapes, no percent signs.
  if (/url\(\s*(["'\\]|&quot;|&apos;|#[^)"'<>]*[%\\])|href\s*=\s*["']\s*#[^"']*%/i.test(svg))
    return false;
  if (!hasElement(svg, 'style')) return true;
  const css = [
    ...withoutAsides(svg).matchAll(/<(?:[\w-]+:)?style[^<>]*>([\s\S]*?)<\/(?:[\w-]+:)?style\s*>/g),
  ]
    .map(([, text = '']) => withoutComments(text.replace(/<!\[CDATA\[|\]\]>/g, '')))
    .join('');
  if (
    /@|transform|!\s*important|[\s;{](x|y|width|height|cx|cy|r|rx|ry|d)\s*:/i.test(css) ||
    /<style[^<>]*\smedia=/.test(svg)
  )
    return false;
  // Rules inside rules.
  if (/\{[^}]*\{/.test(css)) return false;
  const selectors = css
    .split('{')
    .slice(0, -1)
    .map((text) => text.slice(text.lastIndexOf('}') + 1).trim());
  return selectors.every((selector) => KNOWN_SELECTOR.test(selector));
}

/** Comments can hold any number of tags without ends. */
function withoutAsides(svg: string): string {
  return svg.replace(/<!--[\s\S]*?-->/g, '');
}

/** Color distance below which two pixels count as equal, 0 to 1: pixelmatch's own default. */
const THRESHOLD = 0.1;

/** Renders a drawing with its longer side at the length given, in px. */
export async function render(
  svg: string,
  { side, isWide, hasText, isRisky }: Shot,
): Promise<Picture> {
  const fitTo = { mode: isWide ? 'width' : 'height', value: side } as const;
  if (isRisky) return renderSafely(svg, { fitTo });
  return renderAsync(svg, {
    fitTo,
    // Looking for the system's fonts takes longer than all else, and few icons hold text.
    font: { loadSystemFonts: hasText },
    logLevel: 'off',
  });
}

/** Share of pixels that differ, 0 to 1; edges that are only smoothed differently do not count. */
export function difference(before: Picture, after: Picture): number {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return 1;
  const [a, b] = [before.pixels, after.pixels];
  if (a.equals(b)) return 0;
  return pixelmatch(a, b, undefined, width, height, { threshold: THRESHOLD }) / (width * height);
}

/** A PNG of three pictures side by side: before, after, and what differs in white on black. */
export async function comparisonPng(before: Picture, after: Picture): Promise<Buffer> {
  const { width, height } = before;
  const [png, afterPng] = await Promise.all([before.asPng(), after.asPng()]);
  const image = (bytes: Buffer, x: number, style = '') =>
    `<image x="${x}" width="${width}" height="${height}" preserveAspectRatio="none" style="${style}" href="data:image/png;base64,${bytes.toString('base64')}"/>`;
  const third = 2 * (width + GAP);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${third + width}" height="${height}">
<rect width="100%" height="100%" fill="#fff"/>
${image(png, 0)}${image(afterPng, width + GAP)}
<g style="isolation:isolate"><rect x="${third}" width="${width}" height="${height}" fill="#fff"/>${image(png, third)}
<g style="mix-blend-mode:difference"><rect x="${third}" width="${width}" height="${height}" fill="#fff"/>${image(afterPng, third)}</g></g>
</svg>`;
  return (await renderAsync(svg, { fitTo: { mode: 'zoom', value: ZOOM } })).asPng();
}

const GAP = 8;
/** Enlarges the pictures, so that a person sees single pixels. */
const ZOOM = 3;
