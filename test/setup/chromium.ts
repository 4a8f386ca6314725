import { ensureChromium } from '../browser/chromium.ts';

/** Finds or installs the browser before the first test, and says which it is. */
export default function setup(): void {
  console.log(`Chromium: ${ensureChromium()}`);
}
