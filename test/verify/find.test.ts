import { expect, test } from 'vitest';
import { findBrowsers, type InstalledPrograms } from '../../src/verify/browsers/find.ts';
import { temporaryFolder } from '../e2e/test-build.ts';

/** Playwright without browsers of its own. */
const PLAYWRIGHT = new Proxy(
  {},
  { get: () => ({ executablePath: () => '/nowhere' }) },
) as InstalledPrograms['playwright'];

const installed = (parts: Partial<InstalledPrograms>): InstalledPrograms => ({
  playwright: PLAYWRIGHT,
  chromium: () => undefined,
  firefox: () => undefined,
  webkit: () => undefined,
  ...parts,
});

const CHROMIUM = { chromium: () => '/usr/bin/chromium' };
const FIREFOX = { firefox: () => '/usr/bin/firefox' };

function find(asked: Parameters<typeof findBrowsers>[0], parts: Partial<InstalledPrograms>) {
  const { browsers, diagnostics } = findBrowsers(asked, installed(parts), temporaryFolder());
  return {
    engines: browsers.map(({ engine }) => engine),
    told: diagnostics.map(({ severity, code, hint }) => `${severity} ${code}: ${hint}`),
  };
}

test('without a choice, every browser that is found is taken', () => {
  expect(find(undefined, { ...CHROMIUM, ...FIREFOX })).toEqual({
    engines: ['chromium', 'firefox'],
    told: [],
  });
});

test('what was asked for and is missing is an error that says what to install', () => {
  expect(find(['chromium', 'webkit'], CHROMIUM)).toEqual({
    engines: ['chromium'],
    told: [
      'error browser-missing: Run npx playwright-core install webkit, or on Debian and Ubuntu install webkit2gtk-driver, xvfb and xauth.',
    ],
  });
  expect(find(['firefox'], {}).told).toEqual([
    'error browser-missing: Install Firefox, set FIREFOX_PATH to its executable, or run npx playwright-core install firefox.',
  ]);
});

test('a browser that only Playwright drives asks for Playwright', () => {
  const without = { ...CHROMIUM, playwright: undefined };
  const install = 'playwright-missing: Run npm install --save-dev playwright-core.';
  expect(find(['chromium'], without)).toEqual({ engines: [], told: [`error ${install}`] });
  // Others can be driven without it.
  expect(find(undefined, { ...without, ...FIREFOX })).toEqual({
    engines: ['firefox'],
    told: [`warning ${install}`],
  });
});

test('no browser at all is an error', () => {
  expect(find(undefined, {}).told).toEqual([
    'error browser-missing: Install Chromium, Chrome or Edge, set CHROMIUM_PATH to its executable, or run npx playwright-core install chromium.',
  ]);
  expect(find(undefined, { playwright: undefined }).told).toEqual([
    'error playwright-missing: Run npm install --save-dev playwright-core.',
  ]);
});
