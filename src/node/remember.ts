import { join } from 'node:path';
import { type Diagnostic, isError } from '../core/diagnostics.ts';
import { knowBlocks, measuredBlocks } from '../emit/measured-blocks.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { type LastBuild, lookAgain, type Seen } from './cache/last.ts';
import { keepSearch } from './found-before.ts';
import type { Gathered } from './gather.ts';
import { type Inputs, keyOfBuild, withHashes } from './inputs.ts';
import { isLocked } from './lock.ts';
import type { BuildStats } from './stats.ts';
import { temporariesBeside } from './temporary.ts';

/** Summary of the last build, reported if nothing has changed since. */
export interface Memory {
  readonly stats: BuildStats;
  /** Problems other than those of finding source files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the outputs, in the order in which they were written. */
  readonly outputs: readonly string[];
}

/** Sources and output folder of a build. */
export interface Subject {
  readonly found: Gathered;
  readonly inputs: Inputs;
  /** Absolute path of the output folder. */
  readonly out: string;
}

/**
 * Restores the last build if another one would make the same outputs, the outputs are unchanged, and
 * no killed build left anything to clean up.
 */
export function recall(cache: BuildCache, { found, inputs, out }: Subject): Memory | undefined {
  const { last, context } = cache;
  if (!last || last.key !== keyOfBuild(context, found.value, inputs)) return undefined;
  const outputs = standing(last, out);
  if (!outputs) return undefined;
  // Saved again, so that the next build need not read what this one read.
  const isFoundAnew = last.search?.trail.at !== found.trail?.at;
  if (isFoundAnew || !isSettledAlready(last, inputs, outputs)) {
    const { search: _, ...rest } = last;
    cache.keep({ ...rest, ...keepSearch(found), at: inputs.at, inputs: inputs.seen, outputs });
  } else cache.touch();
  const { stats, diagnostics } = last;
  return { stats: { ...stats, worked: 0 }, diagnostics, outputs: Object.keys(outputs) };
}

/** Saves a build without errors for the next one. */
export function remember(
  cache: BuildCache,
  { found, inputs, out }: Subject,
  made: Memory & { readonly hashes: Iterable<readonly [file: string, hash: string]> },
): void {
  const { stats, diagnostics } = made;
  if (diagnostics.some(isError)) return;
  const outputs = lookAtOutputs(made.outputs, out, cache.last);
  if (!outputs) return;
  const read = withHashes(inputs, made.hashes);
  const key = keyOfBuild(cache.context, found.value, read);
  const used = [...cache.icons().used];
  cache.keep({
    ...{ at: inputs.at, context: cache.context, ...keepSearch(found) },
    ...{ key, stats, diagnostics, inputs: read.seen, icons: used },
    ...{ blocks: measuredBlocks(), outputs },
  });
}

/** Takes data from the last build that speeds up the next one even if sources changed. */
export function knowLast({ last, context }: BuildCache): void {
  if (last?.context === context) knowBlocks(last.blocks);
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

/** `undefined` if a file is missing. */
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

/** Checks if no file was read: unchanged entries are the same objects as in the cache. */
function isSettledAlready(
  last: LastBuild,
  { seen }: Inputs,
  outputs: LastBuild['outputs'],
): boolean {
  for (const [file, now] of seen) if (now !== last.inputs.get(file)) return false;
  return Object.entries(outputs).every(([path, now]) => now === last.outputs[path]);
}
