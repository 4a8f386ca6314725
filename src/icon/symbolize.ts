import type { XastElement } from 'svgo';
import type { SourceFacts } from './inspect-source.ts';
import { type Pass, pass, svgElement } from './tree.ts';

/** Root attributes that act on a `<symbol>` as on its `<svg>`: the inherited properties. */
const INHERITED: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'color', 'color-interpolation'],
  ...['color-interpolation-filters', 'color-rendering', 'image-rendering', 'shape-rendering'],
  ...['text-rendering', 'paint-order', 'stroke', 'stroke-dasharray', 'stroke-dashoffset'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width'],
  ...['marker', 'marker-start', 'marker-mid', 'marker-end', 'visibility', 'pointer-events'],
  ...['direction', 'dominant-baseline', 'font', 'font-family', 'font-size', 'font-size-adjust'],
  ...['font-stretch', 'font-style', 'font-variant', 'font-weight', 'letter-spacing', 'text-anchor'],
  ...['word-spacing', 'writing-mode', 'class', 'xml:space'],
]);

/**
 * Root attributes that act on the drawing as a whole and are not inherited. A browser applies
 * them to `<svg>` but not reliably to `<symbol>`, so a group inside carries them.
 */
const GROUPED: ReadonlySet<string> = new Set([
  ...['clip-path', 'filter', 'mask', 'mask-type', 'mix-blend-mode', 'isolation', 'opacity'],
  ...['transform', 'transform-origin', 'transform-box'],
]);

/** Style declarations that lay out an `<svg>` in a page and mean nothing inside a sprite. */
const LAYOUT =
  /^\s*(width|height|(min|max)-(width|height)|overflow|position|margin.*|padding.*|display|float|vertical-align|enable-background|background.*|(top|left|right|bottom)|-.*)\s*:/;

/**
 * Turns the root into the symbol. The order of its attributes is fixed: id first.
 *
 * `<svg xmlns="…" width="24" height="24" fill="none" opacity=".5"><path/></svg>`
 * → `<symbol id="menu" viewBox="0 0 24 24" fill="none"><g opacity=".5"><path/></g></symbol>`
 */
export function symbolize(id: string, facts: () => SourceFacts | undefined): Pass {
  return pass('iconloom-symbolize', (root) => {
    const svg = svgElement(root);
    const source = facts();
    if (!svg || !source) return;

    const all = Object.entries(svg.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
    const style = rootStyle(svg.attributes.style);
    const grouped = all.filter(([name]) => GROUPED.has(name));
    if (style !== '') grouped.push(['style', style]);
    const aspectRatio = svg.attributes.preserveAspectRatio;

    svg.name = 'symbol';
    svg.attributes = {
      id,
      viewBox: source.size.viewBox,
      ...(aspectRatio && { preserveAspectRatio: aspectRatio }),
      ...Object.fromEntries(all.filter(([name]) => INHERITED.has(name))),
    };
    if (grouped.length > 0) svg.children = [group(Object.fromEntries(grouped), svg.children)];
    root.children = [svg];
  });
}

function rootStyle(style = ''): string {
  return style
    .split(';')
    .filter((declaration) => declaration.trim() !== '' && !LAYOUT.test(declaration))
    .join(';');
}

function group(attributes: Record<string, string>, children: XastElement['children']): XastElement {
  return { type: 'element', name: 'g', attributes, children };
}
