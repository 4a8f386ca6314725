import { findChromium } from './chromium.ts';
import type { EngineName, FoundEngine } from './engine.ts';
import { findFirefox } from './firefox.ts';
import { findWebKit } from './webkit.ts';

/** One of the three engines, installed or not. */
export interface EngineKind {
  readonly name: EngineName;
  /** What to install, as Debian calls it. */
  readonly packages: string;
  find(): FoundEngine | undefined;
}

export const ENGINES: readonly EngineKind[] = [
  { name: 'Chromium', packages: 'chromium', find: findChromium },
  { name: 'Firefox', packages: 'firefox-esr', find: findFirefox },
  { name: 'WebKit', packages: 'webkit2gtk-driver xvfb xauth', find: findWebKit },
];
