import type { Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileSystemAdapter } from 'fast-glob';
import picomatch from 'picomatch';
import { displayPath } from './display-path.ts';
import type { Listings } from './listings.ts';

/** File or folder that looks like it has icons but is not part of the inputs. */
export interface PassedOver {
  /** Path relative to the working folder; folders end with a slash. */
  readonly file: string;
  /** `file` or `folder`. */
  readonly what: string;
  readonly reason: string;
  readonly fix: string;
}

type Folders = Pick<FileSystemAdapter, 'readdirSync'>;

/** Records files that a search skips. */
export interface PassedOverFiles {
  /** Wraps a file system adapter to record skipped entries. */
  readonly watching: (folders: Folders) => Folders;
  /** Skipped files, in the order in which folders were read. */
  readonly all: () => readonly PassedOver[];
}

/** Files that systems and editors leave behind: resource forks of macOS, locks of Emacs. */
const LEFT_BY_TOOLS = /^\.(?:_|#|~)/;
/** Folders of tools, which contain no icons. */
const OF_TOOLS =
  /^\.(?:git|svn|hg|bzr|jj|idea|vscode|vs|cache|next|nuxt|output|svelte-kit|astro|vite|turbo|parcel-cache|angular|yarn|pnpm.*|npm|venv|tox|Trash.*|fseventsd|Spotlight.*|DocumentRevisions.*)$/i;

/**
 * Finds hidden files and folders, and compressed SVG files, that would otherwise match a search.
 *
 * @param root folder of the search, relative to `cwd`
 * @param pattern glob of the search, relative to `cwd`
 * @param ignored globs of files not to report
 */
export function openPassedOver({
  root,
  pattern,
  ignored,
  cwd,
  listings,
}: {
  readonly root: string;
  readonly pattern: string;
  readonly ignored: readonly string[];
  readonly cwd: string;
  readonly listings: Listings;
}): PassedOverFiles {
  const found: PassedOver[] = [];
  const options = { dot: true, nocase: true };

  /** Checks if the search would find it without the leading dot. */
  function isMeant(file: string): boolean {
    return picomatch(pattern, options)(file) && !picomatch([...ignored], options)(file);
  }

  function look(folder: string, { name, ...entry }: { name: string; isFolder: boolean }): void {
    const file = displayPath(join(folder, name), cwd);
    // For files in a hidden folder, the folder is reported.
    if (isHidden(file.slice(root.length, -name.length))) return;
    if (entry.isFolder) {
      if (!name.startsWith('.') || OF_TOOLS.test(name)) return;
      const drawing = drawingIn(join(folder, name), listings);
      if (drawing === undefined || !isMeant(`${file}/${drawing}`)) return;
      const fix = `Name the folder itself in inputs if it contains icons (${file}); otherwise leave it out with exclude.`;
      found.push({ file: `${file}/`, what: 'folder', reason: 'its name begins with a dot', fix });
    } else if (/^\..*\.svg$|^\.svg$/i.test(name) && !LEFT_BY_TOOLS.test(name)) {
      if (!isMeant(file)) return;
      const plain = name.replace(/^\.+(?=.*\.svg$)/i, '');
      const better = /^\.?svg$/i.test(plain) ? 'a name such as home.svg' : plain;
      const fix = `Rename it to ${better} if it is an icon, or name the file itself in inputs; otherwise leave it out with exclude.`;
      found.push({ file, what: 'file', reason: 'its name begins with a dot', fix });
    } else if (/\.svgz$/i.test(name) && isMeant(file.replace(/z$/i, ''))) {
      const fix = `Decompress it: gunzip -c ${name} > ${name.replace(/z$/i, '')}.`;
      found.push({ file, what: 'file', reason: 'it is compressed', fix });
    }
  }

  return {
    watching: ({ readdirSync }) => {
      const watched = (path: string) => {
        const read = readdirSync as unknown as (path: string) => readonly Dirent[];
        const entries = read(path);
        for (const entry of entries) {
          const { name } = entry;
          if (name.startsWith('.') || /z$/i.test(name)) {
            look(resolve(cwd, path), { name, isFolder: entry.isDirectory() });
          }
        }
        return entries;
      };
      return { readdirSync: watched as unknown as FileSystemAdapter['readdirSync'] };
    },
    all: () => found,
  };
}

function isHidden(below: string): boolean {
  return below.split('/').some((part) => /^\.[^.]/.test(part));
}

/** First SVG file directly in a folder. */
function drawingIn(folder: string, listings: Listings): string | undefined {
  try {
    return listings
      .read(folder)
      .find(({ name }) => /\.svg$/i.test(name) && !LEFT_BY_TOOLS.test(name))?.name;
  } catch {
    return undefined;
  }
}
