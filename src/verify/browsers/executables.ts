import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Names on the PATH, and places of installers that do not add to it, in order of preference. */
const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const CHROMIUM_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const CHROMIUM_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];
const FIREFOX_NAMES = ['firefox', 'firefox-esr'];
const FIREFOX_APPS = ['/Applications/Firefox.app/Contents/MacOS/firefox'];
const FIREFOX_PROGRAMS = [['Mozilla Firefox', 'firefox.exe']];

/** Path of an installed Chromium, Chrome or Edge: the one that `CHROMIUM_PATH` names, if it is set. */
export function findChromium(env: Env = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return executable(env.CHROMIUM_PATH);
  return findExecutable(CHROMIUM_NAMES, CHROMIUM_APPS, CHROMIUM_PROGRAMS, env);
}

/** Path of an installed Firefox: the one that `FIREFOX_PATH` names, if it is set. */
export function findFirefox(env: Env = process.env): string | undefined {
  if (env.FIREFOX_PATH) return executable(env.FIREFOX_PATH);
  return findExecutable(FIREFOX_NAMES, FIREFOX_APPS, FIREFOX_PROGRAMS, env);
}

/** Programs that drive WebKitGTK. */
export interface WebKitPrograms {
  readonly browser: string;
  readonly driver: string;
  /** Starts a virtual screen, without which screenshots hang. */
  readonly screen: string;
}

export function findWebKitGtk(env: Env = process.env): WebKitPrograms | undefined {
  const browser = findMiniBrowser();
  const driver = onPath(['WebKitWebDriver'], env);
  const screen = onPath(['xvfb-run'], env);
  return browser && driver && screen ? { browser, driver, screen } : undefined;
}

/** The newest, such as `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`. */
function findMiniBrowser(): string | undefined {
  return entriesOf('/usr/lib')
    .flatMap(entriesOf)
    .filter((path) => /webkit(2)?gtk-\d[\d.]*$/.test(path))
    .map((path) => join(path, 'MiniBrowser'))
    .filter(isExecutable)
    .sort()
    .at(-1);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function findExecutable(
  names: readonly string[],
  apps: readonly string[],
  programs: readonly (readonly string[])[],
  env: Env,
): string | undefined {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  const installed = folders.flatMap((folder) =>
    folder === undefined ? [] : programs.map((parts) => join(folder, ...parts)),
  );
  return onPath(names, env) ?? [...apps, ...installed].find(isExecutable);
}

function onPath(names: readonly string[], env: Env): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function executable(path: string): string | undefined {
  return isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
