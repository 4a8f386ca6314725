import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium and its relatives are called on the PATH, most wanted first. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
] as const;

/** Where installers put it on systems that do not add it to the PATH. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    process.env.ProgramFiles,
    process.env['ProgramFiles(x86)'],
    process.env.LOCALAPPDATA,
  ].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ],
  ),
};

/** No talking to the outside, and the same pixels on every machine. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
] as const;

/** Starts the browser, headless. The caller closes it. */
export function launchChromium(): Promise<Browser> {
  const args = isRoot() ? [...ARGS, '--no-sandbox'] : [...ARGS];
  return chromium.launch({ executablePath: ensureChromium(), args });
}

/**
 * Path of a Chromium or Chrome: the one that `CHROMIUM_PATH` names, else one that is installed,
 * else one that is installed now.
 */
export function ensureChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH is '${given}', and there is no executable file.`);
  }
  return findChromium() ?? installChromium();
}

function findChromium(): string | undefined {
  const places = [...onPath(NAMES), ...(PLACES[process.platform] ?? []), downloaded()];
  return places.find((path) => path !== undefined && isExecutable(path));
}

function installChromium(): string {
  const failures: string[] = [];
  for (const { name, commands } of installers()) {
    console.log(`No Chromium found; installing it with ${name} …`);
    const failure = commands.map(run).find((message) => message !== undefined);
    const path = findChromium();
    if (path !== undefined) return path;
    failures.push(`${name}: ${failure ?? 'it ended well, and yet there is no browser'}`);
  }
  throw new Error(
    [
      'No Chromium found, and installing it failed.',
      ...failures.map((failure) => `  ${failure}`),
      'To mend it, install Chromium or Chrome, or set CHROMIUM_PATH to the path of its executable.',
    ].join('\n'),
  );
}

type Command = readonly [program: string, ...args: string[]];

interface Installer {
  readonly name: string;
  readonly commands: readonly Command[];
}

/** The system's package manager where we may use it, then the download of Playwright. */
function installers(): readonly Installer[] {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const playwright: Installer = {
    name: 'playwright-core',
    commands: [[process.execPath, cli, 'install', 'chromium']],
  };
  if (onPath(['apt-get']).length === 0) return [playwright];
  const sudo: readonly string[] | undefined = isRoot()
    ? []
    : run(['sudo', '-n', 'true']) === undefined
      ? ['sudo', '-n']
      : undefined;
  if (sudo === undefined) return [playwright];
  const aptGet = (...args: string[]): Command =>
    [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args] as unknown as Command;
  const apt: Installer = {
    name: 'apt-get',
    commands: [aptGet('update'), aptGet('install', '-y', '--no-install-recommends', 'chromium')],
  };
  return [apt, playwright];
}

/** Runs a command; what went wrong, or `undefined`. */
function run([program, ...args]: Command): string | undefined {
  const { error, status, signal, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) return error.message;
  if (status === 0) return undefined;
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const told = lines.find((line) => /error|^E:/i.test(line)) ?? lines.at(-1) ?? '';
  return `it ended with ${signal ?? status}. ${told.trim()}`.trim();
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .filter(isExecutable);
}

/** The browser that playwright-core downloaded on an earlier day. */
function downloaded(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    // It has none for this system.
    return undefined;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
