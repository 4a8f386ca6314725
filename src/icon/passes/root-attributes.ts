import type { XastElement } from 'svgo';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import { isInheritedProperty } from '../../svg/inherit.ts';
import type { Point } from '../../svg/matrix.ts';
import { scaleTranslations, serializeTransformList } from '../../svg/transform-list.ts';
import { parseTransformOrigin } from '../../svg/transform-origin.ts';
import { parseViewBox, type Size, sizeOf, type ViewBox } from '../../svg/view-box.ts';
import type { StyleSheets } from '../css/style-sheet.ts';
import { type Pass, svgElement, triggeredPass } from '../tree.ts';
import { aroundPoint, readTransform } from './read-transform.ts';
import { clipToViewBox } from './root-clip.ts';
import { effectsInPx } from './root-effects.ts';
import { ROOT_EFFECTS, TRAITS } from './tree-traits.ts';

/** Root attributes with the same effect on a `<symbol>` as on `<svg>`: the inherited properties. */
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

/** Style declarations for the layout of an `<svg>` in a page, without effect inside a sprite. */
const LAYOUT =
  /^(width|height|(min|max)-(width|height)|overflow|position|margin.*|padding.*|display\s*:\s*(block|inline.*)|float|vertical-align|enable-background|background.*|(top|left|right|bottom)|-(?!webkit-transform)[a-z].*)\s*(:|$)/i;

/**
 * Moves attributes that apply to the whole icon from the root to a group. Runs before the
 * optimizer, which may move them to a single shape.
 *
 * `<svg opacity=".5"><path/></svg>` → `<svg><g opacity=".5"><path/></g></svg>`
 *
 * @param onPageEffect receives the effects that browsers size in px of the page; in a group they scale with the
 *   icon
 */
export function groupRoot(
  styles: StyleSheets | undefined,
  onPageEffect: (effect: string) => void,
): Pass {
  return triggeredPass(
    'iconloom-group-root',
    { triggers: TRAITS.rootEffect | TRAITS.style },
    (root) => {
      const svg = svgElement(root);
      if (!svg) return;
      const grouped: Record<string, string> = {};
      for (const name of Object.keys(svg.attributes)) {
        if (!ROOT_EFFECTS.has(name)) continue;
        grouped[name] = svg.attributes[name] as string;
        delete svg.attributes[name];
      }
      const style = writeStyle(
        readStyle(svg.attributes.style).filter(([name, value]) => !LAYOUT.test(`${name}:${value}`)),
      );
      delete svg.attributes.style;
      if (style !== '') grouped.style = style;
      if (Object.keys(grouped).length === 0) return;
      const moved = new Set([...Object.keys(grouped), ...readStyle(style).map(([name]) => name)]);
      styles?.dropFromRoot(
        root,
        (property) => moved.has(property) && !isInheritedProperty(property),
      );
      const size = sizeOf(svg.attributes);
      const box = typeof size === 'string' ? undefined : parseViewBox(size.viewBox);
      for (const effect of effectsInPx(grouped)) onPageEffect(effect);
      if (typeof size !== 'string' && box) transformGroup(grouped, size, box);
      if (Object.keys(grouped).length === 0) return;
      const group = { type: 'element' as const, name: 'g', attributes: grouped };
      svg.children = [{ ...group, children: svg.children }];
      if (typeof size !== 'string' && box) clipToViewBox(svg.children[0] as XastElement, size, box);
    },
  );
}

/**
 * A root is transformed as a box of the page: around its center, and by px of the page. A group is
 * transformed around the origin, by units of the viewBox. Source: CSS Transforms 1, 6.
 */
function transformGroup(
  group: Record<string, string>,
  size: Size,
  { x, y, width, height }: ViewBox,
): void {
  const [scaleX, scaleY] = [width / size.width, height / size.height];
  const inUnits = ([left, top]: Point): Point => [x + left * scaleX, y + top * scaleY];
  const root = { box: size, origin: 'center', isRoot: true };
  const transformation = readTransform({ 'transform-origin': root.origin, ...group }, root);
  if (transformation === 'css') {
    group.style = withOrigin(group, size, inUnits);
  } else if (transformation) {
    const list = aroundPoint(
      scaleTranslations(transformation.list, scaleX, scaleY),
      inUnits(transformation.origin),
    );
    setOrDelete(group, 'transform', serializeTransformList(list));
    setOrDelete(group, 'style', writeStyle(transformation.rest));
  }
  delete group['transform-origin'];
}

function setOrDelete(attributes: Record<string, string>, name: string, value: string): void {
  if (value === '') delete attributes[name];
  else attributes[name] = value;
}

/** Adds the transform origin of a root: CSS transforms a group around its own corner by default. */
function withOrigin(
  { style = '', 'transform-origin': attribute = 'center' }: Record<string, string>,
  size: Size,
  inUnits: (point: Point) => Point,
): string {
  const declared = readStyle(style);
  const rest = declared.filter(([name]) => name !== 'transform-box' && name !== 'transform-origin');
  const css = declared.findLast(([name]) => name === 'transform-origin')?.[1];
  const origin = css ?? attribute;
  const point = parseTransformOrigin(origin, { box: size, isAttribute: css === undefined });
  const position = inUnits(point ?? [size.width / 2, size.height / 2]);
  const px = position.map((length) => `${length}px`).join(' ');
  return writeStyle([...rest, ['transform-origin', px], ['transform-box', 'view-box']]);
}
