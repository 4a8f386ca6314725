import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Job, Worked, WorkedIcon } from '../work.ts';
import { openRecords } from './records.ts';

/** What a finished drawing is kept as; the file is the asker's. */
interface Kept {
  readonly bytes: number;
  readonly icon: Omit<WorkedIcon, 'plainSymbol'> & {
    /** Missing where it is the symbol. */
    readonly plainSymbol?: string;
  };
  readonly diagnostics: Worked['diagnostics'];
}

/** Finished drawings by all that decides what becomes of them. */
export interface IconCache {
  /** Whether there is anything in it. */
  readonly isEmpty: boolean;
  readonly keyOf: (job: Job, hash: string) => string;
  readonly get: (key: string, job: Job, hash: string) => Worked | undefined;
  /** Those that have errors are not kept: whoever mends them should see them gone at once. */
  readonly put: (key: string, worked: Worked) => void;
  /** Keys that were found or put in. */
  readonly used: ReadonlySet<string>;
  readonly flush: () => void;
}

export const RECORDS_FILE = 'icons.jsonl';

/** @param context stands for the settings and the code that icons are made by */
export function openIconCache(folder: string, context: string): IconCache {
  const records = openRecords<Kept>(join(folder, RECORDS_FILE));
  const used = new Set<string>();
  return {
    used,
    isEmpty: records.count === 0,
    keyOf({ id, color }, hash) {
      const all = [context, id, color, hash].join('\0');
      return createHash('sha256').update(all).digest('hex').slice(0, 32);
    },
    get(key, { file }, hash) {
      const kept = records.get(key);
      if (!kept) return undefined;
      used.add(key);
      const { bytes, icon, diagnostics } = kept;
      return {
        hash,
        bytes,
        icon: { ...icon, plainSymbol: icon.plainSymbol ?? icon.symbol },
        diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file })),
      };
    },
    put(key, { bytes, icon, diagnostics }) {
      if (!icon) return;
      used.add(key);
      const { symbol, plainSymbol, facts } = icon;
      const plain = plainSymbol === symbol ? {} : { plainSymbol };
      records.put(key, { bytes, icon: { symbol, ...plain, facts }, diagnostics });
    },
    flush: records.flush,
  };
}
