import type { CatalogIcon } from '../emit/catalog-format.ts';
import { svgElement } from './element.ts';
import type { PixelSize } from './icon-size.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Rendered icon. It is decorative: its name is shown next to it. */
export interface Glyph {
  readonly node: SVGSVGElement;
  /** @param size box that it is fitted into, in px */
  readonly show: (icon: CatalogIcon, size: PixelSize) => void;
}

export function createGlyph(sprites: SpriteLoader): Glyph {
  const use = svgElement('use');
  const node = svgElement('svg', { class: 'glyph', 'aria-hidden': 'true' }, [use]);
  return {
    node,
    show(icon, { width, height }) {
      const href = sprites.hrefOf(icon);
      if (href === undefined) use.removeAttribute('href');
      else if (use.getAttribute('href') !== href) use.setAttribute('href', href);
      setAttribute(node, 'width', width);
      setAttribute(node, 'height', height);
      node.classList.toggle('glyph--directional', icon.directional === true);
    },
  };
}

/** Sets an attribute if it differs, since browsers lay out the icon again in any case. */
function setAttribute(node: Element, name: string, value: number): void {
  if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
}

/** @param side side of the square that the icon is fitted into, in px */
export function glyphOf(icon: CatalogIcon, side: number, sprites: SpriteLoader): SVGSVGElement {
  const glyph = createGlyph(sprites);
  glyph.show(icon, { width: side, height: side });
  return glyph.node;
}
