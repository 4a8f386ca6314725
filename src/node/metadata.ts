import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import type { IconMeta, Result } from '../core/types.ts';
import { type FileStat, readFileStat } from './cache/file-stat.ts';
import { type DirectoryCache, openDirectoryCache } from './directory-cache.ts';
import { displayPath } from './display-path.ts';
import { tryStat } from './files.ts';
import { metaProblem } from './meta-schema.ts';
import { linkTargetOutside, projectRoot, realPathOrSelf } from './project-root.ts';

/** Suffix of metadata files, in place of `.svg`. */
export const META_ENDING = '.meta.json';

/** Metadata by path of the source file, and the stats of the metadata files before they were read. */
export interface Metadata extends Result<ReadonlyMap<string, IconMeta>> {
  readonly files: Readonly<Record<string, FileStat>>;
}

/**
 * Reads the metadata of source files, and reports metadata without a source file.
 *
 * @param sourcePaths paths of the source files
 * @param directories cache of the folders that are read
 */
export async function readMetadata(
  sourcePaths: readonly string[],
  cwd: string,
  directories: DirectoryCache = openDirectoryCache(),
): Promise<Metadata> {
  const diagnostics: Diagnostic[] = [];
  const metas = new Map<string, IconMeta>();
  const files: Record<string, FileStat> = {};
  const sourceByMetaPath = new Map(
    sourcePaths.map((path) => [path.replace(/\.svg$/i, META_ENDING), path]),
  );
  for (const folder of [...new Set(sourcePaths.map((path) => dirname(path)))].sort(byCodeUnit)) {
    const entries = directories.read(folder).map(({ name }) => name);
    for (const entry of entries.filter((name) => name.endsWith(META_ENDING))) {
      const path = join(folder, entry);
      const file = displayPath(path, cwd);
      const source = sourceByMetaPath.get(path);
      if (source !== undefined) {
        const stat = readFileStat(path);
        if (stat) files[file] = stat;
        else directories.markUncacheable();
        const { value, diagnostics: problems } = await readMeta(path, file);
        metas.set(source, value);
        diagnostics.push(...problems);
      } else if (!hasSource(entry, entries)) {
        const svg = entry.replace(META_ENDING, '.svg');
        diagnostics.push(diagnose('meta-stale', { file, args: { svg } }));
      }
    }
  }
  return { value: metas, diagnostics, files };
}

function hasSource(meta: string, entries: readonly string[]): boolean {
  const source = meta.replace(META_ENDING, '.svg').toLowerCase();
  return entries.some((entry) => entry.toLowerCase() === source);
}

/** Maximum size of a metadata file. */
const MAX_META_BYTES = 1_000_000;

/** Reads one metadata file; empty, with a diagnostic, if it is invalid. */
export async function readMeta(path: string, file: string): Promise<Result<IconMeta>> {
  const invalid = (reason: string): Result<IconMeta> => ({
    value: {},
    diagnostics: [diagnose('meta-invalid', { file, args: { reason } })],
  });
  const folder = realPathOrSelf(dirname(path));
  const outside = linkTargetOutside(path, [folder, realPathOrSelf(projectRoot(folder))]);
  // The message would quote the file's beginning.
  if (outside !== undefined) return invalid('it is a link that leads out of the project.');
  const stats = tryStat(path);
  if (stats && !stats.isFile()) return invalid('it is not a regular file.');
  if (stats && stats.size > MAX_META_BYTES) return invalid('it is larger than a megabyte.');
  let json: unknown;
  try {
    // Some editors on Windows write a byte order mark, which JSON does not allow.
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return invalid(
      code === undefined ? `it is not JSON: ${message}.` : `it cannot be read: ${message}.`,
    );
  }
  const reason = metaProblem(json);
  return reason === undefined
    ? { value: json as IconMeta, diagnostics: [] }
    : invalid(`${reason}.`);
}
