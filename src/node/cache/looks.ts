import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Keep } from '../../lint/types.ts';
import { type Decoder, object, optional } from './decode.ts';
import { openRecords } from './records.ts';

/** Cache of lint measurements, by symbol and by the code that measures. */
export interface LookCache {
  readonly keep: Keep;
  readonly flush: () => void;
}

export const LOOKS_FILE = 'looks.jsonl';

interface Kept {
  /** Missing if there is nothing to measure. */
  readonly value?: unknown;
}

/** Accepts any value; callers check it. */
const keptDecoder: Decoder<Kept> = object<Kept>({ value: optional((value) => value) });

/** @param context hash of the code that renders and measures */
export function openLookCache(folder: string, context: string): LookCache {
  const records = openRecords<Kept>(join(folder, LOOKS_FILE), {
    write: (kept) => kept,
    read: keptDecoder,
  });
  return {
    async keep<T>(
      what: string,
      symbol: string,
      make: () => Promise<T>,
      isRight: (value: unknown) => boolean = () => true,
    ): Promise<T> {
      const all = [context, what, symbol].join('\0');
      const key = createHash('sha256').update(all).digest('hex').slice(0, 32);
      const kept = records.get(key);
      if (kept && isRight(kept.value)) return kept.value as T;
      const value = await make();
      records.put(key, { value });
      return value;
    },
    flush: records.flush,
  };
}
