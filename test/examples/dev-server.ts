import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ENVIRONMENT } from './box.ts';
import type { Development } from './examples.ts';
import { serveFolder } from './serve-folder.ts';

/** An example that is being developed. */
export interface DevServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Where a server tells that it listens, or a bundler that it has built. */
const READY = /(http:\/\/127\.0\.0\.1:\d+)[\s/]|webpack .* compiled (?!with \d+ errors?)/;

/** Starts what an example is developed with, each command in a process of its own. */
export async function startDevServer(
  cwd: string,
  { commands, out }: Pick<Development, 'commands' | 'out'>,
): Promise<DevServer> {
  if (out !== undefined) rmSync(join(cwd, out), { recursive: true });
  const running = commands.map((command) => start(cwd, command));
  const stop = async () => {
    for (const each of running) await each.stop();
  };
  try {
    const url = await Promise.race(running.map(({ ready }) => ready));
    if (out === undefined) return { url: `${url}/`, stop };
    const site = await serveFolder(join(cwd, out));
    return { url: `${site.origin}/`, stop: () => stop().then(site.close) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A process, and what it tells that it is ready with: a URL, if it serves. */
interface Running {
  /** Never, for a process that tells of none; rejects if it ends. */
  readonly ready: Promise<string | undefined>;
  readonly stop: () => Promise<void>;
}

function start(cwd: string, [script = '', ...args]: readonly string[]): Running {
  const child = spawn(process.execPath, [installed(cwd, script), ...args], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let told = '';
  const ready = new Promise<string | undefined>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      told += chunk;
      const found = READY.exec(told);
      if (found) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => reject(new Error(`${script} ended.\n${told}`)), reject);
  });
  return {
    ready,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Path of an installed script, here or where all examples share it. */
function installed(cwd: string, script: string): string {
  const here = join(cwd, script);
  const above = dirname(cwd);
  return existsSync(here) || above === cwd ? here : installed(above, script);
}
