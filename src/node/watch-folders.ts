import {
  type Dirent,
  type FSWatcher,
  lstatSync,
  readdirSync,
  realpathSync,
  type Stats,
  watch as watchPath,
} from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { tryStat } from './files.ts';

/** Options of a folder watch. */
export interface FolderWatchOptions {
  /** Absolute paths of folders and files; missing ones are watched once they exist. */
  readonly roots: readonly string[];
  /** Excludes a path and everything below it. */
  readonly isIgnored: (path: string) => boolean;
  readonly onChange: (change: FolderChange) => void;
}

/** Change of one path. */
export interface FolderChange {
  readonly path: string;
  /** True if it is, or was, a folder. */
  readonly isFolder: boolean;
  /** `moved`: added, removed or replaced; `edited`: its bytes may have changed. */
  readonly kind: 'moved' | 'edited';
}

/** Watch that runs until it is closed. */
export interface FolderWatch {
  readonly close: () => void;
}

/** True on systems where one watch covers everything below a folder. Source: Node.js, `fs.watch`. */
const IS_RECURSIVE = process.platform === 'darwin' || process.platform === 'win32';
/** Interval in ms for checking that roots still exist: not every system reports their removal. */
const ROOT_POLL_MS = 500;

/**
 * Watches folders recursively and follows links. Opens one watch per folder and none for files:
 * systems allow a few thousand, fewer than an icon set has, and a change of one file must not require
 * checking all others.
 */
export function watchFolders({ roots, isIgnored, onChange }: FolderWatchOptions): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  /** Real paths, so that links cannot lead in circles. */
  const folders = new Map<string, string>();

  function openWatcher(
    path: string,
    at: string,
    listener: (event: string, name: string) => void,
  ): void {
    try {
      const watcher = watchPath(at, { recursive: IS_RECURSIVE && path === at }, (event, name) =>
        listener(event, name ?? ''),
      );
      // A path that cannot be watched any more is gone, which its parent folder reports.
      watcher.on('error', () => unwatch(path));
      watchers.set(path, watcher);
    } catch {
      // A path that cannot be watched is reported by the build.
    }
  }

  function addFolder(folder: string): void {
    if (watchers.has(folder) || isIgnored(folder)) return;
    const real = tryRealPath(folder);
    if (real === undefined || folders.has(real)) return;
    folders.set(real, folder);
    openWatcher(folder, folder, (event, name) => {
      if (!tryStat(folder)) unwatch(folder);
      handleEvent(join(folder, name), event === 'rename');
    });
    // Later entries are reported by the watch; existing ones are added here.
    for (const entry of entriesOf(folder)) addEntry(join(folder, entry.name), entry);
  }

  function addEntry(path: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      if (!IS_RECURSIVE) addFolder(path);
    } else if (entry.isSymbolicLink()) addLink(path);
  }

  /** Watches the target of a link, which changes elsewhere. */
  function addLink(path: string): void {
    if (watchers.has(path) || isIgnored(path)) return;
    const target = tryStat(path);
    if (target?.isDirectory()) addFolder(path);
    const real = tryRealPath(path);
    if (target?.isFile() && real !== undefined) {
      openWatcher(path, real, (event) => {
        // The target may have been replaced by another file.
        if (event === 'rename') {
          unwatch(path);
          addLink(path);
        }
        onChange({ path, isFolder: false, kind: 'edited' });
      });
    }
  }

  function handleEvent(path: string, isMoved: boolean): void {
    if (isIgnored(path)) return;
    if (!isMoved) {
      onChange({ path, isFolder: false, kind: 'edited' });
      return;
    }
    const wasFolder = watchers.has(path);
    const now = tryLstat(path);
    unwatch(path);
    if (now?.isSymbolicLink()) addLink(path);
    else if (now?.isDirectory() && !IS_RECURSIVE) addFolder(path);
    const probablyFolder = wasFolder || (!now && extname(path) === '');
    onChange({ path, isFolder: now?.isDirectory() || probablyFolder, kind: 'moved' });
  }

  function unwatch(path: string): void {
    for (const [each, watcher] of watchers) {
      if (each !== path && !each.startsWith(`${path}${sep}`)) continue;
      watcher.close();
      watchers.delete(each);
    }
    for (const [real, folder] of folders) if (!watchers.has(folder)) folders.delete(real);
  }

  function addRoot(root: string): void {
    if (tryStat(root)?.isDirectory()) addFolder(root);
    // A replaced file is a new one, so its folder is watched.
    else if (tryStat(root)) {
      openWatcher(root, dirname(root), (event, name) => {
        if (resolve(dirname(root), name) !== root) return;
        onChange({ path: root, isFolder: false, kind: event === 'rename' ? 'moved' : 'edited' });
      });
    }
  }

  for (const root of roots) addRoot(root);
  // A new folder can get the inode number of the old one.
  const stateOf = (root: string) => `${inodeOf(root)} ${watchers.has(root)}`;
  const states = new Map(roots.map((root) => [root, stateOf(root)]));
  const rootPoll = setInterval(() => {
    for (const root of roots) {
      if (stateOf(root) === states.get(root)) continue;
      unwatch(root);
      addRoot(root);
      states.set(root, stateOf(root));
      onChange({ path: root, isFolder: true, kind: 'moved' });
    }
  }, ROOT_POLL_MS);
  return {
    close() {
      clearInterval(rootPoll);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function tryLstat(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function tryRealPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Inode number, which differs for another file of the same name. */
function inodeOf(path: string): number | undefined {
  return tryStat(path)?.ino;
}
