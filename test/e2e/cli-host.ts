import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Run } from './run-cli.ts';

const HOST = fileURLToPath(new URL('cli-host.mjs', import.meta.url));

let host: ChildProcess | undefined;
/** Why the host said something that no call printed: a crash. */
let said = '';
let last: Promise<unknown> = Promise.resolve();

/** Runs the command line in the process that the test file shares, after all earlier calls. */
export function callHost(cwd: string, args: readonly string[]): Promise<Run> {
  const result = last.then(() => call(cwd, args));
  last = result.catch(() => {});
  return result;
}

function call(cwd: string, args: readonly string[]): Promise<Run> {
  host ??= start();
  const child = host;
  return new Promise((resolve, reject) => {
    const answered = (run: unknown) => {
      child.off('exit', ended);
      resolve(run as Run);
    };
    const ended = (code: number | null, signal: string | null) => {
      child.off('message', answered);
      host = undefined;
      reject(new Error(`'${args.join(' ')}' ended its process, with ${signal ?? code}:\n${said}`));
    };
    child.once('message', answered).once('exit', ended);
    child.send({ cwd, args, env: process.env });
  });
}

/** It ends when its channel does, with the test file. */
function start(): ChildProcess {
  const child = fork(HOST, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  return child;
}
