import type { Look } from '../../core/preview.ts';
import { bytesText, percentText } from '../amounts.ts';
import { element, svgElement } from '../element.ts';
import { glyphOf } from '../glyph.ts';
import type { CatalogPage } from '../page.ts';
import { iconNamed, SIZES } from '../state.ts';

const GROUNDS = { light: 'On light', dark: 'On dark' } as const;

/** Preview of the new icon at all sizes and beside its family, on light and dark. */
export function createStage(
  { icon, family, name }: Look,
  before: number,
  page: CatalogPage,
): HTMLElement | undefined {
  if (!icon) return undefined;
  const { href, bytes } = icon;
  const change = percentText(bytes.saved, before);
  return element('section', { class: 'showing', 'aria-label': 'Preview' }, [
    element(
      'div',
      { class: 'showing__grounds' },
      Object.entries(GROUNDS).map(([ground, label]) =>
        element('figure', { class: 'showing__ground', 'data-ground': ground }, [
          element('figcaption', { class: 'showing__label' }, [label]),
          element('div', { class: 'ground showing__pictures' }, [
            sizes(href),
            beside(href, family, page),
          ]),
        ]),
      ),
    ),
    element('p', { class: 'showing__facts' }, [
      `Original ${bytesText(before)}, saved as ${bytesText(bytes.saved)} `,
      element('span', { class: 'compare__change' }, [change]),
      `, in the sprite ${bytesText(bytes.symbol)}. ${icon.width} × ${icon.height} px.`,
    ]),
    family.length > 0 &&
      element('p', { class: 'showing__facts' }, [
        `Beside ${name === '' ? 'it' : name}: ${family.join(', ')}.`,
      ]),
  ]);
}

function sizes(href: string): HTMLElement {
  return element(
    'ul',
    { class: 'showing__sizes' },
    SIZES.map((size) =>
      element('li', {}, [
        drawn(href, size),
        element('span', { class: 'showing__size' }, [String(size)]),
      ]),
    ),
  );
}

/** Row of the family with the new icon in the middle. */
function beside(href: string, family: readonly string[], page: CatalogPage): HTMLElement {
  const kin = family
    .map((name) => iconNamed(page.data, name))
    .filter((icon) => icon !== undefined)
    .map((icon) => glyphOf(icon, 24, page.sprites));
  const own = element('span', { class: 'showing__own' }, [drawn(href, 24)]);
  const middle = Math.ceil(kin.length / 2);
  return element('div', { class: 'showing__family', 'aria-hidden': 'true' }, [
    ...kin.slice(0, middle),
    own,
    ...kin.slice(middle),
  ]);
}

export function drawn(href: string, size: number): SVGSVGElement {
  return svgElement('svg', { class: 'glyph', width: size, height: size, 'aria-hidden': 'true' }, [
    svgElement('use', { href }),
  ]);
}
