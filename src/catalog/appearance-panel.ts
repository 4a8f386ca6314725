import { colorField } from './color-field.ts';
import { element } from './element.ts';
import { radioGroup } from './radio-group.ts';
import type { PageState, Theme } from './state.ts';
import { toggle } from './toggle.ts';

/** Colors, direction and theme. */
export function createAppearancePanel(state: PageState): HTMLElement {
  const now = state.get();
  const color = colorField('Icons (currentColor)', now.color, '#1d1d1f', (value) =>
    state.set({ color: value }),
  );
  const brand = colorField('Brand background', now.brand, now.brand, (value) =>
    state.set({ brand: value ?? '#5b3df5', ground: 'brand' }),
  );
  const layers = [1, 2, 3, 4].map((number) =>
    colorField(`--icon-${number}`, undefined, '#888888', (value) => {
      const { [number]: _, ...others } = state.get().layers;
      state.set({ layers: value === undefined ? others : { ...others, [number]: value } });
    }),
  );
  const rtl = toggle({
    label: 'Right to left',
    isOn: now.rtl,
    onChange: (isOn) => state.set({ rtl: isOn }),
  });
  const shortcuts = toggle({
    label: 'Single-key shortcuts: / and C',
    isOn: now.shortcuts,
    onChange: (isOn) => state.set({ shortcuts: isOn }),
  });
  const theme = radioGroup({
    legend: 'Theme of the page',
    name: 'theme',
    options: [
      { value: 'system', label: 'System' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
    value: now.theme,
    onChange: (value) => state.set({ theme: value as Theme }),
  });
  state.watch((next) => {
    color.show(next.color);
    rtl.show(next.rtl);
    shortcuts.show(next.shortcuts);
    theme.show(next.theme);
    for (const [index, field] of layers.entries()) field.show(next.layers[index + 1]);
  });
  return element('div', { class: 'look' }, [
    group('Colors', [color.node, brand.node]),
    group('Multicolor icons', [
      element(
        'div',
        { class: 'look__layers' },
        layers.map(({ node }) => node),
      ),
    ]),
    group('Page', [theme.node, rtl.node, shortcuts.node]),
  ]);
}

function group(title: string, children: readonly Node[]): HTMLElement {
  return element('div', { class: 'look__group' }, [
    element('h2', { class: 'look__title' }, [title]),
    ...children,
  ]);
}
