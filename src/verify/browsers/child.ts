import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Runs a command in its own process group until its standard input closes, which happens in every
 * case when this process ends.
 */
const LEASH = '"$@" & read -r _; kill -TERM 0';
/** {@link LEASH} that removes a folder afterwards. */
const LEASH_WITH_FOLDER =
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
    const clean = () =>
      folder !== undefined && rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    child.on('error', () => {});
    child.on('exit', clean);
    return { process: child, end: () => void child.kill() };
  }
  const leash = folder === undefined ? [LEASH, 'sh'] : [LEASH_WITH_FOLDER, 'sh', folder];
  const child = spawn('/bin/sh', ['-c', ...leash, program, ...args], {
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
