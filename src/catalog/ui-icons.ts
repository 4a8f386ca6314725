import { svgElement } from './element.ts';

/** Path data of the icons of the page itself, on 24 × 24. */
const UI_ICONS = {
  search: 'M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0M16 16l5 5',
  close: 'M5 5l14 14M19 5L5 19',
  draw: 'M3 21l1.5-6L15.5 4a2.1 2.1 0 0 1 3 0L20 5.5a2.1 2.1 0 0 1 0 3L9 19.5zM13 6.5l4.5 4.5',
  filter: 'M5 4h14a1 1 0 0 1 1 1v2l-6 6v5l-4 2v-7L4 7V5a1 1 0 0 1 1-1z',
  look: 'M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0M11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  check: 'M5 12.5l4 4 10-10',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.3',
  error: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7.5v5.5M12 16.3v.3',
  info: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 11v5.5M12 7.7v.3',
} as const;

export type UiIconName = keyof typeof UI_ICONS;

export function uiIcon(name: UiIconName, size: number = 20): SVGSVGElement {
  return svgElement(
    'svg',
    { class: 'sign', width: size, height: size, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    [svgElement('path', { d: UI_ICONS[name] })],
  );
}
