import { createHash } from 'node:crypto';
import type { BuildCache } from './cache/build-cache.ts';
import { hashOf } from './cache/icons.ts';
import { isUnchanged, type Seen } from './cache/last.ts';
import { signatureOf } from './cache/signature.ts';
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
  for (const { file, path } of drawings) {
    const now = signatureOf(path);
    if (!now) continue;
    const known = inputs[file];
    if (known && isUnchanged(now, known, before)) seen.set(file, known);
    else seen.set(file, [...now, cache && !cache.icons().isEmpty ? (hashOf(path) ?? '') : '']);
  }
  return { at, seen };
}

/** Stands for all drawings, what is said of them, and what they are made into. */
export function keyOfBuild(context: string, drawings: readonly Found[], { seen }: Inputs): string {
  const hash = createHash('sha256').update(context);
  for (const { name, file, meta } of drawings) {
    hash.update(`\n${name}\0${file}\0${seen.get(file)?.[4]}\0${JSON.stringify(meta)}`);
  }
  return hash.digest('hex');
}
