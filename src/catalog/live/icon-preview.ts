import type { Inspection } from '../../preview/api.ts';
import { element, svgElement } from '../element.ts';
import { formatBytes, formatPercentChange } from '../format-bytes.ts';
import { glyphOf } from '../glyph.ts';
import type { CatalogPage } from '../page.ts';
import { findIcon, SIZES } from '../state.ts';
import { formatNumber } from './format-number.ts';

const BACKGROUND_LABELS = { light: 'On light', dark: 'On dark' } as const;

/** Preview of the new icon at all sizes and beside its family, on light and dark. */
export function createIconPreview(
  { icon, family, name }: Inspection,
  sourceBytes: number,
  page: CatalogPage,
): HTMLElement | undefined {
  if (!icon) return undefined;
  const { href, bytes } = icon;
  const change = formatPercentChange(bytes.saved, sourceBytes);
  return element('section', { class: 'showing', 'aria-label': 'Preview' }, [
    element(
      'div',
      { class: 'showing__grounds' },
      Object.entries(BACKGROUND_LABELS).map(([ground, label]) =>
        element('figure', { class: 'showing__ground', 'data-ground': ground }, [
          element('figcaption', { class: 'showing__label' }, [label]),
          element('div', { class: 'ground showing__pictures' }, [
            sizes(href),
            familyRow(href, family, page),
          ]),
        ]),
      ),
    ),
    element('p', { class: 'showing__facts' }, [
      `Original ${formatBytes(sourceBytes)}, saved as ${formatBytes(bytes.saved)} `,
      element('span', { class: 'compare__change' }, [change]),
      `, in the sprite ${formatBytes(bytes.symbol)}. ${formatNumber(icon.width)} × ${formatNumber(icon.height)} px.`,
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
        symbolGlyph(href, size),
        element('span', { class: 'showing__size' }, [String(size)]),
      ]),
    ),
  );
}

/** Row of the family with the new icon in the middle. */
function familyRow(href: string, family: readonly string[], page: CatalogPage): HTMLElement {
  const relatives = family
    .map((name) => findIcon(page.data, name))
    .filter((icon) => icon !== undefined)
    .map((icon) => glyphOf(icon, 24, page.sprites));
  const newIcon = element('span', { class: 'showing__own' }, [symbolGlyph(href, 24)]);
  const middle = Math.ceil(relatives.length / 2);
  return element('div', { class: 'showing__family', 'aria-hidden': 'true' }, [
    ...relatives.slice(0, middle),
    newIcon,
    ...relatives.slice(middle),
  ]);
}

export function symbolGlyph(href: string, size: number): SVGSVGElement {
  return svgElement('svg', { class: 'glyph', width: size, height: size, 'aria-hidden': 'true' }, [
    svgElement('use', { href }),
  ]);
}
