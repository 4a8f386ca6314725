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
  const { inputs, at = 0 } = cache?.last ?? {};
  const hash: typeof hashOf = (path, entry) =>
    cache && !cache.icons().isEmpty ? hashOf(path, entry) : undefined;
  return look(drawings, { seenBefore: (file) => inputs?.get(file), at, changed: undefined, hash });
}

/**
 * Looks at drawings again, at all of them or at those that are said to have changed and those that
 * are new. What is not looked at is taken to be as it was.
 */
export function lookAfter(
  drawings: readonly Found[],
  { at, seen }: Inputs,
  changed: ReadonlySet<string> | undefined,
): Inputs {
  return look(drawings, { seenBefore: (file) => seen.get(file), at, changed, hash: hashOf });
}

interface Before {
  readonly seenBefore: (file: string) => Seen | undefined;
  /** When that was, in ms. */
  readonly at: number;
  /** Paths to look at, besides those of files not seen before; all, where it is missing. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly hash: typeof hashOf;
}

function look(drawings: readonly Found[], { seenBefore, at, changed, hash }: Before): Inputs {
  const now = changed ? at : Date.now();
  const seen = new Map<string, Seen>();
  const looked = new Map<string, Signature | undefined>();
  // Once, where one file holds many drawings.
  const once = (path: string) => {
    if (!looked.has(path)) looked.set(path, signatureOf(path));
    return looked.get(path);
  };
  for (const { file, path, entry } of drawings) {
    const known = seenBefore(file);
    if (known && changed && !changed.has(path)) {
      seen.set(file, known);
      continue;
    }
    const is = entry === undefined ? signatureOf(path) : once(path);
    if (!is) continue;
    const isKnown = known && !changed && isUnchanged(is, known, at);
    seen.set(file, isKnown ? known : [...is, hash(path, entry) ?? '']);
  }
  // What is not looked at is only known as it was then.
  return { at: now, seen };
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

/** Characters that are taken together: each call into the system's library has its price. */
const CHUNK = 65_536;

/** Stands for all drawings, what is said of them, and what they are made into. */
export function keyOfBuild(context: string, drawings: readonly Found[], { seen }: Inputs): string {
  const hash = createHash('sha256').update(context);
  let text = '';
  for (const { name, folder, file, meta } of drawings) {
    text += `\n${name}\0${folder}\0${file}\0${seen.get(file)?.[4]}\0${JSON.stringify(meta)}`;
    if (text.length < CHUNK) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}
