import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Decoder, object, satisfying } from './decode.ts';
import { toolFingerprint } from './fingerprint.ts';
import { openRecords } from './records.ts';

/** Cache of icons that a browser renders like their sources, by everything that decides it. */
export interface VerifiedCache {
  /** @param parts everything that decides the result, besides our code */
  readonly keyOf: (parts: readonly (string | Uint8Array)[]) => string;
  readonly has: (key: string) => boolean;
  readonly add: (key: string) => void;
  readonly flush: () => void;
}

export const VERIFIED_FILE = 'verified.jsonl';

interface VerifiedRecord {
  readonly isEqual: true;
}

const decoder: Decoder<VerifiedRecord> = object<VerifiedRecord>({
  isEqual: satisfying((value): value is true => value === true, 'true'),
});

export function openVerifiedCache(folder: string): VerifiedCache {
  const records = openRecords<VerifiedRecord>(join(folder, VERIFIED_FILE), {
    write: (value) => value,
    read: decoder,
  });
  return {
    keyOf(parts) {
      const hash = createHash('sha256').update(toolFingerprint());
      for (const part of parts) hash.update(`\0${Buffer.byteLength(part)}\0`).update(part);
      return hash.digest('hex').slice(0, 32);
    },
    has: (key) => records.get(key) !== undefined,
    add: (key) => records.put(key, { isEqual: true }),
    flush: records.flush,
  };
}
