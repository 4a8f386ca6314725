import { createHash } from 'node:crypto';
import type { BuildCache } from './cache/build-cache.ts';
import { hashOf } from './cache/hash.ts';
import { isUnchanged, type Seen } from './cache/last.ts';
import { type Signature, signatureOf } from './cache/signature.ts';
import type { Found } from './gather.ts';

/** File stats and hashes of a build's source files before any is processed. */
export interface Inputs {
  /** Time of the snapshot, in ms. */
  readonly at: number;
  /** By display path. The hash is '' if the file was not read. */
  readonly seen: ReadonlyMap<string, Seen>;
}

/** Takes a snapshot of source files. Hashes those that may have changed, unless the icon cache is empty. */
export function lookAtInputs(drawings: readonly Found[], cache: BuildCache | undefined): Inputs {
  const { inputs, at = 0 } = cache?.last ?? {};
  const hash: typeof hashOf = (path, entry) =>
    cache && !cache.icons().isEmpty ? hashOf(path, entry) : undefined;
  return look(drawings, { seenBefore: (file) => inputs?.get(file), at, changed: undefined, hash });
}

/**
 * Updates a snapshot: all source files, or only new ones and those in `changed`. The others count as
 * unchanged.
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
  /** Time of the previous snapshot, in ms. */
  readonly at: number;
  /** Paths to check besides those of new files. Default: all. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly hash: typeof hashOf;
}

function look(drawings: readonly Found[], { seenBefore, at, changed, hash }: Before): Inputs {
  const now = changed ? at : Date.now();
  const seen = new Map<string, Seen>();
  const looked = new Map<string, Signature | undefined>();
  // Once for a file that holds many icons.
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
  // Files that were not checked keep the time of the previous snapshot.
  return { at: now, seen };
}

/** Adds the hashes of files that were read after the snapshot. */
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

/** Number of characters to hash at a time: each call into OpenSSL has a cost. */
const CHUNK = 65_536;

/** Hash of all source files, their metadata and the build context. */
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
