import type { Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DirectoryCache } from '../node/directory-cache.ts';
import { displayPath } from '../node/display-path.ts';

/** File or folder that looks like it has icons but is not part of the inputs. */
export interface SkippedFile {
  /** Path relative to the working folder; folders end with a slash. */
  readonly file: string;
  /** `file` or `folder`. */
  readonly what: string;
  readonly reason: string;
  readonly fix: string;
}

/** Reads a folder by its path relative to the working folder. */
type ReadFolder = (path: string) => readonly Dirent[];

/** Records files that a search skips. */
export interface SkippedFileRecorder {
  /** Wraps a reader of folders to record skipped entries. */
  readonly wrap: (readFolder: ReadFolder) => ReadFolder;
  /** Skipped files, in the order in which folders were read. */
  readonly list: () => readonly SkippedFile[];
}

/** Files that systems and editors leave behind: resource forks of macOS, locks of Emacs. */
const TOOL_FILES = /^\.(?:_|#|~)/;
/** Folders of tools, which contain no icons. */
const TOOL_FOLDERS =
  /^\.(?:git|svn|hg|bzr|jj|idea|vscode|vs|cache|next|nuxt|output|svelte-kit|astro|vite|turbo|parcel-cache|angular|yarn|pnpm.*|npm|venv|tox|Trash.*|fseventsd|Spotlight.*|DocumentRevisions.*)$/i;

/**
 * Finds hidden files and folders, and compressed SVG files, that would otherwise match a search.
 *
 * @param root folder of the search, relative to `cwd`
 * @param wouldMatch checks if the search would find a file without the leading dot
 */
export function openSkippedFiles({
  root,
  wouldMatch,
  cwd,
  directories,
}: {
  readonly root: string;
  readonly wouldMatch: (file: string) => boolean;
  readonly cwd: string;
  readonly directories: DirectoryCache;
}): SkippedFileRecorder {
  const skipped: SkippedFile[] = [];

  function inspectEntry(
    folder: string,
    { name, ...entry }: { name: string; isFolder: boolean },
  ): void {
    const file = displayPath(join(folder, name), cwd);
    // For files in a hidden folder, the folder is reported.
    if (isHidden(file.slice(root.length, -name.length))) return;
    if (entry.isFolder) {
      if (!name.startsWith('.') || TOOL_FOLDERS.test(name)) return;
      const svg = firstSvgIn(join(folder, name), directories);
      if (svg === undefined || !wouldMatch(`${file}/${svg}`)) return;
      const fix = `Name the folder itself in inputs if it contains icons (${file}); otherwise leave it out with exclude.`;
      skipped.push({ file: `${file}/`, what: 'folder', reason: 'its name begins with a dot', fix });
    } else if (/^\..*\.svg$|^\.svg$/i.test(name) && !TOOL_FILES.test(name)) {
      if (!wouldMatch(file)) return;
      const withoutDot = name.replace(/^\.+(?=.*\.svg$)/i, '');
      const suggestedName = /^\.?svg$/i.test(withoutDot) ? 'a name such as home.svg' : withoutDot;
      const fix = `Rename it to ${suggestedName} if it is an icon, or name the file itself in inputs; otherwise leave it out with exclude.`;
      skipped.push({ file, what: 'file', reason: 'its name begins with a dot', fix });
    } else if (/\.svgz$/i.test(name) && wouldMatch(file.replace(/z$/i, ''))) {
      const fix = `Decompress it: gunzip -c ${name} > ${name.replace(/z$/i, '')}.`;
      skipped.push({ file, what: 'file', reason: 'it is compressed', fix });
    }
  }

  return {
    wrap: (readFolder) => (path) => {
      const entries = readFolder(path);
      for (const entry of entries) {
        const { name } = entry;
        if (name.startsWith('.') || /z$/i.test(name)) {
          inspectEntry(resolve(cwd, path), { name, isFolder: entry.isDirectory() });
        }
      }
      return entries;
    },
    list: () => skipped,
  };
}

function isHidden(below: string): boolean {
  return below.split('/').some((part) => /^\.[^.]/.test(part));
}

/** First SVG file directly in a folder. */
function firstSvgIn(folder: string, directories: DirectoryCache): string | undefined {
  try {
    return directories
      .read(folder)
      .find(({ name }) => /\.svg$/i.test(name) && !TOOL_FILES.test(name))?.name;
  } catch {
    return undefined;
  }
}
