import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { byCodeUnit } from '../../core/names.ts';
import { displayPath } from '../../node/display-path.ts';
import { tryStat } from '../../node/files.ts';

/** Source code file of the app. */
export interface CodeFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** `undefined` if the bytes are not UTF-8. */
  readonly text: string | undefined;
}

const CODE_EXTENSIONS = 'js,jsx,mjs,cjs,ts,tsx,mts,cts';
const MARKUP_EXTENSIONS = 'vue,svelte,astro,html,htm';
/** Larger files are build output. In bytes. */
const MAX_BYTES = 2_000_000;

/**
 * Reads the files of globs and folders, sorted. Packages, hidden folders and excluded paths are
 * not read.
 *
 * @param excluded absolute paths of folders and files
 * @throws {BuildError} when one of the globs matches nothing.
 */
export function readCodeFiles(
  globs: readonly string[],
  cwd: string,
  excluded: readonly string[],
): readonly CodeFile[] {
  const isIncluded = (path: string) =>
    !excluded.some((each) => path === each || path.startsWith(`${each}/`));
  const negated = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const codeFiles = new Map<string, CodeFile>();
  for (const glob of globs.filter((each) => !each.startsWith('!'))) {
    const paths = expandGlob(glob, negated, cwd);
    if (paths.length === 0) {
      const args = { input: glob, cwd };
      throw new BuildError([diagnose('source-empty', { file: 'command line', args })]);
    }
    for (const path of paths.filter(isIncluded)) {
      const file = readCodeFile(path, cwd);
      if (file) codeFiles.set(path, file);
    }
  }
  return [...codeFiles.values()].sort((a, b) => byCodeUnit(a.file, b.file));
}

function expandGlob(glob: string, negated: readonly string[], cwd: string): readonly string[] {
  const path = resolve(cwd, glob);
  const stats = tryStat(path);
  if (stats?.isFile()) return [path];
  const escaped = fastGlob.escapePath(displayPath(path, cwd));
  const pattern = stats?.isDirectory()
    ? `${escaped}/**/*.{${CODE_EXTENSIONS},${MARKUP_EXTENSIONS}}`
    : glob;
  const normalized = pattern.replace(/^(\.\/)+/, '');
  return fastGlob.sync(normalized, {
    cwd,
    absolute: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ['**/node_modules/**', ...negated.map((each) => each.replace(/^(\.\/)+/, ''))],
  });
}

function readCodeFile(path: string, cwd: string): CodeFile | undefined {
  const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (![...CODE_EXTENSIONS.split(','), ...MARKUP_EXTENSIONS.split(',')].includes(extension))
    return undefined;
  if ((tryStat(path)?.size ?? 0) > MAX_BYTES) return undefined;
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  // A file that is not UTF-8 would be corrupted when written.
  const isText = Buffer.from(text).equals(bytes);
  return { path, file: displayPath(path, cwd), bytes, text: isText ? text : undefined };
}
