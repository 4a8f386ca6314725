import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Runs a command in a process group of its own until our end of its standard input closes, which it
 * does however this process ends.
 */
const LEASH = '"$@" & read -r _; kill -TERM 0';

/** A program that ends with this process. */
export interface Child {
  readonly process: ChildProcess;
  end(): void;
}

export function startChild(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const options = { env: { ...process.env, ...env } };
  if (process.platform === 'win32') {
    const child = spawn(program, args, { ...options, stdio: 'ignore' });
    child.on('error', () => {});
    return { process: child, end: () => void child.kill() };
  }
  const child = spawn('/bin/sh', ['-c', LEASH, 'sh', program, ...args], {
    ...options,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  // The child is ended explicitly; until then, it is no reason for this process to stay.
  child.unref();
  return { process: child, end: () => void child.stdin.end() };
}
