import { createHash } from 'node:crypto';
import type { BuildCache } from './cache/build-cache.ts';
import { hashOf } from './cache/hash.ts';
import { isUnchanged, type Seen } from './cache/last.ts';
import { type Signature, signatureOf } from './cache/signature.ts';
import type { Found } from './gather.ts';

/** What is known of a build's drawings before any is worked on, by path. */
export interface Inputs {
  /** When they were looked at, in ms. */
  readonly at: number;
  /** The hash is '' where the file was not read. */
  readonly seen: ReadonlyMap<string, Seen>;
}

/** Looks at drawings; reads those that may have changed, if anything could be known of their bytes. */
export function lookAtInputs(drawings: readonly Found[], cache: BuildCache | undefined): Inputs {
  const at = Date.now();
  const seen = new Map<string, Seen>();
  const { inputs = {}, at: before = 0 } = cache?.last ?? {};
  const look = looker();
  for (const { file, path, entry } of drawings) {
    const now = look(path);
    if (!now) continue;
    const known = inputs[file];
    if (known && isUnchanged(now, known, before)) {
      seen.set(file, known);
      continue;
    }
    const isWorthReading = cache && !cache.icons().isEmpty;
    seen.set(file, [...now, isWorthReading ? (hashOf(path, entry) ?? '') : '']);
  }
  return { at, seen };
}

/**
 * Looks at drawings again, at all of them or at those that are said to have changed and those that
 * are new. What is not looked at is taken to be as it was.
 */
export function lookAfter(
  drawings: readonly Found[],
  before: Inputs,
  changed: ReadonlySet<string> | undefined,
): Inputs {
  // What is not looked at is only known as it was then.
  const at = changed ? before.at : Date.now();
  const seen = new Map<string, Seen>();
  const look = looker();
  for (const { file, path, entry } of drawings) {
    const known = before.seen.get(file);
    if (known && changed && !changed.has(path)) {
      seen.set(file, known);
      continue;
    }
    const now = look(path);
    if (!now) continue;
    const isKnown = known && !changed?.has(path) && isUnchanged(now, known, before.at);
    seen.set(file, isKnown ? known : [...now, hashOf(path, entry) ?? '']);
  }
  return { at, seen };
}

/** Looks at files, at each once: a file can hold many drawings. */
function looker(): (path: string) => Signature | undefined {
  const looked = new Map<string, Signature | undefined>();
  return (path) => {
    if (!looked.has(path)) looked.set(path, signatureOf(path));
    return looked.get(path);
  };
}

/** With the hashes of files that were read since they were looked at. */
export function withHashes(
  { at, seen }: Inputs,
  hashes: Iterable<readonly [string, string]>,
): Inputs {
  const all = new Map(seen);
  for (const [file, hash] of hashes) {
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0] = all.get(file) ?? [];
    all.set(file, [size, mtimeMs, ctimeMs, ino, hash]);
  }
  return { at, seen: all };
}

/** Stands for all drawings, what is said of them, and what they are made into. */
export function keyOfBuild(context: string, drawings: readonly Found[], { seen }: Inputs): string {
  const hash = createHash('sha256').update(context);
  for (const { name, folder, file, meta } of drawings) {
    hash.update(`\n${name}\0${folder}\0${file}\0${seen.get(file)?.[4]}\0${JSON.stringify(meta)}`);
  }
  return hash.digest('hex');
}
