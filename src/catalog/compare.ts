import type { CatalogIcon } from '../emit/catalog-format.ts';
import { element } from './element.ts';
import { formatBytes, formatPercentChange } from './format-bytes.ts';
import { glyphOf } from './glyph.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import type { PageState } from './state.ts';

/** Side of the pictures, in px. */
const SIDE = 160;

/**
 * Result of optimizing an icon: sizes in bytes and, when a server can provide the source file, both
 * pictures on top of each other with a slider. A static catalog does not contain source files: they
 * would double its size, and are not cleaned.
 */
export function createCompare(
  icon: CatalogIcon,
  { state, sprites }: { readonly state: PageState; readonly sprites: SpriteLoader },
): HTMLElement {
  const { sourceBytes, bytes } = icon;
  return element('section', { class: 'compare' }, [
    element('h3', { class: 'detail__section' }, ['Optimized']),
    element('p', { class: 'compare__bytes' }, [
      `Size: ${formatBytes(sourceBytes)} → ${formatBytes(bytes)} `,
      element('span', { class: 'compare__change' }, [formatPercentChange(bytes, sourceBytes)]),
    ]),
    state.get().data.mode === 'live' && slider(icon, sprites),
  ]);
}

let requestCount = 0;

function slider(icon: CatalogIcon, sprites: SpriteLoader): HTMLElement {
  requestCount += 1;
  // Bypasses the page's image cache, since the picture may have changed.
  const before = element('img', {
    class: 'compare__before',
    src: `api/icon/${encodeURIComponent(icon.name)}/before?v=${requestCount}`,
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
    'aria-label': 'Part of the source file that is shown, in percent',
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
