import { fileURLToPath } from 'node:url';
import { capture } from '../../src/verify/browsers/capture.ts';
import type {
  BrowserDriver,
  EngineName,
  InstalledBrowser,
} from '../../src/verify/browsers/driver.ts';
import { findBrowsers, findInstalled } from '../../src/verify/browsers/find.ts';
import { ensureChromium } from '../browser/chromium.ts';

export type { EngineName } from '../../src/verify/browsers/driver.ts';

/** Size of the picture of a page. */
interface Shot {
  /** Of the page, in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Device pixels in a CSS px. */
  readonly scale: number;
}

/** A running browser that takes pictures of pages. */
export interface Engine {
  /** Name and version. */
  readonly name: string;
  /**
   * Opens a page, waits until it sets `data-ready` on its root, and takes a picture of it as a PNG.
   */
  capture(url: string, shot: Shot): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** One of the three engines, installed or not. */
export interface EngineKind {
  readonly name: EngineName;
  /** What to install, as Debian calls it. */
  readonly packages: string;
  find(): Promise<InstalledBrowser | undefined>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Time in ms that a page may take to get ready. */
const READY_WITHIN = 120_000;

export const ENGINES: readonly EngineKind[] = [
  { name: 'chromium', packages: 'chromium', find: () => find('chromium') },
  { name: 'firefox', packages: 'firefox-esr', find: () => find('firefox') },
  { name: 'webkit', packages: 'webkit2gtk-driver xvfb xauth', find: () => find('webkit') },
];

async function find(engine: EngineName): Promise<InstalledBrowser | undefined> {
  const installed = { ...(await findInstalled(ROOT)), chromium: chromiumPath };
  return findBrowsers([engine], installed, ROOT).browsers[0];
}

function chromiumPath(): string | undefined {
  try {
    return ensureChromium();
  } catch {
    return undefined;
  }
}

/** Starts a browser. The scale is the process's in some, so each scale has its own. */
export async function openEngine(found: InstalledBrowser): Promise<Engine> {
  const drivers = new Map<number, Promise<BrowserDriver>>();
  const driverAt = (scale: number): Promise<BrowserDriver> => {
    const driver = drivers.get(scale) ?? found.launch({ scale });
    drivers.set(scale, driver);
    return driver;
  };
  const { name, version } = await driverAt(1);
  return {
    name: `${name} ${version}`,
    async capture(url, { width, height, scale }) {
      const viewport = { width, height };
      const options = { viewport, limit: READY_WITHIN, untilStable: true };
      return capture(await driverAt(scale), url, options);
    },
    async close() {
      const all = await Promise.allSettled(drivers.values());
      for (const driver of all) if (driver.status === 'fulfilled') await driver.value.close();
    },
  };
}
