import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { BuildStats } from '../stats.ts';
import { hashOf } from './hash.ts';
import { isSame, isSettled, type Signature, signatureOf } from './signature.ts';

/** A file that was seen: what the system said of it, and what it held. */
export type Seen = readonly [...Signature, hash: string];

/** What the last build of a configuration saw and made. */
export interface LastBuild {
  /** When its files were looked at, in ms. */
  readonly at: number;
  /** Stands for all that its outputs depend on. */
  readonly key: string;
  readonly stats: BuildStats;
  readonly diagnostics: readonly Diagnostic[];
  /** Drawings by path, relative to the working folder. */
  readonly inputs: Readonly<Record<string, Seen>>;
  /** Keys of its icons in the cache. */
  readonly icons: readonly string[];
  /** Outputs by path below the output folder, in the order in which they were written. */
  readonly outputs: Readonly<Record<string, Seen>>;
}

/** The last build, or `undefined` where there is none that can be read. */
export function readLast(path: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LastBuild;
  } catch {
    return undefined;
  }
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
