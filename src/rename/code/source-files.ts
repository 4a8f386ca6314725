import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { byCodeUnit } from '../../core/names.ts';
import { displayPath } from '../../node/display-path.ts';
import { tryStat } from '../../node/files.ts';

/** Source code file of the app. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** `undefined` if the bytes are not UTF-8. */
  readonly text: string | undefined;
}

const CODE = 'js,jsx,mjs,cjs,ts,tsx,mts,cts';
const MARKUP = 'vue,svelte,astro,html,htm';
/** Larger files are build output. In bytes. */
const MOST_BYTES = 2_000_000;

/**
 * Reads the files of globs and folders, sorted. Packages, hidden folders and excluded paths are
 * not read.
 *
 * @param leftOut absolute paths of folders and files
 * @throws {BuildError} when one of the globs matches nothing.
 */
export function readSources(
  globs: readonly string[],
  cwd: string,
  leftOut: readonly string[],
): readonly SourceFile[] {
  const isWanted = (path: string) =>
    !leftOut.some((each) => path === each || path.startsWith(`${each}/`));
  const negative = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const found = new Map<string, SourceFile>();
  for (const glob of globs.filter((each) => !each.startsWith('!'))) {
    const paths = pathsOf(glob, negative, cwd);
    if (paths.length === 0) {
      const args = { input: glob, cwd };
      throw new BuildError([diagnose('source-empty', { file: 'command line', args })]);
    }
    for (const path of paths.filter(isWanted)) {
      const file = readSource(path, cwd);
      if (file) found.set(path, file);
    }
  }
  return [...found.values()].sort((a, b) => byCodeUnit(a.file, b.file));
}

function pathsOf(glob: string, negative: readonly string[], cwd: string): readonly string[] {
  const path = resolve(cwd, glob);
  const stats = tryStat(path);
  if (stats?.isFile()) return [path];
  const escaped = fastGlob.escapePath(displayPath(path, cwd));
  const pattern = stats?.isDirectory() ? `${escaped}/**/*.{${CODE},${MARKUP}}` : glob;
  const plain = pattern.replace(/^(\.\/)+/, '');
  return fastGlob.sync(plain, {
    ...{ cwd, absolute: true, followSymbolicLinks: false, suppressErrors: true },
    ignore: ['**/node_modules/**', ...negative.map((each) => each.replace(/^(\.\/)+/, ''))],
  });
}

function readSource(path: string, cwd: string): SourceFile | undefined {
  const ending = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (![...CODE.split(','), ...MARKUP.split(',')].includes(ending)) return undefined;
  if ((tryStat(path)?.size ?? 0) > MOST_BYTES) return undefined;
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  // A file that is not UTF-8 would be corrupted when written.
  const isText = Buffer.from(text).equals(bytes);
  return { path, file: displayPath(path, cwd), bytes, text: isText ? text : undefined };
}
