import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Job, ProcessResult } from '../process-icon.ts';
import { cachedIconDecoder, encodeIcon } from './icon-codec.ts';
import { openRecords } from './records.ts';

/** Cache of processed icons, by everything that decides the result. */
export interface IconCache {
  /** True if it had no entries when opened. */
  readonly isEmpty: boolean;
  readonly keyOf: (job: Job, hash: string) => string;
  /** Checks the shape of an entry, but not that its symbol is safe; callers do. */
  readonly get: (key: string, job: Job, hash: string) => ProcessResult | undefined;
  /** Adds a result, except those with errors, so that a fix shows at once. */
  readonly put: (key: string, result: ProcessResult) => void;
  /** Keys that were found or added. */
  readonly used: ReadonlySet<string>;
  readonly flush: () => void;
}

export const ICONS_FILE = 'icons.jsonl';

/** @param context hash of the settings and the code */
export function openIconCache(folder: string, context: string): IconCache {
  const records = openRecords(join(folder, ICONS_FILE), {
    write: encodeIcon,
    read: cachedIconDecoder,
  });
  const used = new Set<string>();
  return {
    used,
    isEmpty: records.isEmpty,
    keyOf({ id, color, verify = '' }, hash) {
      const all = [context, id, color, String(verify), hash].join('\0');
      return createHash('sha256').update(all).digest('hex').slice(0, 32);
    },
    get(key, { file }, hash) {
      const cached = records.get(key);
      if (!cached) return undefined;
      used.add(key);
      const { bytes, icon, diagnostics } = cached;
      const named = diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
      return { hash, bytes, icon, diagnostics: named };
    },
    put(key, { bytes, icon, diagnostics }) {
      if (!icon) return;
      used.add(key);
      records.put(key, { bytes, icon, diagnostics });
    },
    flush: records.flush,
  };
}
