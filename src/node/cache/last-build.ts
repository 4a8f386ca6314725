import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../core/diagnostics.ts';
import type {
  BuildSizes,
  BuildStats,
  CompressedSizes,
  PrecisionStats,
  SpriteStats,
} from '../../core/types.ts';
import type { MeasuredBlock } from '../../emit/measured-blocks.ts';
import { isSafeRelativePath } from '../safe-paths.ts';
import {
  count,
  DecodeError,
  type Decoder,
  finite,
  list,
  matching,
  numbers,
  object,
  optional,
  record,
  satisfying,
  text,
  texts,
  tryDecode,
} from './decode.ts';
import { diagnosticDecoder, encodeDiagnostic } from './diagnostic-codec.ts';
import { type FileStat, isReliable, isSameStat, readFileStat } from './file-stat.ts';
import {
  type EncodedGlobEntry,
  encodeGlobEntry,
  type GlobCacheEntry,
  globCacheEntryDecoder,
} from './glob-cache.ts';
import { hashFile } from './hash.ts';
import { type CachedStat, type FileStats, StatTable, toColumns } from './stat-table.ts';

export type { CachedStat } from './stat-table.ts';

/** Findings of rules in a build. */
export interface SavedLint {
  /** Hash of everything but the icons that they depend on. */
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Inputs and results of the last build of a configuration. */
export interface LastBuild {
  /** Time of the input snapshot, in ms. */
  readonly takenAt: number;
  /** Hash of the configuration and the code. */
  readonly context: string;
  /** Cached search for source files; missing if each build has to search. */
  readonly search?: GlobCacheEntry;
  /** Hash of everything that its outputs depend on. */
  readonly key: string;
  readonly stats: BuildStats;
  /** Missing if no summary has shown them yet. */
  readonly sizes?: BuildSizes;
  readonly diagnostics: readonly Diagnostic[];
  /** Missing if the build did not run rules. */
  readonly lint?: SavedLint;
  /** Source files by path, relative to the working folder. */
  readonly inputs: FileStats;
  /** Keys of its icons in the cache. */
  readonly icons: readonly string[];
  /** Blocks of its sprites with their compressed sizes. */
  readonly blocks: readonly MeasuredBlock[];
  /** Outputs by path below the output folder, in the order in which they were written. */
  readonly outputs: Readonly<Record<string, CachedStat>>;
}

/** Version of the file format. */
const FORMAT = 4;

/** Build as written: lists of thousands in columns, which parse in half the time of rows. */
interface EncodedBuild
  extends Omit<LastBuild, 'inputs' | 'icons' | 'search' | 'diagnostics' | 'outputs'> {
  readonly format: typeof FORMAT;
  readonly files: readonly string[];
  /** Size, mtime, ctime and inode of each file, one after the other. */
  readonly numbers: readonly number[];
  /** Separated by spaces, like the keys. */
  readonly hashes: string;
  readonly icons: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: Readonly<Record<string, CachedStat>>;
  /** Without a list of files if it is the same. */
  readonly search?: unknown;
}

/** Reads the last build; `undefined` if there is none or it is invalid. */
export function readLastBuild(path: string): LastBuild | undefined {
  try {
    return tryDecode(readFileSync(path, 'utf8'), lastBuildDecoder);
  } catch {
    return undefined;
  }
}

const HASH = /^[\da-f]*$/;
const HASHES = /^[\da-f ]*$/;
const hash = matching(HASH, 'a hash');
const hashes = matching(HASHES, 'hashes');

const cachedStatDecoder = satisfying(
  (value): value is CachedStat =>
    Array.isArray(value) &&
    value.length === 5 &&
    value.slice(0, 4).every(Number.isFinite) &&
    typeof value[4] === 'string' &&
    HASH.test(value[4]),
  'the stat of a file',
);

/** Checks a path of an output. Sprites may be outside of the output folder. */
function isOutputPath(path: string): boolean {
  return isSafeRelativePath(path.replace(/^(\.\.\/)+/, ''));
}

const outputsDecoder: Decoder<LastBuild['outputs']> = (value) => {
  const outputs = record(cachedStatDecoder)(value);
  if (!Object.keys(outputs).every(isOutputPath)) throw new DecodeError('paths below the folder');
  return outputs;
};

const statsDecoder = object<BuildStats>({
  icons: count,
  images: count,
  worked: count,
  sprites: list(object<SpriteStats>({ name: text, file: text, icons: count })),
  bytes: object({ before: count, after: count }),
  precision: optional(object<PrecisionStats>({ icons: list(count), saved: finite })),
});

const compressedDecoder = object<CompressedSizes>({ gzip: count, brotli: count });
const sizesDecoder = object<BuildSizes>({
  files: compressedDecoder,
  sprites: compressedDecoder,
  joined: optional(compressedDecoder),
});

const blockDecoder: Decoder<MeasuredBlock> = (value) => {
  const [digest, size] = list((each) => each)(value);
  return [text(digest), count(size)];
};

const encodedBuildDecoder = object<EncodedBuild>({
  format: satisfying((value): value is typeof FORMAT => value === FORMAT, 'this format'),
  takenAt: finite,
  context: hash,
  key: hash,
  stats: statsDecoder,
  sizes: optional(sizesDecoder),
  diagnostics: list(diagnosticDecoder),
  lint: optional(object<SavedLint>({ key: hash, diagnostics: list(diagnosticDecoder) })),
  blocks: list(blockDecoder),
  outputs: outputsDecoder,
  files: texts,
  numbers,
  hashes,
  icons: hashes,
  search: optional((value) => value),
});

const lastBuildDecoder: Decoder<LastBuild> = (value) => {
  const {
    format: _,
    files,
    numbers: columns,
    hashes: joined,
    icons,
    search,
    ...last
  } = encodedBuildDecoder(value);
  const each = joined.split(' ');
  if (columns.length !== files.length * 4 || each.length !== Math.max(files.length, 1)) {
    throw new DecodeError('a stat of each file');
  }
  return {
    ...last,
    inputs: new StatTable({ files, numbers: columns, hashes: each }),
    icons: icons === '' ? [] : icons.split(' '),
    ...(search !== undefined && { search: globCacheEntryDecoder({ files, ...Object(search) }) }),
  };
};

/** Serializes a build for {@link readLastBuild}. */
export function encodeLastBuild({
  inputs,
  icons,
  search,
  diagnostics,
  ...last
}: LastBuild): string {
  const { files, numbers, hashes } = toColumns(inputs);
  return JSON.stringify({
    ...{ format: FORMAT, ...last },
    diagnostics: diagnostics.map(encodeDiagnostic),
    files,
    numbers,
    hashes: hashes.join(' '),
    icons: icons.join(' '),
    ...(search && { search: withoutSameFiles(encodeGlobEntry(search), files) }),
  });
}

function withoutSameFiles(search: EncodedGlobEntry, files: readonly string[]): object {
  const { files: found, ...rest } = search;
  const isSame = found.length === files.length && found.every((file, i) => file === files[i]);
  return isSame ? rest : search;
}

/** Current stat and hash of a file; reads it only if its stat has changed. */
export function refreshStat(
  path: string,
  before: CachedStat | undefined,
  takenAt: number,
): CachedStat | undefined {
  const now = readFileStat(path);
  if (!now) return undefined;
  if (before && isUnchanged(now, before, takenAt)) return before;
  const hash = hashFile(path);
  return hash === undefined ? undefined : [...now, hash];
}

/** Checks if a file's stat proves that its contents are unchanged. */
export function isUnchanged(now: FileStat, before: CachedStat, takenAt: number): boolean {
  const [size, mtimeMs, ctimeMs, ino] = before;
  const then: FileStat = [size, mtimeMs, ctimeMs, ino];
  return isSameStat(now, then) && isReliable(then, takenAt);
}
