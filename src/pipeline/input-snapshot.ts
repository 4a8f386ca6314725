import { createHash } from 'node:crypto';
import type { BuildCache } from '../node/cache/build-cache.ts';
import { type FileStat, isReliable, readFileStat } from '../node/cache/file-stat.ts';
import { hashFile, hashIconifyIcon } from '../node/cache/hash.ts';
import { isUnchanged } from '../node/cache/last-build.ts';
import { type CachedStat, type FileStats, StatTable } from '../node/cache/stat-table.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import type { SourceFile } from './collect-sources.ts';

/** File stats and hashes of a build's source files before any is processed. */
export interface InputSnapshot {
  /** Time of the snapshot, in ms. */
  readonly takenAt: number;
  /** By display path. The hash is '' if the file was not read. */
  readonly fileStats: FileStats;
}

/** Takes a snapshot of source files. Hashes those that may have changed, unless the icon cache is empty. */
export function snapshotInputs(
  sources: readonly SourceFile[],
  cache: BuildCache | undefined,
  sets: IconifySets,
): InputSnapshot {
  const { inputs, takenAt = 0 } = cache?.last ?? {};
  const hash: HashSource = (source) =>
    cache && !cache.icons().isEmpty ? hashSource(source, sets) : undefined;
  if (inputs instanceof StatTable && isListOf(sources, inputs)) {
    const now = Date.now();
    const fileStats = refreshTable(sources, inputs, { takenAt, hash });
    if (fileStats) return { takenAt: now, fileStats };
  }
  return takeSnapshot(sources, {
    previousStat: (file) => inputs?.get(file),
    takenAt,
    changed: undefined,
    hash,
  });
}

/** Checks if a table has exactly these files, in this order. */
function isListOf(sources: readonly SourceFile[], { columns: { files } }: StatTable): boolean {
  return (
    sources.length === files.length &&
    sources.every(({ file, entry }, index) => entry === undefined && file === files[index])
  );
}

/** Updates the stats of changed files. Returns the same table if there are none; `undefined` if a file is missing. */
function refreshTable(
  sources: readonly SourceFile[],
  table: StatTable,
  { takenAt, hash }: Pick<SnapshotBasis, 'takenAt' | 'hash'>,
): StatTable | undefined {
  const changes = new Map<number, CachedStat>();
  for (const [index, source] of sources.entries()) {
    const stat = readFileStat(source.path);
    if (!stat) return undefined;
    if (table.isSameStatAt(index, stat) && isReliable(stat, takenAt)) continue;
    changes.set(index, [...stat, hash(source) ?? '']);
  }
  return table.withChanges(changes);
}

/**
 * Updates a snapshot: all source files, or only new ones and those in `changed`. The others count as
 * unchanged.
 */
export function refreshSnapshot(
  sources: readonly SourceFile[],
  { takenAt, fileStats }: InputSnapshot,
  changed: ReadonlySet<string> | undefined,
  sets: IconifySets,
): InputSnapshot {
  return takeSnapshot(sources, {
    previousStat: (file) => fileStats.get(file),
    takenAt,
    changed,
    hash: (source) => hashSource(source, sets),
  });
}

interface SnapshotBasis {
  readonly previousStat: (file: string) => CachedStat | undefined;
  /** Time of the previous snapshot, in ms. */
  readonly takenAt: number;
  /** Paths to check besides those of new files. Default: all. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly hash: HashSource;
}

/** Hash of a source file's bytes; `undefined` if it is not read. */
type HashSource = (source: SourceFile) => string | undefined;

function hashSource({ path, entry }: SourceFile, sets: IconifySets): string | undefined {
  return entry === undefined ? hashFile(path) : hashIconifyIcon(path, entry, sets);
}

function takeSnapshot(
  sources: readonly SourceFile[],
  { previousStat, takenAt, changed, hash }: SnapshotBasis,
): InputSnapshot {
  const now = changed ? takenAt : Date.now();
  const fileStats = new Map<string, CachedStat>();
  const statsByPath = new Map<string, FileStat | undefined>();
  // Once for a file that has many icons.
  const statOnce = (path: string) => {
    if (!statsByPath.has(path)) statsByPath.set(path, readFileStat(path));
    return statsByPath.get(path);
  };
  for (const source of sources) {
    const { file, path, entry } = source;
    const previous = previousStat(file);
    if (previous && changed && !changed.has(path)) {
      fileStats.set(file, previous);
      continue;
    }
    const stat = entry === undefined ? readFileStat(path) : statOnce(path);
    if (!stat) continue;
    const isReusable = previous && !changed && isUnchanged(stat, previous, takenAt);
    fileStats.set(file, isReusable ? previous : [...stat, hash(source) ?? '']);
  }
  // Files that were not checked keep the time of the previous snapshot.
  return { takenAt: now, fileStats };
}

/** Adds the hashes of files that were read after the snapshot. */
export function withHashes(
  { takenAt, fileStats }: InputSnapshot,
  hashes: Iterable<readonly [string, string]>,
): InputSnapshot {
  if (fileStats instanceof StatTable) {
    return { takenAt, fileStats: tableWithHashes(fileStats, hashes) };
  }
  const all = new Map(fileStats);
  for (const [file, hash] of hashes) {
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0] = all.get(file) ?? [];
    all.set(file, [size, mtimeMs, ctimeMs, ino, hash]);
  }
  return { takenAt, fileStats: all };
}

function tableWithHashes(table: StatTable, hashes: Iterable<readonly [string, string]>): StatTable {
  const changes = new Map<number, CachedStat>();
  for (const [file, hash] of hashes) {
    const index = table.indexOf(file);
    if (index === undefined || table.hashAt(index) === hash) continue;
    const [size, mtimeMs, ctimeMs, ino] = table.at(index);
    changes.set(index, [size, mtimeMs, ctimeMs, ino, hash]);
  }
  return table.withChanges(changes);
}

/** Number of characters to hash at a time: each call into OpenSSL has a cost. */
const CHUNK = 65_536;

/** Keys of builds by their stats: a build asks again for the key to save. */
const keys = new WeakMap<FileStats, readonly [context: string, sources: unknown, key: string]>();

/** Hash of all source files, their metadata and the build context. */
export function keyOfBuild(
  context: string,
  sources: readonly SourceFile[],
  { fileStats }: InputSnapshot,
): string {
  const [ofContext, ofSources, cached] = keys.get(fileStats) ?? [];
  if (cached !== undefined && ofContext === context && ofSources === sources) return cached;
  const key = computeKey(context, sources, fileStats);
  keys.set(fileStats, [context, sources, key]);
  return key;
}

function computeKey(context: string, sources: readonly SourceFile[], fileStats: FileStats): string {
  const hash = createHash('sha256').update(context);
  let text = '';
  const hashOf =
    fileStats instanceof StatTable && isListOf(sources, fileStats)
      ? (_: string, index: number) => fileStats.hashAt(index)
      : (file: string) => fileStats.get(file)?.[4];
  for (const [index, { name, folder, file, meta }] of sources.entries()) {
    text += `\n${name}\0${folder}\0${file}\0${hashOf(file, index)}\0${JSON.stringify(meta)}`;
    if (text.length < CHUNK) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}
