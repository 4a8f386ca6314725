import { join } from 'node:path';
import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { type LastBuild, lookAgain, type Seen } from './cache/last.ts';
import type { Found } from './gather.ts';
import { type Inputs, keyOfBuild, withHashes } from './inputs.ts';
import { isLocked } from './lock.ts';
import type { BuildStats } from './stats.ts';
import { temporariesBeside } from './temporary.ts';

/** What a build is told of by when nothing has changed since. */
export interface Memory {
  readonly stats: BuildStats;
  /** Problems other than those of finding the drawings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the outputs, in the order in which they were written. */
  readonly outputs: readonly string[];
}

/** What a build is about. */
export interface Subject {
  readonly drawings: readonly Found[];
  readonly inputs: Inputs;
  /** Absolute path of the output folder. */
  readonly out: string;
}

/**
 * The last build, where another would make the same of the same drawings, its outputs are as it
 * left them, and nothing is to be mended of a build that was killed.
 */
export function recall(cache: BuildCache, { drawings, inputs, out }: Subject): Memory | undefined {
  const { last, context } = cache;
  if (!last || last.key !== keyOfBuild(context, drawings, inputs)) return undefined;
  const outputs = standing(last, out);
  if (!outputs) return undefined;
  // Kept anew, since what was read this time need not be read the next.
  if (!isSettledAlready(last, inputs, outputs)) {
    cache.keep({ ...last, at: inputs.at, inputs: Object.fromEntries(inputs.seen), outputs });
  } else cache.touch();
  const { stats, diagnostics } = last;
  return { stats: { ...stats, worked: 0 }, diagnostics, outputs: Object.keys(outputs) };
}

/** Keeps a build that had no errors for the next one. */
export function remember(
  cache: BuildCache,
  { drawings, inputs, out }: Subject,
  made: Memory & { readonly hashes: Iterable<readonly [file: string, hash: string]> },
): void {
  const { stats, diagnostics } = made;
  if (diagnostics.some(isError)) return;
  const outputs = lookAtOutputs(made.outputs, out);
  if (!outputs) return;
  const read = withHashes(inputs, made.hashes);
  const key = keyOfBuild(cache.context, drawings, read);
  const seen = Object.fromEntries(read.seen);
  const used = [...cache.icons().used];
  cache.keep({ at: inputs.at, key, stats, diagnostics, inputs: seen, icons: used, outputs });
}

function standing(last: LastBuild, out: string): LastBuild['outputs'] | undefined {
  const paths = Object.keys(last.outputs);
  const seen = lookAtOutputs(paths, out, last);
  if (!seen || paths.some((path) => seen[path]?.[4] !== last.outputs[path]?.[4])) return undefined;
  if (isLocked(out)) return undefined;
  for (const path of paths) {
    if (temporariesBeside(join(out, path)).length > 0) return undefined;
  }
  return seen;
}

/** `undefined` where a file is missing. */
function lookAtOutputs(
  paths: readonly string[],
  out: string,
  last?: LastBuild,
): LastBuild['outputs'] | undefined {
  const seen: Record<string, Seen> = {};
  for (const path of paths) {
    const now = lookAgain(join(out, path), last?.outputs[path], last?.at ?? 0);
    if (!now) return undefined;
    seen[path] = now;
  }
  return seen;
}

/** Whether no file was read: what is unchanged is the very object that was loaded. */
function isSettledAlready(
  last: LastBuild,
  { seen }: Inputs,
  outputs: LastBuild['outputs'],
): boolean {
  for (const [file, now] of seen) if (now !== last.inputs[file]) return false;
  return Object.entries(outputs).every(([path, now]) => now === last.outputs[path]);
}
