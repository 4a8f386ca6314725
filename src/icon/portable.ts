/**
 * Features that an external sprite does not support in every browser.
 *
 * WebKit draws nothing for `url(#…)` inside an external sprite, and Firefox and WebKit ignore
 * `<style>` there; Chromium and WebKit show only the first frame of an animation. All three draw an
 * `<image>` whose data URL contains a complete SVG, and Chromium animates it. Measured in Chromium
 * 156, Firefox 153 and WebKitGTK 2.50; `test/browsers/` tests it.
 */

import type { Need } from '../core/types.ts';

/** Needs that an external sprite does not meet in every browser. */
const UNPORTABLE: ReadonlySet<Need> = new Set([
  ...(['animation', 'clip-path', 'filter', 'gradient'] as const),
  ...(['marker', 'mask', 'pattern', 'style'] as const),
]);

/** Filters the needs that prevent a plain symbol from rendering correctly in every browser. */
export function unportableNeeds(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need) => UNPORTABLE.has(need));
}

/** Checks if the icon takes color or variables from the page, which an image cannot do. */
export function followsPage(symbol: string): boolean {
  return /\bcurrentcolor\b|var\(|context-(fill|stroke)/i.test(withoutImages(symbol));
}

/** Checks if the icon reacts to user events, which an image does not receive. */
export function waitsForEvents(symbol: string): boolean {
  return /\s(begin|end)="[^"]*(click|activate|focus|mouse)/i.test(withoutImages(symbol));
}

function withoutImages(symbol: string): string {
  return symbol.replace(/ href="data:[^"]*"/g, '');
}
