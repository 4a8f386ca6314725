import type { CatalogIcon } from '../emit/catalog-format.ts';
import { svgElement } from './element.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Rendered icon. It is decorative: its name is shown next to it. */
export interface Glyph {
  readonly node: SVGSVGElement;
  /** @param size side of the square that it is fitted into, in px */
  readonly show: (icon: CatalogIcon, size: number) => void;
}

export function createGlyph(sprites: SpriteLoader): Glyph {
  const use = svgElement('use');
  const node = svgElement('svg', { class: 'glyph', 'aria-hidden': 'true' }, [use]);
  return {
    node,
    show(icon, size) {
      const href = sprites.hrefOf(icon);
      if (href === undefined) use.removeAttribute('href');
      else if (use.getAttribute('href') !== href) use.setAttribute('href', href);
      node.setAttribute('width', String(size));
      node.setAttribute('height', String(size));
      node.classList.toggle('glyph--directional', icon.directional === true);
    },
  };
}

export function glyphOf(icon: CatalogIcon, size: number, sprites: SpriteLoader): SVGSVGElement {
  const glyph = createGlyph(sprites);
  glyph.show(icon, size);
  return glyph.node;
}
