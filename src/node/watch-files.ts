import { relative, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import globParent from 'glob-parent';
import type { ResolvedConfig } from '../config/types.ts';
import { type FolderChange, watchFolders } from './watch-folders.ts';

/** Changes since the last report. */
export interface FileChanges {
  /** Absolute paths of files whose contents may have changed. */
  readonly changed: ReadonlySet<string>;
  /** Files that were added, removed or replaced; some editors replace files to save them. */
  readonly moved: ReadonlySet<string>;
  /** True if folders were added or removed or metadata changed, so that a new search is needed. */
  readonly isStructural: boolean;
}

/** Watch that runs until it is closed. */
export interface FileWatch {
  readonly close: () => void;
}

/** Debounce time in ms: after single changes, and after many, as from git. */
const DEBOUNCE_MS = { few: 4, many: 100 };
const MANY_FILES = 20;

/**
 * Reports changes below the inputs of a build, debounced.
 *
 * @param onChanges changes before it resolves are reported together afterwards; it must not reject
 */
export function watchFiles(
  config: ResolvedConfig,
  onChanges: (changes: FileChanges) => Promise<void>,
): FileWatch {
  const roots = inputRoots(config);
  const outputFolders = [config.out, config.publicDir].map((folder) => resolve(config.cwd, folder));
  let changed = new Set<string>();
  let moved = new Set<string>();
  let isStructural = false;
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isClosed = false;

  function onFolderChange({ path, isFolder, kind }: FolderChange): void {
    if (!isFolder && !isWatchedFile(path)) return;
    changed.add(path);
    if (kind === 'moved') moved.add(path);
    isStructural ||= isFolder || path.endsWith('.json');
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    if (isBusy || isClosed) return;
    timer = setTimeout(report, changed.size > MANY_FILES ? DEBOUNCE_MS.many : DEBOUNCE_MS.few);
  }

  async function report(): Promise<void> {
    const changes = { changed, moved, isStructural };
    changed = new Set();
    moved = new Set();
    isStructural = false;
    isBusy = true;
    await onChanges(changes);
    isBusy = false;
    if (changed.size > 0) schedule();
  }

  const watch = watchFolders({
    roots,
    isIgnored: (path) => isIgnored(path, roots, outputFolders),
    onChange: onFolderChange,
  });
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      watch.close();
    },
  };
}

/** Folders and files that the inputs of a build come from. */
export function inputRoots({ inputs, cwd }: ResolvedConfig): readonly string[] {
  const paths = inputs
    // Packages change only when they are installed again.
    .filter((input) => typeof input === 'string' && !input.startsWith('!'))
    .map(String)
    .map((input) => resolve(cwd, fastGlob.isDynamicPattern(input) ? globParent(input) : input));
  return [...new Set(paths)];
}

/** Ignores the same as the search for source files: hidden files, packages, and build outputs. */
function isIgnored(
  path: string,
  roots: readonly string[],
  outputFolders: readonly string[],
): boolean {
  const isIn = (out: string) => path === out || path.startsWith(`${out}${sep}`);
  if (outputFolders.some(isIn)) return !roots.includes(path);
  return roots.every((root) => {
    const below = relative(root, path).split(sep);
    return below.some((part) => part === 'node_modules' || /^\.[^.]/.test(part));
  });
}

function isWatchedFile(path: string): boolean {
  return /\.(svg|meta\.json)$/i.test(path);
}
