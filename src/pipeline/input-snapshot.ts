import { createHash } from 'node:crypto';
import type { BuildCache } from '../node/cache/build-cache.ts';
import { type FileStat, readFileStat } from '../node/cache/file-stat.ts';
import { hashFile, hashIconifyIcon } from '../node/cache/hash.ts';
import { type CachedStat, isUnchanged } from '../node/cache/last-build.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import type { SourceFile } from './collect-sources.ts';

/** File stats and hashes of a build's source files before any is processed. */
export interface InputSnapshot {
  /** Time of the snapshot, in ms. */
  readonly takenAt: number;
  /** By display path. The hash is '' if the file was not read. */
  readonly fileStats: ReadonlyMap<string, CachedStat>;
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
  return takeSnapshot(sources, {
    previousStat: (file) => inputs?.get(file),
    takenAt,
    changed: undefined,
    hash,
  });
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
  const all = new Map(fileStats);
  for (const [file, hash] of hashes) {
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0] = all.get(file) ?? [];
    all.set(file, [size, mtimeMs, ctimeMs, ino, hash]);
  }
  return { takenAt, fileStats: all };
}

/** Number of characters to hash at a time: each call into OpenSSL has a cost. */
const CHUNK = 65_536;

/** Hash of all source files, their metadata and the build context. */
export function keyOfBuild(
  context: string,
  sources: readonly SourceFile[],
  { fileStats }: InputSnapshot,
): string {
  const hash = createHash('sha256').update(context);
  let text = '';
  for (const { name, folder, file, meta } of sources) {
    text += `\n${name}\0${folder}\0${file}\0${fileStats.get(file)?.[4]}\0${JSON.stringify(meta)}`;
    if (text.length < CHUNK) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}
