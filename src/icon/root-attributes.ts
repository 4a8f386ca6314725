import type { XastElement } from 'svgo';
import { sizeOf } from '../svg/view-box.ts';
import { parseDeclaration, splitDeclarations } from './css-values.ts';
import { scaleTranslations, transformAttribute } from './transforms.ts';
import { type Pass, pass, svgElement } from './tree.ts';

/** Root attributes that act on a `<symbol>` as on its `<svg>`: the inherited properties. */
export const INHERITED_BY_SYMBOL: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'color', 'color-interpolation'],
  ...['color-interpolation-filters', 'color-rendering', 'image-rendering', 'shape-rendering'],
  ...['text-rendering', 'paint-order', 'stroke', 'stroke-dasharray', 'stroke-dashoffset'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width'],
  ...['marker-start', 'marker-mid', 'marker-end', 'visibility', 'pointer-events'],
  ...['direction', 'dominant-baseline', 'font', 'font-family', 'font-size', 'font-size-adjust'],
  ...['font-stretch', 'font-style', 'font-variant', 'font-weight', 'letter-spacing', 'text-anchor'],
  ...['word-spacing', 'writing-mode', 'class', 'xml:space'],
]);

/**
 * Root attributes that act on the drawing as a whole and are not inherited. A browser applies
 * them to `<svg>` but not reliably to `<symbol>`, so a group inside carries them.
 */
const GROUPED: ReadonlySet<string> = new Set([
  ...['clip-path', 'display', 'filter', 'mask', 'opacity', 'transform', 'transform-origin'],
]);

/** Style declarations that lay out an `<svg>` in a page and mean nothing inside a sprite. */
const LAYOUT =
  /^(width|height|(min|max)-(width|height)|overflow|position|margin.*|padding.*|display\s*:\s*(block|inline.*)|float|vertical-align|enable-background|background.*|(top|left|right|bottom)|-[a-z].*)\s*(:|$)/i;

/**
 * Moves what acts on the whole drawing from the root to a group, before optimizing, which puts it
 * on a single shape where there is only one.
 *
 * `<svg opacity=".5"><path/></svg>` → `<svg><g opacity=".5"><path/></g></svg>`
 */
export function groupRoot(): Pass {
  return pass('iconloom-group-root', (root) => {
    const svg = svgElement(root);
    if (!svg) return;
    const grouped: Record<string, string> = {};
    for (const name of Object.keys(svg.attributes)) {
      if (!GROUPED.has(name)) continue;
      grouped[name] = svg.attributes[name] as string;
      delete svg.attributes[name];
    }
    const { style, transform, origin } = rootStyle(svg);
    if (svg.attributes.style !== undefined) delete svg.attributes.style;
    if (style !== '') grouped.style = style;
    const turned = transform ?? grouped.transform;
    const around =
      turned !== undefined &&
      originInUnits(origin ?? grouped['transform-origin'] ?? 'center', svg.attributes);
    if (around) {
      grouped.transform = asGroupTransform(turned, around, svg.attributes);
      delete grouped['transform-origin'];
    }
    if (Object.keys(grouped).length === 0) return;
    svg.children = [{ type: 'element', name: 'g', attributes: grouped, children: svg.children }];
  });
}

interface RootStyle {
  /** The rest of the style, without what lays the root out in a page. */
  readonly style: string;
  /** Its transform as an attribute, where it can be one. */
  readonly transform?: string | undefined;
  readonly origin?: string | undefined;
}

function rootStyle({ attributes }: XastElement): RootStyle {
  if (!attributes.style) return { style: '' };
  const declarations = splitDeclarations(attributes.style ?? '').filter(
    (declaration) => !LAYOUT.test(declaration),
  );
  const values = new Map(declarations.map(parseDeclaration));
  const transform = transformAttribute(values.get('transform') ?? '');
  const origin = values.get('transform-origin');
  if (transform === undefined) {
    // CSS turns a group around its own corner unless it is told what a root takes for granted.
    const isTurned = declarations.some((each) => /^(transform|rotate|scale)\s*:/i.test(each));
    const around = [`transform-origin:${origin ?? '50% 50%'}`, 'transform-box:view-box'];
    return { style: [...declarations, ...(isTurned ? around : [])].join(';'), origin };
  }
  const rest = declarations.filter((each) => !/^transform(-origin)?\s*:/i.test(each));
  return { style: rest.join(';'), transform, origin };
}

/** Share of a side that a keyword of `transform-origin` stands for. */
const KEYWORDS: Readonly<Record<string, number>> = {
  left: 0,
  top: 0,
  center: 0.5,
  right: 1,
  bottom: 1,
};

/** A `transform-origin` of the root in units of the viewBox; `undefined` where it is no plain one. */
function originInUnits(
  origin: string,
  attributes: XastElement['attributes'],
): readonly [x: number, y: number] | undefined {
  const size = sizeOf(attributes);
  if (typeof size === 'string') return undefined;
  const [x = 0, y = 0, width = 1, height = 1] = size.viewBox.split(' ').map(Number);
  const words = origin
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  // Keywords may stand in either order, and the other of one alone is the center.
  if (words.length === 1 && /^(top|bottom)$/.test(words[0] ?? '')) words.unshift('center');
  const isSwapped = /^(top|bottom)$/.test(words[0] ?? '') || /^(left|right)$/.test(words[1] ?? '');
  if (isSwapped) words.reverse();
  const along = (word: string, start: number, side: number, px: number) => {
    const keyword = KEYWORDS[word];
    if (keyword !== undefined) return start + keyword * side;
    const [, number, unit] = /^([-+]?[\d.]+)(px|%)?$/.exec(word) ?? [];
    return start + (unit === '%' ? (Number(number) / 100) * side : (Number(number) * side) / px);
  };
  const place = [
    along(words[0] ?? '', x, width, size.width),
    along(words[1] ?? 'center', y, height, size.height),
  ] as const;
  return place.every(Number.isFinite) ? place : undefined;
}

/**
 * A root is transformed as a box of the page: around its center, and by px of the page. A group is
 * transformed around the origin, by units of the viewBox. Source: CSS Transforms 1, 6.
 */
function asGroupTransform(
  transform: string,
  [x, y]: readonly [x: number, y: number],
  attributes: XastElement['attributes'],
): string {
  const size = sizeOf(attributes);
  if (typeof size === 'string') return transform;
  const [, , width = 1, height = 1] = size.viewBox.split(' ').map(Number);
  const inUnits = scaleTranslations(transform, width / size.width, height / size.height);
  return `translate(${x} ${y}) ${inUnits} translate(${-x} ${-y})`;
}
