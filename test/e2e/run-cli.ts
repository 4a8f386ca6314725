import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { callHost } from './cli-host.ts';
import { readTree, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line in a folder, as a script does: no terminal. All runs of a test file share
 * a process, one after the other.
 */
export function run(cwd: string, ...args: readonly string[]): Promise<Run> {
  return callHost({ cwd, args });
}

/** Runs it in a process of its own, with other variables in its environment. */
export function runWith(
  variables: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Run> {
  const env = { ...process.env, NODE_OPTIONS: '', ...variables };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd, env },
      (_, stdout, stderr) => void resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** Runs the command line in a new folder with these files. */
export async function runIn(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Run & { readonly cwd: string; readonly tree: (folder: string) => Tree }> {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  return { ...(await run(cwd, ...args)), cwd, tree: (folder) => readTree(join(cwd, folder)) };
}

/** The one JSON value that a run printed, on one line. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
export function jsonOf({ stdout }: Run): any {
  expect(stdout).toMatch(/^[{[].*[}\]]\n$/);
  return JSON.parse(stdout);
}
