import type { XastElement } from 'svgo';
import { sizeOf } from '../../svg/view-box.ts';
import { type CssParser, PartNeeded } from '../lazy-parts.ts';
import { containsElement, type Pass, pass, svgElement } from '../tree.ts';

/**
 * Draws the background of the root as a rectangle behind all content, since a symbol has no
 * background. As in browsers, opacity, transform, clip and visibility of the root do not apply to
 * it. Source: CSS Backgrounds 3, 2.11; Chromium 156.
 *
 * `<svg viewBox="0 0 8 8" style="background:#035"><path/></svg>`
 * → `<svg viewBox="0 0 8 8"><rect width="8" height="8" fill="#035"/><path/></svg>`
 *
 * @returns two passes: one before styles are cleaned, and one after the effects of the root moved
 *   to a group, which must not contain the background
 */
export function drawBackground(
  css: CssParser | undefined,
  onLost: (found: string) => void,
): readonly [draw: Pass, toBack: Pass] {
  let rectangle: XastElement | undefined;
  return [
    pass('iconloom-draw-background', (root) => {
      const svg = svgElement(root);
      const color = svg && backgroundOf(svg, css, onLost);
      const size = color === undefined ? undefined : svg && sizeOf(svg.attributes);
      if (!svg || !color || !size || typeof size === 'string') return;
      if (containsElement(root, 'style')) {
        onLost('its style sheet might apply to the shape that replaces it');
        return;
      }
      rectangle = rectangleOf(size.viewBox, color, svg.attributes);
      svg.children.unshift(rectangle);
    }),
    pass('iconloom-background-to-back', (root) => {
      const drawn = rectangle;
      if (!drawn) return;
      const svg = svgElement(root);
      const [group] = svg?.children ?? [];
      if (!svg || group?.type !== 'element' || !group.children.includes(drawn)) {
        return;
      }
      group.children = group.children.filter((child) => child !== drawn);
      svg.children.unshift(drawn);
    }),
  ];
}

const IMAGE = /\b(url|image|image-set|(repeating-)?(linear|radial|conic)-gradient)\(/i;
/** Keywords and lengths of the shorthand that are not colors. */
const PLACEMENT =
  /^(none|(no-)?repeat(-[xy])?|space|round|scroll|fixed|local|(border|padding|content)-box|left|right|top|bottom|center|auto|cover|contain|\/|[-+.\d]+(%|[a-z]*))$/i;
/** Reads the background color; reports images. Ignores values that browsers ignore. */
function backgroundOf(
  { attributes: { style = '' } }: XastElement,
  css: CssParser | undefined,
  onLost: (found: string) => void,
): string | undefined {
  if (!/background|\\/i.test(style)) return undefined;
  if (!css) throw new PartNeeded('css');
  const isColor = (part: string) => css.parseValue('color', part, 'declaration').text !== undefined;
  let color: string | undefined;
  for (const { property, value } of css.readStyleAttribute(style)) {
    if (!/^background(-color|-image)?$/.test(property)) continue;
    if (IMAGE.test(value)) {
      onLost(`${property} is an image`);
      if (property === 'background') color = undefined;
      continue;
    }
    if (property === 'background-image') continue;
    const parts = partsOf(value);
    const colors = parts.filter(isColor);
    const others = parts.filter((part) => !isColor(part));
    if (colors.length > 1 || (property === 'background-color' && others.length > 0)) continue;
    if (others.every((part) => PLACEMENT.test(part))) color = colors[0];
  }
  return color === undefined || NO_COLOR.test(color) ? undefined : color;
}

const NO_COLOR = /^(?:transparent|inherit|initial|unset|revert|revert-layer)$/i;

/** `rgb(0 0 0) no-repeat` → `['rgb(0 0 0)', 'no-repeat']` */
function partsOf(value: string): string[] {
  return value.match(/[^\s()]*\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+/g) ?? [];
}

/** Inherited properties that must not apply to the background, with the values it gets. */
const RESET_PROPERTIES: Readonly<Record<string, string>> = {
  stroke: 'none',
  'fill-opacity': '1',
  visibility: 'visible',
};

function rectangleOf(viewBox: string, color: string, root: XastElement['attributes']): XastElement {
  const [x = '0', y = '0', width = '0', height = '0'] = viewBox.split(' ');
  const attributes: Record<string, string> = { x, y, width, height, fill: color };
  for (const [name, value] of Object.entries(RESET_PROPERTIES)) {
    const isSet = root[name] !== undefined || (root.style ?? '').includes(name);
    if (isSet) attributes[name] = value;
  }
  return { type: 'element', name: 'rect', attributes, children: [] };
}
