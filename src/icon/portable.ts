/**
 * What an external sprite cannot carry everywhere.
 *
 * WebKit draws nothing for `url(#…)` inside an external sprite, and Firefox and WebKit ignore
 * `<style>` there; Chromium and WebKit show the first moment of an animation for ever. All three
 * draw an `<image>` whose data URL holds a complete SVG, and Chromium animates it. Measured in
 * Chromium 156, Firefox 153 and WebKitGTK 2.50; `test/browsers/` holds it.
 */

import type { Need } from '../core/types.ts';

/** Needs that an external sprite does not meet in every browser. */
const UNPORTABLE: ReadonlySet<Need> = new Set([
  ...(['animation', 'clip-path', 'filter', 'gradient'] as const),
  ...(['marker', 'mask', 'pattern', 'style'] as const),
]);

/** The needs that stop a drawing from being right everywhere as a plain symbol. */
export function unportable(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need) => UNPORTABLE.has(need));
}

/** Whether the page's color or variables show in the drawing, which they cannot do in an image. */
export function followsPage(symbol: string): boolean {
  return /\bcurrentcolor\b|var\(|context-(fill|stroke)/i.test(withoutImages(symbol));
}

/** Whether the drawing waits for a person's doing, of which an image learns nothing. */
export function waitsForEvents(symbol: string): boolean {
  return /\s(begin|end)="[^"]*(click|activate|focus|mouse)/i.test(withoutImages(symbol));
}

function withoutImages(symbol: string): string {
  return symbol.replace(/ href="data:[^"]*"/g, '');
}
