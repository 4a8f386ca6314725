import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { commitFiles, type FileOp } from '../node/commit-files.ts';
import { displayPath } from '../node/display-path.ts';

/** Report file to write. */
export interface ReportFile {
  /** Path relative to the working folder. */
  readonly path: string;
  readonly contents: string | Uint8Array;
}

/** Writes reports together: all or none. @throws {BuildError} when one cannot be written. */
export function writeReports(files: readonly ReportFile[], cwd: string): void {
  const steps = files.map(({ path, contents }): FileOp => {
    const target = resolve(cwd, path);
    const before = existsSync(target) ? () => readFileSync(target) : undefined;
    return { target, file: displayPath(target, cwd), before, after: () => Buffer.from(contents) };
  });
  commitFiles(steps, { confirm: () => {}, fsync: false });
}
