import type { CatalogIcon } from '../emit/catalog-format.ts';
import { colorField } from './color-field.ts';
import { element } from './element.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import type { PageState } from './state.ts';
import { colorVariables } from './symbols.ts';

/** Fields for the colors that an icon takes from the page; empty if it takes none. */
export function createLayers(
  icon: CatalogIcon,
  { state, sprites }: { readonly state: PageState; readonly sprites: SpriteLoader },
): HTMLElement {
  const node = element('section', { class: 'layers' });
  // Without its sprite, the icon is not shown either.
  void sprites.symbolOf(icon).then(
    (symbol) => {
      const layers = colorVariables(symbol);
      if (layers.length === 0) return;
      const fields = layers.map(([number, defaultColor]) => {
        const name = `--icon-${number}`;
        const field = colorField(name, state.get().layers[number], toHex(defaultColor), (value) => {
          const { [number]: _, ...others } = state.get().layers;
          state.set({ layers: value === undefined ? others : { ...others, [number]: value } });
          field.show(value);
        });
        return field.node;
      });
      node.append(
        element('h3', { class: 'detail__section' }, ['Colors that the page can set']),
        element('div', { class: 'look__layers' }, fields),
      );
    },
    () => {},
  );
  return node;
}

/** CSS color as `#rrggbb`, which color inputs require. */
function toHex(color: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return '#000000';
  context.fillStyle = color;
  return /^#[\da-f]{6}$/.test(context.fillStyle) ? context.fillStyle : '#000000';
}
