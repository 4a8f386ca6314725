import type { CatalogState, PageState } from './state.ts';
import { showTheme } from './theme.ts';

/** Applies colors, direction and theme to the page as attributes and custom properties. */
export function applyAppearance(state: PageState, root: HTMLElement): void {
  let layers: readonly string[] = [];

  function apply({ theme, ground, brand, color, rtl, ...now }: CatalogState): void {
    showTheme(theme);
    root.dataset.ground = ground;
    root.style.setProperty('--brand', brand);
    root.style.setProperty('--on-brand', contrastColor(brand));
    if (color === undefined) root.style.removeProperty('--icon-color');
    else root.style.setProperty('--icon-color', color);
    root.dataset.direction = rtl ? 'rtl' : 'ltr';
    for (const name of layers) root.style.removeProperty(name);
    layers = Object.entries(now.layers).map(([number, value]) => {
      root.style.setProperty(`--icon-${number}`, value);
      return `--icon-${number}`;
    });
  }

  state.watch(apply);
  apply(state.get());
}

/** Black or white: the one with more contrast to a color in `#rrggbb`. */
function contrastColor(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff';
}
