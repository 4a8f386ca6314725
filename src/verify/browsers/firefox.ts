import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfExists } from '../../node/files.ts';
import { type Child, startChild } from './child.ts';
import type { BrowserDriver, LaunchOptions } from './driver.ts';
import { type WebDriverSession, webDriver } from './webdriver.ts';

const START_TIMEOUT = 30_000;

/**
 * Starts an installed Firefox, which Playwright cannot drive, with a profile of its own, and drives
 * it as geckodriver does: WebDriver commands as JSON over a socket.
 * Source: firefox-source-docs.mozilla.org, "Marionette: Protocol".
 */
export async function launchFirefox(
  program: string,
  { scale = 1 }: LaunchOptions = {},
): Promise<BrowserDriver> {
  const profile = mkdtempSync(join(tmpdir(), 'iconloom-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences(scale));
  const args = ['--marionette', '--headless', '--no-remote', '--profile', profile];
  const child = startChild(program, args, { folder: profile });
  const end = async () => {
    child.end();
    await waitForExit(child);
  };
  try {
    const client = await connectMarionette(await portOf(profile, child));
    return webDriver(await openSession(client, end));
  } catch (error) {
    await end();
    throw error;
  }
}

function preferences(scale: number): string {
  const values = {
    'marionette.port': 0,
    'layout.css.devPixelsPerPx': String(scale),
    // The screenshot has the colors of the page, independent of the screen.
    'gfx.color_management.mode': 0,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Port that Firefox listens on, which it writes into its profile. */
async function portOf(profile: string, { process }: Child): Promise<number> {
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline && process.exitCode === null) {
    const port = Number(readIfExists(join(profile, 'MarionetteActivePort')) ?? 0);
    if (port > 0) return port;
    await pause(50);
  }
  throw new Error('Firefox did not start');
}

async function waitForExit({ process }: Child): Promise<void> {
  const deadline = Date.now() + 3000;
  while (process.exitCode === null && process.signalCode === null && Date.now() < deadline) {
    await pause(20);
  }
}

/** Sends commands and returns their results. */
interface MarionetteClient {
  call<T>(command: string, parameters?: object): Promise<T>;
  close(): void;
}

interface PendingCommand {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Error and result of the command with the same number. */
type MarionetteResponse = readonly [1, number, { readonly message: string } | null, unknown];

async function connectMarionette(port: number): Promise<MarionetteClient> {
  const socket = connect(port, '127.0.0.1');
  const pending = new Map<number, PendingCommand>();
  await new Promise<void>((open, reject) => {
    // The first message is the version of the protocol.
    readMessages(socket, (message) => {
      if (!Array.isArray(message)) return open();
      const [, id, error, result] = message as unknown as MarionetteResponse;
      const pendingCommand = pending.get(id);
      pending.delete(id);
      if (error) pendingCommand?.reject(new Error(error.message));
      else pendingCommand?.resolve(result);
    });
    socket.once('error', reject);
    socket.on('close', () => {
      const closedError = new Error('Firefox ended');
      reject(closedError);
      for (const pendingCommand of pending.values()) pendingCommand.reject(closedError);
      pending.clear();
    });
  });
  let last = 0;
  return {
    call: <T>(command: string, parameters: object = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = ++last;
        pending.set(id, { resolve: (value) => resolve(value as T), reject });
        const text = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => void socket.destroy(),
  };
}

/** Calls back with each message: its length in bytes, a colon, and JSON. */
function readMessages(socket: Socket, onMessage: (message: unknown) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  let neededBytes = 1;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    // A screenshot arrives in many chunks, which are joined once.
    if (size < neededBytes) return;
    let all = Buffer.concat(chunks);
    for (;;) {
      const colon = all.indexOf(':');
      const length = Number(all.toString('latin1', 0, Math.max(colon, 0)));
      neededBytes = colon < 0 ? all.length + 1 : colon + 1 + length;
      if (all.length < neededBytes) break;
      onMessage(JSON.parse(all.toString('utf8', colon + 1, neededBytes)));
      all = all.subarray(neededBytes);
    }
    chunks = [all];
    size = all.length;
  });
}

interface MarionetteSession {
  readonly capabilities: { readonly browserVersion: string };
}

async function openSession(
  client: MarionetteClient,
  end: () => Promise<void>,
): Promise<WebDriverSession> {
  const { capabilities } = await client.call<MarionetteSession>('WebDriver:NewSession');
  return {
    name: 'Firefox',
    version: capabilities.browserVersion,
    navigate: (url) => client.call('WebDriver:Navigate', { url }),
    execute: async <T>(script: string) =>
      (await client.call<{ value: T }>('WebDriver:ExecuteScript', { script, args: [] })).value,
    windowRect: () => client.call('WebDriver:GetWindowRect'),
    setWindowRect: (rect) => client.call('WebDriver:SetWindowRect', rect),
    screenshot: async () =>
      (await client.call<{ value: string }>('WebDriver:TakeScreenshot', { full: false })).value,
    async close() {
      client.close();
      await end();
    },
  };
}
