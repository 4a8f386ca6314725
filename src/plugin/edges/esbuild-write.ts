import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { BuildResult, OutputFile } from 'esbuild';

/** Recognizes the file that esbuild prints if there is no output path. */
export function isStdout(path: string): boolean {
  return path.endsWith('<stdout>');
}

/** Repeats a check that esbuild makes only if it writes. @throws if a source would be overwritten */
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
 * Writes files like esbuild: unchanged files stay untouched, and files that only the previous build
 * wrote are removed.
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
