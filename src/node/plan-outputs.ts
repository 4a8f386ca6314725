import { join } from 'node:path';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import type { FileOp } from './commit-files.ts';
import { displayPath } from './display-path.ts';
import { previouslyWritten, readExisting, type WrittenFiles } from './existing-file.ts';
import type { BufferedFile } from './output-buffer.ts';
import { isStale, tempFilesBeside, tempFilesOf } from './temp-files.ts';

/** Status of one file of the output folder. */
export interface Change {
  /** Path below the output folder. */
  readonly path: string;
  readonly status: 'written' | 'unchanged' | 'removed';
}

/** Changes that bring an output folder up to date. */
export interface OutputPlan {
  readonly changes: readonly Change[];
  readonly ops: readonly FileOp[];
  /** Temporary files of killed builds, manifests first. */
  readonly staleTempFiles: readonly string[];
}

/** By path below the output folder. */
export type FilesByPath = ReadonlyMap<string, BufferedFile>;

/** Output folder and what this process knows of it. */
export interface OutputLocation {
  readonly out: string;
  /** Folder that paths in diagnostics are relative to. */
  readonly cwd: string;
  readonly written: WrittenFiles;
}

/** @param previousPaths paths that the last build wrote */
export function planOutputs(
  wanted: FilesByPath,
  previousPaths: readonly string[],
  { out, cwd, written }: OutputLocation,
): OutputPlan {
  const changes: Change[] = [];
  const ops: FileOp[] = [];
  for (const path of new Set([...wanted.keys(), ...previousPaths])) {
    const target = join(out, path);
    const file = displayPath(target, cwd);
    const after = wanted.get(path);
    const before =
      previouslyWritten(target, written) ?? readExisting(target, file, after !== undefined);
    if (!before && !after) continue;
    const isSame = after && before?.matches(after);
    changes.push({ path, status: !after ? 'removed' : isSame ? 'unchanged' : 'written' });
    if (!isSame) ops.push({ target, file, before: before?.bytes, after: after?.chunks });
  }
  const paths = [MANIFEST_FILE, ...wanted.keys(), ...previousPaths];
  return { changes, ops: manifestLast(ops, out), staleTempFiles: findStaleTempFiles(paths, out) };
}

export function isUpToDate({ ops, staleTempFiles }: OutputPlan): boolean {
  return ops.length === 0 && staleTempFiles.length === 0;
}

/** Moves the manifest to the end: it lists the other files, so it must change last. */
function manifestLast(ops: readonly FileOp[], out: string): readonly FileOp[] {
  const isManifest = ({ target }: FileOp) => target === join(out, MANIFEST_FILE);
  return [...ops.filter((op) => !isManifest(op)), ...ops.filter(isManifest)];
}

function findStaleTempFiles(paths: readonly string[], out: string): readonly string[] {
  const targets = paths.map((path) => join(out, path));
  // A stale manifest marks the other files as written, so it must be removed first.
  const found = [tempFilesOf(join(out, MANIFEST_FILE)), ...targets.map(tempFilesBeside)];
  return [
    ...new Set(
      found
        .flat()
        .filter(isStale)
        .map(({ path }) => path),
    ),
  ];
}
