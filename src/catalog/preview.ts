import type { CatalogIcon } from '../emit/catalog-format.ts';
import { type ViewBox, viewBoxOf } from '../svg/view-box.ts';
import { element, svgElement } from './element.ts';
import { glyphOf } from './glyph.ts';
import { gridPath, keylinesOf } from './overlays.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import { type PageState, SIZES } from './state.ts';
import { toggle } from './toggle.ts';

/** Side of the large picture, in px. */
const LARGE = 240;

/** An icon large, with lines over it, and at all sizes. */
export function createPreview(
  icon: CatalogIcon,
  { state, sprites }: { readonly state: PageState; readonly sprites: SpriteLoader },
): HTMLElement {
  const box = viewBoxOf(icon.viewBox);
  const pixels = pixelGrid(box);
  const lines = keylines(box);
  const large = element('div', { class: 'preview__large' }, [
    glyphOf(icon, LARGE, sprites),
    overlay(box, [pixels, lines]),
  ]);
  const now = state.get();
  pixels.classList.toggle('is-off', !now.pixelGrid);
  lines.classList.toggle('is-off', !now.keylines);
  const toggles = element('div', { class: 'preview__toggles' }, [
    toggle({
      label: 'Pixel grid',
      isOn: now.pixelGrid,
      onChange: (isOn) => {
        pixels.classList.toggle('is-off', !isOn);
        state.set({ pixelGrid: isOn });
      },
    }).node,
    toggle({
      label: 'Keylines',
      isOn: now.keylines,
      onChange: (isOn) => {
        lines.classList.toggle('is-off', !isOn);
        state.set({ keylines: isOn });
      },
    }).node,
  ]);
  const sizes = element(
    'ul',
    { class: 'sizes ground', 'aria-label': 'Sizes in px' },
    SIZES.map((side) =>
      element('li', { class: 'sizes__one' }, [
        glyphOf(icon, side, sprites),
        element('span', { class: 'sizes__side' }, [String(side)]),
      ]),
    ),
  );
  return element('div', { class: 'preview' }, [
    element('div', { class: 'preview__ground ground' }, [large]),
    toggles,
    sizes,
  ]);
}

function overlay({ x, y, width, height }: ViewBox, children: readonly SVGElement[]): SVGSVGElement {
  const viewBox = `${x} ${y} ${width} ${height}`;
  return svgElement(
    'svg',
    { class: 'overlay', viewBox, width: LARGE, height: LARGE, 'aria-hidden': 'true' },
    children,
  );
}

function pixelGrid(box: ViewBox): SVGElement {
  return svgElement('path', { class: 'overlay__grid', d: gridPath(box) });
}

function keylines(box: ViewBox): SVGElement {
  const { live, circle, square, portrait, landscape } = keylinesOf(box);
  const rect = (of: ViewBox, kind = 'line') =>
    svgElement('rect', { ...of, class: `overlay__${kind}` });
  const { x, y, width, height } = box;
  return svgElement('g', {}, [
    rect(live, 'live'),
    ...[square, portrait, landscape].map((each) => rect(each)),
    svgElement('circle', { class: 'overlay__line', cx: circle.x, cy: circle.y, r: circle.radius }),
    svgElement('path', {
      class: 'overlay__line',
      d: `M${x} ${y}L${x + width} ${y + height}M${x + width} ${y}L${x} ${y + height}M${circle.x} ${y}v${height}M${x} ${circle.y}h${width}`,
    }),
  ]);
}
