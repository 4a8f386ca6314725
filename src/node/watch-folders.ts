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
export function watchFolders(options: FolderWatchOptions): FolderWatch {
  return new FolderWatcher(options);
}

class FolderWatcher implements FolderWatch {
  readonly #roots: readonly string[];
  readonly #isIgnored: (path: string) => boolean;
  readonly #onChange: (change: FolderChange) => void;
  /** Watches of the system, by path. */
  readonly #watchers = new Map<string, FSWatcher>();
  /** Watched folders by real path, so that links cannot lead in circles. */
  readonly #folders = new Map<string, string>();
  readonly #rootStates: Map<string, string>;
  readonly #rootPoll: NodeJS.Timeout;

  constructor({ roots, isIgnored, onChange }: FolderWatchOptions) {
    this.#roots = roots;
    this.#isIgnored = isIgnored;
    this.#onChange = onChange;
    for (const root of roots) this.#addRoot(root);
    this.#rootStates = new Map(roots.map((root) => [root, this.#stateOf(root)]));
    this.#rootPoll = setInterval(() => this.#pollRoots(), ROOT_POLL_MS);
  }

  close(): void {
    clearInterval(this.#rootPoll);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #addRoot(root: string): void {
    const stats = tryStat(root);
    if (stats?.isDirectory()) this.#addFolder(root);
    else if (stats) this.#addRootFile(root);
  }

  /** A replaced file is a new one, so its folder is watched. */
  #addRootFile(root: string): void {
    const folder = dirname(root);
    this.#openWatcher(root, folder, (event, name) => {
      if (resolve(folder, name) !== root) return;
      this.#report(root, event === 'rename' ? 'moved' : 'edited');
    });
  }

  /** Watches roots again that were replaced, or that exist now. */
  #pollRoots(): void {
    for (const root of this.#roots) {
      if (this.#stateOf(root) === this.#rootStates.get(root)) continue;
      this.#unwatch(root);
      this.#addRoot(root);
      this.#rootStates.set(root, this.#stateOf(root));
      this.#onChange({ path: root, isFolder: true, kind: 'moved' });
    }
  }

  /** A new folder can get the inode number of the old one, but not its watch. */
  #stateOf(root: string): string {
    return `${inodeOf(root)} ${this.#watchers.has(root)}`;
  }

  #addFolder(folder: string): void {
    if (this.#watchers.has(folder) || this.#isIgnored(folder)) return;
    const real = tryRealPath(folder);
    if (real === undefined || this.#folders.has(real)) return;
    this.#folders.set(real, folder);
    this.#openWatcher(folder, folder, (event, name) => {
      if (!tryStat(folder)) this.#unwatch(folder);
      this.#handleEvent(join(folder, name), event === 'rename');
    });
    // Later entries are reported by the watch; existing ones are added here.
    for (const entry of entriesOf(folder)) this.#addEntry(join(folder, entry.name), entry);
  }

  #addEntry(path: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      if (!IS_RECURSIVE) this.#addFolder(path);
    } else if (entry.isSymbolicLink()) this.#addLink(path);
  }

  /** Watches the target of a link, which changes elsewhere. */
  #addLink(path: string): void {
    if (this.#watchers.has(path) || this.#isIgnored(path)) return;
    const target = tryStat(path);
    if (target?.isDirectory()) this.#addFolder(path);
    const real = tryRealPath(path);
    if (target?.isFile() && real !== undefined) this.#addLinkedFile(path, real);
  }

  #addLinkedFile(path: string, real: string): void {
    this.#openWatcher(path, real, (event) => {
      // The target may have been replaced by another file.
      if (event === 'rename') {
        this.#unwatch(path);
        this.#addLink(path);
      }
      this.#report(path, 'edited');
    });
  }

  #handleEvent(path: string, isMoved: boolean): void {
    if (this.#isIgnored(path)) return;
    if (!isMoved) {
      this.#report(path, 'edited');
      return;
    }
    const wasFolder = this.#watchers.has(path);
    const now = tryLstat(path);
    this.#unwatch(path);
    if (now?.isSymbolicLink()) this.#addLink(path);
    else if (now?.isDirectory() && !IS_RECURSIVE) this.#addFolder(path);
    const probablyFolder = wasFolder || (!now && extname(path) === '');
    this.#onChange({ path, isFolder: now?.isDirectory() || probablyFolder, kind: 'moved' });
  }

  /** Reports a change of a file. */
  #report(path: string, kind: FolderChange['kind']): void {
    this.#onChange({ path, isFolder: false, kind });
  }

  #openWatcher(
    path: string,
    target: string,
    listener: (event: string, name: string) => void,
  ): void {
    try {
      const recursive = IS_RECURSIVE && path === target;
      const watcher = watchPath(target, { recursive }, (event, name) =>
        listener(event, name ?? ''),
      );
      // A path that cannot be watched any more is gone, which its parent folder reports.
      watcher.on('error', () => this.#unwatch(path));
      this.#watchers.set(path, watcher);
    } catch {
      // A path that cannot be watched is reported by the build.
    }
  }

  /** Ends the watches of a path and of everything below it. */
  #unwatch(path: string): void {
    for (const [each, watcher] of this.#watchers) {
      if (each !== path && !each.startsWith(`${path}${sep}`)) continue;
      watcher.close();
      this.#watchers.delete(each);
    }
    for (const [real, folder] of this.#folders) {
      if (!this.#watchers.has(folder)) this.#folders.delete(real);
    }
  }
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
