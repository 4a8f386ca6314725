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

/** A file that was seen: what the system said of it, and what it held. */
export type Seen = readonly [...Signature, hash: string];

/** What the last build of a configuration saw and made. */
export interface LastBuild {
  /** When its files were looked at, in ms. */
  readonly at: number;
  /** Stands for the configuration and the code. */
  readonly context: string;
  /** How its drawings were found; missing where they must be searched for each time. */
  readonly search?: KeptSearch;
  /** Stands for all that its outputs depend on. */
  readonly key: string;
  readonly stats: BuildStats;
  readonly diagnostics: readonly Diagnostic[];
  /** Drawings by path, relative to the working folder. */
  readonly inputs: ReadonlyMap<string, Seen>;
  /** Keys of its icons in the cache. */
  readonly icons: readonly string[];
  /** Parts of its sprites that were compressed to tell their size. */
  readonly blocks: readonly MeasuredBlock[];
  /** Outputs by path below the output folder, in the order in which they were written. */
  readonly outputs: Readonly<Record<string, Seen>>;
}

/** Stands for how a build is written, below. */
const FORMAT = 3;

/** A build as it is written: what there is thousands of in columns, read in half the time of rows. */
interface WrittenBuild
  extends Omit<LastBuild, 'inputs' | 'icons' | 'search' | 'diagnostics' | 'outputs'> {
  readonly format: typeof FORMAT;
  readonly files: readonly string[];
  /** Size, times of change and node of each file, one after the other. */
  readonly numbers: readonly number[];
  /** Separated by blanks, as the keys. */
  readonly hashes: string;
  readonly icons: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: Readonly<Record<string, Seen>>;
  readonly search?: KeptSearch;
}

/** The last build, or `undefined` where there is none that can be read. */
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
  'what was seen of a file',
);

/** Sprites may lie in a folder that is not below that of the other outputs. */
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
    throw new Undecodable('what was seen of each file');
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

/** What {@link readLast} reads. */
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

/** A file as it is now; read only where the system says that it may have changed. */
export function lookAgain(path: string, before: Seen | undefined, at: number): Seen | undefined {
  const now = signatureOf(path);
  if (!now) return undefined;
  if (before && isUnchanged(now, before, at)) return before;
  const hash = hashOf(path);
  return hash === undefined ? undefined : [...now, hash];
}

/** Whether the system says that a file holds what it held. */
export function isUnchanged(now: Signature, before: Seen, at: number): boolean {
  const [size, mtimeMs, ctimeMs, ino] = before;
  const then: Signature = [size, mtimeMs, ctimeMs, ino];
  return isSame(now, then) && isSettled(then, at);
}
