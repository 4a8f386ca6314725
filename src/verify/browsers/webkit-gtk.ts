import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import type { BrowserDriver, LaunchOptions } from './driver.ts';
import type { WebKitPrograms } from './executables.ts';
import { type WebDriverSession, webDriver } from './webdriver.ts';

/** Size of the virtual screen in device px: larger than any page and the browser's own bars. */
const SCREEN = '3200x6400x24';
/** Software drawing without the GPU's antialiasing, so that each run gives the same pixels. */
const ENVIRONMENT = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' };
const START_TIMEOUT = 30_000;

/** Starts WebKitGTK on a virtual screen, driven by its own WebDriver. */
export async function launchWebKitGtk(
  { browser, driver, screen }: WebKitPrograms,
  { scale = 1 }: LaunchOptions = {},
): Promise<BrowserDriver> {
  const port = await freePort();
  const child = startChild(screen, ['-a', '-s', `-screen 0 ${SCREEN}`, driver, `--port=${port}`], {
    env: { ...ENVIRONMENT, GDK_SCALE: String(scale) },
  });
  try {
    return webDriver(await openSession(`http://127.0.0.1:${port}/session`, browser, child));
  } catch (error) {
    child.end();
    throw error;
  }
}

interface WebKitSession {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion?: string };
}

async function openSession(base: string, binary: string, child: Child): Promise<WebDriverSession> {
  const options = { binary, args: ['--automation'] };
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
  const { sessionId, capabilities } = await retryUntilUp(child, () =>
    send<WebKitSession>(base, { capabilities: { alwaysMatch } }),
  );
  const call = <T>(command: string, body?: object) =>
    send<T>(`${base}/${sessionId}/${command}`, body);
  return {
    name: 'WebKitGTK',
    version: capabilities.browserVersion || 'of unknown version',
    navigate: (url) => call('url', { url }),
    execute: (script) => call('execute/sync', { script, args: [] }),
    windowRect: () => call('window/rect'),
    setWindowRect: (rect) => call('window/rect', rect),
    screenshot: () => call('screenshot'),
    async close() {
      const end = { method: 'DELETE', signal: AbortSignal.timeout(3000) };
      await fetch(`${base}/${sessionId}`, end).catch(() => undefined);
      child.end();
    },
  };
}

/** First answer of a server that is starting. */
async function retryUntilUp<T>({ process }: Child, request: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      // Thrown by fetch while no server listens.
      const isRefused = error instanceof TypeError;
      if (!isRefused || process.exitCode !== null || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

async function send<T>(url: string, body?: object): Promise<T> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, body === undefined ? {} : post);
  const { value } = (await response.json()) as { value: T & { message?: string } };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.message}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
