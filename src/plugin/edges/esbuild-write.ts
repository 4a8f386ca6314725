import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { BuildResult, OutputFile } from 'esbuild';

/** Whether a file is what esbuild prints where it is told of no file. */
export function isStdout(path: string): boolean {
  return path.endsWith('<stdout>');
}

/** esbuild asks this only of files that it writes by itself. @throws where a source would be lost */
export function refuseOverwriting(
  { outputFiles = [] }: BuildResult,
  inputs: ReadonlySet<string>,
  root: string,
): void {
  const lost = outputFiles.find(({ path }) => inputs.has(resolve(path)));
  if (!lost) return;
  const name = relative(root, lost.path);
  throw new Error(
    `Refusing to overwrite input file "${name}" (use "allowOverwrite: true" to allow this)`,
  );
}

/**
 * Writes files as esbuild does: those that are the same stay untouched, and what the build before
 * wrote and this one does not is removed.
 */
export function openWriter(): (files: readonly OutputFile[]) => Promise<void> {
  let written: ReadonlySet<string> = new Set();
  return async (files) => {
    const now = new Set<string>();
    for (const { path, contents } of files) {
      if (isStdout(path)) {
        process.stdout.write(contents);
        continue;
      }
      now.add(path);
      if (await isThere(path, contents)) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, contents);
    }
    for (const path of written) if (!now.has(path)) await rm(path, { force: true });
    written = now;
  };
}

async function isThere(path: string, contents: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(contents);
  } catch {
    return false;
  }
}
