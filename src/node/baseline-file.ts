import { resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { BASELINE_VERSION, type Baseline, serializeBaseline } from '../lint/baseline.ts';
import { count, DecodeError, type Decoder, object, record, tryDecode } from './cache/decode.ts';
import { displayPath } from './display-path.ts';
import { readIfExists, tryStat, writeFileAtomic } from './files.ts';

/** Name of the file that is used if the configuration names none. */
const DEFAULT_FILE = 'iconloom.baseline.json';

/** Longest file that is read, in bytes. */
const MAX_BYTES = 16_000_000;

/** Options that select a baseline. */
export interface BaselineChoice {
  readonly cwd: string;
  /** Path relative to the working folder; `false` for none. Default: the default file, if it exists. */
  readonly file: string | false | undefined;
}

/** Baseline with its file. */
export interface BaselineFile {
  /** Path for messages, relative to the working folder. */
  readonly file: string;
  readonly path: string;
  readonly exists: boolean;
  readonly baseline: Baseline;
}

/** Path and text of a baseline; `undefined` if there is none to use. */
export function findBaseline({ cwd, file }: BaselineChoice): {
  readonly path: string;
  readonly text: string | undefined;
} {
  const path = resolve(cwd, file || DEFAULT_FILE);
  if (file === false || (tryStat(path)?.size ?? 0) > MAX_BYTES) return { path, text: undefined };
  return { path, text: readIfExists(path) };
}

/**
 * Reads the baseline of a project.
 *
 * @param isUpdated true if it is written afterwards, so that it may be missing
 * @throws {BuildError} when it cannot be used.
 */
export function readBaseline(
  choice: BaselineChoice,
  { isUpdated }: { readonly isUpdated: boolean },
): BaselineFile {
  const { path, text } = findBaseline(choice);
  const file = displayPath(path, choice.cwd);
  const stat = tryStat(path);
  const fail = (reason: string): never => {
    throw new BuildError([baselineProblem(file, reason)]);
  };
  if (text === undefined) {
    if (stat) fail(stat.size > MAX_BYTES ? 'it is too large' : 'it cannot be read');
    if (choice.file !== undefined && !isUpdated) fail('it does not exist');
    return { file, path, exists: false, baseline: new Map() };
  }
  const version = tryDecode(text, versionDecoder)?.version;
  if (version !== undefined && version > BASELINE_VERSION)
    fail(`it has version ${version}, and this version of iconloom reads up to ${BASELINE_VERSION}`);
  const baseline = tryDecode(text, baselineDecoder) ?? fail('it is not a baseline of iconloom');
  return { file, path, exists: true, baseline };
}

/** Baseline for a build, which does not fail because of it: empty if it cannot be read. */
export function parseBaseline(text: string | undefined): Baseline {
  return (text === undefined ? undefined : tryDecode(text, baselineDecoder)) ?? new Map();
}

/**
 * Writes a baseline, unless it is the same.
 *
 * @throws {BuildError} when it cannot be written.
 */
export function writeBaseline({ path, file }: BaselineFile, baseline: Baseline): void {
  const text = serializeBaseline(baseline);
  if (readIfExists(path) === text) return;
  try {
    writeFileAtomic(path, text);
  } catch (error) {
    const reason = `it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
    throw new BuildError([baselineProblem(file, reason)]);
  }
}

function baselineProblem(file: string, reason: string): Diagnostic {
  return diagnose('baseline-invalid', { file, args: { reason } });
}

const versionDecoder = object<{ readonly version: number }>({ version: count });

const positive: Decoder<number> = (value) => {
  const number = count(value);
  if (number === 0) throw new DecodeError('a number above 0');
  return number;
};

const fileDecoder = object<{
  readonly version: number;
  readonly problems: Readonly<Record<string, Readonly<Record<string, number>>>>;
}>({ version: count, problems: record(record(positive)) });

const baselineDecoder: Decoder<Baseline> = (value) => {
  const { version, problems } = fileDecoder(value);
  if (version !== BASELINE_VERSION) throw new DecodeError('this version');
  return new Map(
    Object.entries(problems).map(([file, rules]) => [file, new Map(Object.entries(rules))]),
  );
};
