import { choice } from './choice.ts';
import { element } from './element.ts';
import { GROUNDS, type Ground, type PageState, SIZES } from './state.ts';

const GROUND_NAMES: Readonly<Record<Ground, string>> = {
  page: 'Page',
  light: 'Light',
  dark: 'Dark',
  brand: 'Brand',
};

/** Controls for the size and background of icons. */
export function createShowBar(state: PageState): HTMLElement {
  const size = choice({
    legend: 'Size in px',
    name: 'size',
    options: SIZES.map((side) => ({ value: String(side), label: String(side) })),
    value: String(state.get().size),
    onChange: (value) => state.set({ size: Number(value) }),
  });
  const ground = choice({
    legend: 'Background',
    name: 'ground',
    options: GROUNDS.map((each) => ({ value: each, label: GROUND_NAMES[each], swatch: each })),
    value: state.get().ground,
    onChange: (value) => state.set({ ground: value as Ground }),
  });
  state.watch((now) => {
    size.show(String(now.size));
    ground.show(now.ground);
  });
  return element('div', { class: 'show-bar' }, [size.node, ground.node]);
}
