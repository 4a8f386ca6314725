import { element } from './element.ts';
import { radioGroup } from './radio-group.ts';
import { BACKGROUNDS, type IconBackground, type PageState, SIZES } from './state.ts';

const BACKGROUND_LABELS: Readonly<Record<IconBackground, string>> = {
  page: 'Page',
  light: 'Light',
  dark: 'Dark',
  brand: 'Brand',
};

/** Controls for the size and background of icons. */
export function createDisplayOptions(state: PageState): HTMLElement {
  const size = radioGroup({
    legend: 'Size in px',
    name: 'size',
    options: SIZES.map((side) => ({ value: String(side), label: String(side) })),
    value: String(state.get().size),
    onChange: (value) => state.set({ size: Number(value) }),
  });
  const background = radioGroup({
    legend: 'Background',
    name: 'ground',
    options: BACKGROUNDS.map((each) => ({
      value: each,
      label: BACKGROUND_LABELS[each],
      swatch: each,
    })),
    value: state.get().ground,
    onChange: (value) => state.set({ ground: value as IconBackground }),
  });
  state.watch((now) => {
    size.show(String(now.size));
    background.show(now.ground);
  });
  return element('div', { class: 'show-bar' }, [size.node, background.node]);
}
