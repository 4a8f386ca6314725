import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  type Engine,
  type FoundEngine,
  isExecutable,
  onPath,
  pause,
  READY,
  READY_WITHIN,
  type Shot,
  untilStill,
} from './engine.ts';

/** The programs that it takes. */
interface Programs {
  readonly browser: string;
  readonly driver: string;
  readonly screen: string;
}

/** Of the virtual screen, in device pixels: larger than any page and the browser's own bars. */
const SCREEN = '3200x6400x24';
/** Software drawing without the GPU's antialiasing, so that each run gives the same pixels. */
const ENVIRONMENT = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' } as const;

/** Runs a command until our end of its standard input closes, which it does however we end. */
const LEASH = '"$@" & read -r _; kill -TERM 0';

/** WebKitGTK, the engine of Safari, driven by its own WebDriver on a virtual screen. */
export function findWebKit(): FoundEngine | undefined {
  const browser = findMiniBrowser();
  const driver = onPath('WebKitWebDriver');
  const screen = onPath('xvfb-run');
  if (browser === undefined || driver === undefined || screen === undefined) return undefined;
  const text = execFileSync(screen, ['-a', browser, '--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const version = /[\d.]+/.exec(text)?.[0] ?? 'of unknown version';
  return { version, open: async () => engineOf({ browser, driver, screen }, version) };
}

/** `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`, the newest. */
function findMiniBrowser(): string | undefined {
  const folders = (folder: string): string[] => {
    try {
      return readdirSync(folder).map((name) => join(folder, name));
    } catch {
      return [];
    }
  };
  return folders('/usr/lib')
    .flatMap(folders)
    .filter((path) => /webkit2gtk-4\.\d+$/.test(path))
    .map((path) => join(path, 'MiniBrowser'))
    .filter(isExecutable)
    .sort()
    .at(-1);
}

function engineOf(programs: Programs, version: string): Engine {
  // The scale is the process's, so each scale has its own.
  const sessions = new Map<number, Promise<Session>>();
  return {
    name: 'WebKit',
    version,
    async capture(url, shot) {
      const { scale } = shot;
      if (!sessions.has(scale)) sessions.set(scale, openSession(programs, scale));
      return capture((await sessions.get(scale)) as Session, url, shot);
    },
    async close() {
      const all = await Promise.allSettled(sessions.values());
      for (const session of all) if (session.status === 'fulfilled') await session.value.close();
    },
  };
}

async function capture(session: Session, url: string, shot: Shot): Promise<Uint8Array> {
  await session.fit(shot);
  await session.call('url', { url });
  const deadline = Date.now() + READY_WITHIN;
  while (!(await session.run(READY))) {
    if (Date.now() > deadline) throw new Error(`WebKit: ${url} does not get ready.`);
    await pause(50);
  }
  return untilStill(async () => Buffer.from(await session.call<string>('screenshot'), 'base64'));
}

/** A browser window that obeys. */
interface Session {
  /** A command of W3C WebDriver: a GET, or a POST where there is a body. */
  call<T>(command: string, body?: object): Promise<T>;
  /** The value of a JavaScript expression in the page. */
  run<T>(expression: string): Promise<T>;
  /** Gives the page a size, in CSS px. */
  fit(shot: Shot): Promise<void>;
  close(): Promise<void>;
}

async function openSession({ browser, driver, screen }: Programs, scale: number): Promise<Session> {
  const port = await freePort();
  const command = ['-a', '-s', `-screen 0 ${SCREEN}`, driver, `--port=${port}`];
  const child = spawn('/bin/sh', ['-c', LEASH, 'sh', screen, ...command], {
    // A process group of its own, so that the screen, the driver and the browser end together.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...ENVIRONMENT, GDK_SCALE: String(scale) },
  });
  const end = (): void => void child.stdin.end();
  try {
    const base = `http://127.0.0.1:${port}/session`;
    const options = { binary: browser, args: ['--automation'] };
    const { sessionId } = await whenUp(child, () =>
      send<{ sessionId: string }>(base, {
        capabilities: {
          alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
        },
      }),
    );
    const call = <T>(name: string, body?: object): Promise<T> =>
      send<T>(`${base}/${sessionId}/${name}`, body);
    const run = <T>(expression: string): Promise<T> =>
      call<T>('execute/sync', { script: `return ${expression}`, args: [] });
    return {
      call,
      run,
      async fit({ width, height }) {
        const [innerWidth, innerHeight] = await run<[number, number]>('[innerWidth, innerHeight]');
        if (innerWidth === width && innerHeight === height) return;
        const rect = await call<{ width: number; height: number }>('window/rect');
        await call('window/rect', {
          x: 0,
          y: 0,
          width: rect.width + width - innerWidth,
          height: rect.height + height - innerHeight,
        });
      },
      async close() {
        await fetch(`${base}/${sessionId}`, { method: 'DELETE' }).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** The first answer of a server that is starting. */
async function whenUp<T>(child: ChildProcess, ask: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isRefused = error instanceof TypeError;
      if (!isRefused || child.exitCode !== null || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** @throws {TypeError} when nobody listens there. */
async function send<T>(url: string, body?: object): Promise<T> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, body === undefined ? {} : post);
  const { value } = (await response.json()) as { value: T & { message?: string } };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.message}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
