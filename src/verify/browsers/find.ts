import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { findPackageManager } from '../../node/package-manager.ts';
import { ENGINES, type EngineName, type InstalledBrowser } from './driver.ts';
import { findChromium, findFirefox, findWebKitGtk } from './executables.ts';
import {
  downloadedBrowser,
  launchPlaywright,
  loadPlaywright,
  type Playwright,
} from './playwright.ts';

/** Browsers to verify in, and diagnostics for missing ones. */
export interface BrowserSearchResult {
  readonly browsers: readonly InstalledBrowser[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Installed programs. Tests pass their own. */
export interface InstalledPrograms {
  readonly playwright: Playwright | undefined;
  readonly chromium: typeof findChromium;
  readonly firefox: typeof findFirefox;
  readonly webkit: typeof findWebKitGtk;
}

/** Finds the programs that are installed on this machine. */
export async function findInstalled(cwd: string): Promise<InstalledPrograms> {
  const playwright = await loadPlaywright(cwd);
  return { playwright, chromium: findChromium, firefox: findFirefox, webkit: findWebKitGtk };
}

/**
 * Finds browsers. A requested browser that is missing is an error. Without a request, all installed
 * browsers are used, and it is an error if there is none.
 *
 * @param requested engines to verify in, in this order
 */
export function findBrowsers(
  requested: readonly EngineName[] | undefined,
  installed: InstalledPrograms,
  cwd: string,
): BrowserSearchResult {
  const { exec, install } = findPackageManager(cwd);
  const needsPlaywright = (engine: EngineName) =>
    diagnose('playwright-missing', {
      file: 'command line',
      args: { browser: LABELS[engine], command: install('playwright-core') },
    });
  const missing = (engine: EngineName) => {
    const download = exec(`playwright-core install ${engine}`);
    const args = { browser: LABELS[engine], how: INSTALL_HINTS[engine](download) };
    return diagnose('browser-missing', { file: 'command line', args });
  };
  const browsers: InstalledBrowser[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const engine of requested ?? ENGINES) {
    const result = FINDERS[engine](installed);
    if (typeof result === 'object') browsers.push(result);
    else if (result === 'needs playwright') diagnostics.push(needsPlaywright(engine));
    else if (requested) diagnostics.push(missing(engine));
  }
  if (!requested && browsers.length > 0) {
    // It is installed, and users may think that it was used.
    return { browsers, diagnostics: diagnostics.map((each) => ({ ...each, severity: 'warning' })) };
  }
  const isNone = browsers.length + diagnostics.length === 0;
  const none = installed.playwright ? missing : needsPlaywright;
  return { browsers, diagnostics: isNone ? [none('chromium')] : diagnostics };
}

const LABELS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;

/** Hints how to install an engine. */
const INSTALL_HINTS: Readonly<Record<EngineName, (download: string) => string>> = {
  chromium: (download) =>
    `Install Chromium, Chrome or Edge, set CHROMIUM_PATH to its executable, or run ${download}.`,
  firefox: (download) => `Install Firefox, set FIREFOX_PATH to its executable, or run ${download}.`,
  webkit: (download) =>
    `Run ${download}, or on Debian and Ubuntu install webkit2gtk-driver, xvfb and xauth.`,
};

/** Browser, or reason why there is none. */
type FinderResult = InstalledBrowser | 'needs playwright' | 'missing';

const FINDERS: Readonly<Record<EngineName, (installed: InstalledPrograms) => FinderResult>> = {
  chromium: ({ playwright, chromium }) => {
    const path = chromium();
    if (!playwright) return path === undefined ? 'missing' : 'needs playwright';
    const executablePath = path ?? downloadedBrowser(playwright.chromium);
    if (executablePath === undefined) return 'missing';
    return {
      engine: 'chromium',
      launch: (options) =>
        launchPlaywright(playwright.chromium, 'chromium', { ...options, executablePath }),
    };
  },
  firefox: ({ playwright, firefox }) => {
    const path = firefox();
    if (path !== undefined) {
      const launch: InstalledBrowser['launch'] = async (options) =>
        (await import('./firefox.ts')).launchFirefox(path, options);
      return { engine: 'firefox', launch };
    }
    return playwrightBrowser('firefox', playwright);
  },
  webkit: ({ playwright, webkit }) => {
    const bundled = playwrightBrowser('webkit', playwright);
    if (bundled !== 'missing') return bundled;
    const programs = webkit();
    if (!programs) return 'missing';
    const launch: InstalledBrowser['launch'] = async (options) =>
      (await import('./webkit-gtk.ts')).launchWebKitGtk(programs, options);
    return { engine: 'webkit', launch };
  },
};

function playwrightBrowser(engine: EngineName, playwright: Playwright | undefined): FinderResult {
  const type = playwright?.[engine];
  if (!type || downloadedBrowser(type) === undefined) return 'missing';
  return { engine, launch: (options) => launchPlaywright(type, engine, options) };
}
