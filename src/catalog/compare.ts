import type { CatalogIcon } from '../core/catalog.ts';
import { bytesText, percentText } from './amounts.ts';
import { element } from './element.ts';
import { glyphOf } from './glyph.ts';
import type { Sprites } from './sprites.ts';
import type { PageState } from './state.ts';

/** Side of the pictures, in px. */
const SIDE = 160;

/**
 * What optimizing came to: the bytes, and, where a server can hand out the drawing, both pictures on top
 * of each other with a slider between them. A catalog that is only files does not carry the drawings:
 * they are as large again, and were not cleaned.
 */
export function createCompare(
  icon: CatalogIcon,
  { state, sprites }: { readonly state: PageState; readonly sprites: Sprites },
): HTMLElement {
  const { sourceBytes, bytes } = icon;
  return element('section', { class: 'compare' }, [
    element('h3', { class: 'detail__section' }, ['Optimized']),
    element('p', { class: 'compare__bytes' }, [
      `Drawing ${bytesText(sourceBytes)}, in the sprite ${bytesText(bytes)} `,
      element('span', { class: 'compare__change' }, [percentText(bytes, sourceBytes)]),
    ]),
    state.get().data.mode === 'live' && slider(icon, sprites),
  ]);
}

let asked = 0;

function slider(icon: CatalogIcon, sprites: Sprites): HTMLElement {
  asked += 1;
  // A page does not ask again for a picture that it has, and this one may have changed.
  const before = element('img', {
    class: 'compare__before',
    src: `api/icon/${encodeURIComponent(icon.name)}/before?v=${asked}`,
    width: SIDE,
    height: SIDE,
    alt: '',
  });
  const after = element('div', { class: 'compare__after' }, [glyphOf(icon, SIDE, sprites)]);
  const pictures = element('div', { class: 'compare__pictures' }, [before, after]);
  const input = element('input', {
    class: 'compare__slider',
    type: 'range',
    min: 0,
    max: 100,
    value: 50,
    'aria-label': 'How much is shown of the drawing before optimizing, in percent',
  });
  const move = () => pictures.style.setProperty('--seam', `${input.value}%`);
  input.addEventListener('input', move);
  move();
  return element('div', { class: 'compare__stage' }, [
    pictures,
    element('div', { class: 'compare__legend', 'aria-hidden': 'true' }, [
      element('span', {}, ['Before']),
      element('span', {}, ['After']),
    ]),
    input,
  ]);
}
