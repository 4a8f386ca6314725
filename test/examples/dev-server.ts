import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ENVIRONMENT } from './box.ts';

/** A development server in a process of its own. */
export interface DevServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the development server of an example.
 *
 * @param script of a package, and its arguments
 */
export async function startDevServer(
  cwd: string,
  [script = '', ...args]: readonly string[],
): Promise<DevServer> {
  const server = spawn(process.execPath, [installed(cwd, script), ...args], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'exit');
  let told = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      told += chunk;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(told) ?? [];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    ended.then(() => reject(new Error(`The server ended.\n${told}`)), reject);
  });
  return {
    url,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/** Path of an installed script, here or where all examples share it. */
function installed(cwd: string, script: string): string {
  const here = join(cwd, script);
  return existsSync(here) ? here : join(dirname(cwd), script);
}
