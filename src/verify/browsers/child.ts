import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Runs a command in its own process group until its standard input closes, which happens in every
 * case when this process ends.
 */
const WATCHDOG = '"$@" & read -r _; kill -TERM 0';
/** {@link WATCHDOG} that removes a folder afterwards. */
const WATCHDOG_WITH_CLEANUP =
  'folder=$1; shift; "$@" & read -r _; trap "" TERM; kill -TERM 0; wait; rm -rf -- "$folder"';

/** A program that ends with this process. */
export interface Child {
  readonly process: ChildProcess;
  end(): void;
}

/** @param options.folder temporary folder of the program, which is removed when it has ended */
export function startChild(
  program: string,
  args: readonly string[],
  {
    env = {},
    folder,
  }: { readonly env?: Readonly<Record<string, string>>; readonly folder?: string } = {},
): Child {
  const options = { env: { ...process.env, ...env } };
  if (process.platform === 'win32') {
    const child = spawn(program, args, { ...options, stdio: 'ignore' });
    const removeFolder = () =>
      folder !== undefined && rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    child.on('error', () => {});
    child.on('exit', removeFolder);
    return { process: child, end: () => void child.kill() };
  }
  const scriptArgs =
    folder === undefined ? [WATCHDOG, 'sh'] : [WATCHDOG_WITH_CLEANUP, 'sh', folder];
  const child = spawn('/bin/sh', ['-c', ...scriptArgs, program, ...args], {
    ...options,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  // The child is ended explicitly; until then, it does not keep this process alive.
  child.unref();
  return { process: child, end: () => void child.stdin.end() };
}
