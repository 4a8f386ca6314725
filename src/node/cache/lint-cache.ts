import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Memoize } from '../../lint/types.ts';
import { type Decoder, object, optional } from './decode.ts';
import { openRecords } from './records.ts';

/** Cache of lint measurements, by symbol and by the code that measures. */
export interface LintCache {
  readonly memoize: Memoize;
  readonly flush: () => void;
}

/** Name of earlier versions, so that their files are reused and pruned. */
export const LINT_FILE = 'looks.jsonl';

interface LintRecord {
  /** Missing if there is nothing to measure. */
  readonly value?: unknown;
}

/** Accepts any value; callers check it. */
const lintRecordDecoder: Decoder<LintRecord> = object<LintRecord>({
  value: optional((value) => value),
});

/** @param context hash of the code that renders and measures */
export function openLintCache(folder: string, context: string): LintCache {
  const records = openRecords<LintRecord>(join(folder, LINT_FILE), {
    write: (cached) => cached,
    read: lintRecordDecoder,
  });
  return {
    async memoize<T>(
      what: string,
      symbol: string,
      make: () => Promise<T>,
      isValid: (value: unknown) => boolean = () => true,
    ): Promise<T> {
      const all = [context, what, symbol].join('\0');
      const key = createHash('sha256').update(all).digest('hex').slice(0, 32);
      const cached = records.get(key);
      if (cached && isValid(cached.value)) return cached.value as T;
      const value = await make();
      records.put(key, { value });
      return value;
    },
    flush: records.flush,
  };
}
