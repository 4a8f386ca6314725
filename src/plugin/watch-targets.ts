import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tryStat } from '../node/files.ts';
import { inputRoots } from '../node/watch-files.ts';
import type { PluginProject } from './project.ts';
import type { PluginSettings } from './settings.ts';

/** Files and folders that the icons depend on, for bundlers that watch them. Absolute paths. */
interface WatchTargets {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Targets for bundlers that watch folders recursively. */
export function watchTargets({ config, configPath }: PluginSettings): WatchTargets {
  const paths = [...(configPath === undefined ? [] : [configPath]), ...inputRoots(config)];
  const isFile = (path: string) => tryStat(path)?.isFile() === true;
  return { files: paths.filter(isFile), folders: paths.filter((path) => !isFile(path)) };
}

/** Targets for bundlers that watch single files, and of folders only their list of files. */
export function watchTargetsByFile({ settings, catalog }: PluginProject): WatchTargets {
  const { files, folders } = watchTargets(settings);
  const entries = folders.flatMap(entriesBelow);
  const sourcePaths = catalog().icons.map(({ source }) =>
    resolve(settings.config.cwd, source.file),
  );
  const relevantFiles = entries.filter(
    ({ isFolder, path }) => !isFolder && /\.(svg|meta\.json)$/i.test(path),
  );
  return {
    files: [...new Set([...files, ...sourcePaths, ...relevantFiles.map(({ path }) => path)])],
    folders: [
      ...new Set([
        ...[...folders, ...sourcePaths.map((path) => dirname(path))],
        ...entries.filter(({ isFolder }) => isFolder).map(({ path }) => path),
      ]),
    ],
  };
}

interface FolderEntry {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Lists all files and folders below a folder, without packages and hidden ones. */
function entriesBelow(folder: string): readonly FolderEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        const isFolder = entry.isDirectory();
        return [{ path, isFolder }, ...(isFolder ? entriesBelow(path) : [])];
      });
  } catch {
    // The folder may be gone, or be created later.
    return [];
  }
}
