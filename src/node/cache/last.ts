import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { MeasuredBlock } from '../../emit/measured-blocks.ts';
import { isPathBelow } from '../paths-below.ts';
import type { BuildStats, SpriteStats } from '../stats.ts';
import {
  count,
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
  Undecodable,
} from './decode.ts';
import { diagnosticDecoder, writtenDiagnostic } from './diagnostic-codec.ts';
import { hashOf } from './hash.ts';
import { type KeptSearch, searchDecoder, writtenSearch } from './search.ts';
import { isSame, isSettled, type Signature, signatureOf } from './signature.ts';

/** File stat with the hash of the contents; '' if the file was not read. */
export type Seen = readonly [...Signature, hash: string];

/** Inputs and results of the last build of a configuration. */
export interface LastBuild {
  /** Time of the input snapshot, in ms. */
  readonly at: number;
  /** Hash of the configuration and the code. */
  readonly context: string;
  /** Cached search for source files; missing if each build has to search. */
  readonly search?: KeptSearch;
  /** Hash of everything that its outputs depend on. */
  readonly key: string;
  readonly stats: BuildStats;
  readonly diagnostics: readonly Diagnostic[];
  /** Source files by path, relative to the working folder. */
  readonly inputs: ReadonlyMap<string, Seen>;
  /** Keys of its icons in the cache. */
  readonly icons: readonly string[];
  /** Blocks of its sprites with their compressed sizes. */
  readonly blocks: readonly MeasuredBlock[];
  /** Outputs by path below the output folder, in the order in which they were written. */
  readonly outputs: Readonly<Record<string, Seen>>;
}

/** Version of the file format. */
const FORMAT = 3;

/** Build as written: lists of thousands in columns, which parse in half the time of rows. */
interface WrittenBuild
  extends Omit<LastBuild, 'inputs' | 'icons' | 'search' | 'diagnostics' | 'outputs'> {
  readonly format: typeof FORMAT;
  readonly files: readonly string[];
  /** Size, mtime, ctime and inode of each file, one after the other. */
  readonly numbers: readonly number[];
  /** Separated by spaces, like the keys. */
  readonly hashes: string;
  readonly icons: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: Readonly<Record<string, Seen>>;
  readonly search?: KeptSearch;
}

/** Reads the last build; `undefined` if there is none or it is invalid. */
export function readLast(path: string): LastBuild | undefined {
  try {
    return tryDecode(readFileSync(path, 'utf8'), lastDecoder);
  } catch {
    return undefined;
  }
}

const HASH = /^[\da-f]*$/;
const HASHES = /^[\da-f ]*$/;
const hash = matching(HASH, 'a hash');
const hashes = matching(HASHES, 'hashes');

const seenDecoder = satisfying(
  (value): value is Seen =>
    Array.isArray(value) &&
    value.length === 5 &&
    value.slice(0, 4).every(Number.isFinite) &&
    typeof value[4] === 'string' &&
    HASH.test(value[4]),
  'the stat of a file',
);

/** Checks a path of an output. Sprites may be outside of the output folder. */
function isOutputPath(path: string): boolean {
  return isPathBelow(path.replace(/^(\.\.\/)+/, ''));
}

const outputsDecoder: Decoder<LastBuild['outputs']> = (value) => {
  const outputs = record(seenDecoder)(value);
  if (!Object.keys(outputs).every(isOutputPath)) throw new Undecodable('paths below the folder');
  return outputs;
};

const statsDecoder = object<BuildStats>({
  icons: count,
  images: count,
  worked: count,
  sprites: list(object<SpriteStats>({ name: text, file: text, icons: count })),
  bytes: object({ before: count, after: count }),
});

const blockDecoder: Decoder<MeasuredBlock> = (value) => {
  const [digest, size] = list((each) => each)(value);
  return [text(digest), count(size)];
};

const writtenDecoder = object<WrittenBuild>({
  format: satisfying((value): value is typeof FORMAT => value === FORMAT, 'this format'),
  at: finite,
  context: hash,
  key: hash,
  stats: statsDecoder,
  diagnostics: list(diagnosticDecoder),
  blocks: list(blockDecoder),
  outputs: outputsDecoder,
  files: texts,
  numbers,
  hashes,
  icons: hashes,
  search: optional(searchDecoder),
});

const lastDecoder: Decoder<LastBuild> = (value) => {
  const {
    format: _,
    files,
    numbers: columns,
    hashes: joined,
    icons,
    ...last
  } = writtenDecoder(value);
  const each = joined.split(' ');
  if (columns.length !== files.length * 4 || each.length !== Math.max(files.length, 1)) {
    throw new Undecodable('a stat of each file');
  }
  return {
    ...last,
    inputs: new Map(files.map((file, index) => [file, seenIn(columns, each, index)])),
    icons: icons === '' ? [] : icons.split(' '),
  };
};

function seenIn(numbers: readonly number[], hashes: readonly string[], index: number): Seen {
  const [first, hash] = [index * 4, hashes[index]];
  const [size, mtimeMs] = [numbers[first], numbers[first + 1]];
  const [ctimeMs, ino] = [numbers[first + 2], numbers[first + 3]];
  return [size as number, mtimeMs as number, ctimeMs as number, ino as number, hash as string];
}

/** Serializes a build for {@link readLast}. */
export function writtenBuild({ inputs, icons, search, diagnostics, ...last }: LastBuild): string {
  const seen = [...inputs.values()];
  return JSON.stringify({
    ...{ format: FORMAT, ...last },
    diagnostics: diagnostics.map(writtenDiagnostic),
    files: [...inputs.keys()],
    numbers: seen.flatMap(([...each]) => each.slice(0, 4) as number[]),
    hashes: seen.map(([, , , , hash]) => hash).join(' '),
    icons: icons.join(' '),
    ...(search && { search: writtenSearch(search) }),
  });
}

/** Current stat and hash of a file; reads it only if its stat has changed. */
export function lookAgain(path: string, before: Seen | undefined, at: number): Seen | undefined {
  const now = signatureOf(path);
  if (!now) return undefined;
  if (before && isUnchanged(now, before, at)) return before;
  const hash = hashOf(path);
  return hash === undefined ? undefined : [...now, hash];
}

/** Checks if a file's stat proves that its contents are unchanged. */
export function isUnchanged(now: Signature, before: Seen, at: number): boolean {
  const [size, mtimeMs, ctimeMs, ino] = before;
  const then: Signature = [size, mtimeMs, ctimeMs, ino];
  return isSame(now, then) && isSettled(then, at);
}
