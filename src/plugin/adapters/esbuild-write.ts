import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { BuildResult, OutputFile } from 'esbuild';

/** Recognizes the file that esbuild prints if there is no output path. */
export function isStdout(path: string): boolean {
  return path.endsWith('<stdout>');
}

/** Repeats a check that esbuild makes only if it writes. @throws if a source would be overwritten */
export function rejectOverwriting(
  { outputFiles = [] }: BuildResult,
  inputs: ReadonlySet<string>,
  root: string,
): void {
  const overwritten = outputFiles.find(({ path }) => inputs.has(resolve(path)));
  if (!overwritten) return;
  const name = relative(root, overwritten.path);
  throw new Error(
    `Refusing to overwrite input file "${name}" (use "allowOverwrite: true" to allow this)`,
  );
}

/**
 * Writes files like esbuild: unchanged files stay untouched, and files that only the previous build
 * wrote are removed.
 */
export function openWriter(): (files: readonly OutputFile[]) => Promise<void> {
  let previous: ReadonlySet<string> = new Set();
  return async (files) => {
    const current = new Set<string>();
    for (const { path, contents } of files) {
      if (isStdout(path)) {
        process.stdout.write(contents);
        continue;
      }
      current.add(path);
      if (await isUnchanged(path, contents)) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, contents);
    }
    for (const path of previous) if (!current.has(path)) await rm(path, { force: true });
    previous = current;
  };
}

async function isUnchanged(path: string, contents: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(contents);
  } catch {
    return false;
  }
}
