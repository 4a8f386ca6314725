import { dirname, relative } from 'node:path';
import { nameFromPath } from '../core/names.ts';
import { projectPath, type Workspace } from './workspace.ts';

/** Folders that contain more than icons; their files become separate inputs. */
const BROAD_FOLDER =
  /^(\.|(src|app|public|assets|images|img|static)(\/(app|assets|images|img|static))?)$/;

/** Names of icons that an app imports as files. */
export interface ImportedIcons {
  /** Icon name of a file; `undefined` if two files would share it. */
  readonly nameOf: (path: string) => string | undefined;
  /** Adds the folder of a file to the inputs. */
  readonly addInput: (path: string) => void;
}

/**
 * Decides which folders become inputs, and names the icons in them.
 *
 * @param paths absolute paths of all imported files
 */
export function nameImportedIcons(paths: readonly string[], workspace: Workspace): ImportedIcons {
  const { cwd, settings } = workspace;
  const importFolders = paths.map((path) => projectPath(dirname(path), { cwd }));
  const iconFolders = [
    ...settings.folders,
    ...importFolders.filter((folder) => !BROAD_FOLDER.test(folder)),
  ];
  const unique = [...new Set(iconFolders)].sort((a, b) => a.length - b.length);
  const folders = unique.filter(
    (each, index) => !unique.slice(0, index).some((other) => each.startsWith(`${other}/`)),
  );
  const folderOf = (path: string) => {
    const file = projectPath(path, { cwd });
    return folders.find((each) => file.startsWith(`${each}/`));
  };
  const nameIn = (path: string) => {
    const folder = folderOf(path) ?? projectPath(dirname(path), { cwd });
    return nameFromPath(relative(folder, projectPath(path, { cwd })).replaceAll('\\', '/'));
  };
  const counts = new Map<string, number>();
  for (const path of new Set(paths)) {
    const name = nameIn(path);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    nameOf: (path) => (counts.get(nameIn(path)) === 1 ? nameIn(path) : undefined),
    addInput: (path) => void settings.folders.add(folderOf(path) ?? projectPath(path, { cwd })),
  };
}

/** Width and height of the root of an SVG; `undefined` if one is missing. */
export function svgSize(svg: string): readonly [width: string, height: string] | undefined {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? [];
  const [, width] = /\swidth\s*=\s*["']([^"']+)["']/.exec(root) ?? [];
  const [, height] = /\sheight\s*=\s*["']([^"']+)["']/.exec(root) ?? [];
  return width === undefined || height === undefined ? undefined : [width, height];
}
