import type { FileStat } from './file-stat.ts';

/** File stat with the hash of the contents; '' if the file was not read. */
export type CachedStat = readonly [...FileStat, hash: string];

/** Stats of files by path. */
export type FileStats = Pick<
  ReadonlyMap<string, CachedStat>,
  'get' | 'size' | 'keys' | 'values' | typeof Symbol.iterator
>;

/** Stats of files, one column for each field: parsed in half the time of rows, and not copied. */
export interface StatColumns {
  readonly files: readonly string[];
  /** Size, mtime, ctime and inode of each file, one after the other. */
  readonly numbers: readonly number[];
  readonly hashes: readonly string[];
}

const FIELDS = 4;

/** Stats in columns, and changes of them. Rows are created on request. */
export class StatTable implements FileStats {
  readonly columns: StatColumns;
  /** Changed rows by index. */
  readonly changes: ReadonlyMap<number, CachedStat>;
  #indexes: ReadonlyMap<string, number> | undefined;

  constructor(columns: StatColumns, changes: ReadonlyMap<number, CachedStat> = new Map()) {
    this.columns = columns;
    this.changes = changes;
  }

  get size(): number {
    return this.columns.files.length;
  }

  get(file: string): CachedStat | undefined {
    const index = this.indexOf(file);
    return index === undefined ? undefined : this.at(index);
  }

  indexOf(file: string): number | undefined {
    this.#indexes ??= new Map(this.columns.files.map((each, index) => [each, index]));
    return this.#indexes.get(file);
  }

  at(index: number): CachedStat {
    const changed = this.changes.get(index);
    if (changed) return changed;
    const { numbers } = this.columns;
    const number = (field: number) => numbers[index * FIELDS + field] as number;
    return [number(0), number(1), number(2), number(3), this.columns.hashes[index] as string];
  }

  hashAt(index: number): string {
    return this.changes.get(index)?.[FIELDS] ?? (this.columns.hashes[index] as string);
  }

  /** Checks if the columns have the same stat, without creating a row. */
  isSameStatAt(index: number, stat: FileStat): boolean {
    const { numbers } = this.columns;
    const start = index * FIELDS;
    return (
      numbers[start] === stat[0] &&
      numbers[start + 1] === stat[1] &&
      numbers[start + 2] === stat[2] &&
      numbers[start + 3] === stat[3]
    );
  }

  withChanges(changes: ReadonlyMap<number, CachedStat>): StatTable {
    if (changes.size === 0) return this;
    return new StatTable(this.columns, new Map([...this.changes, ...changes]));
  }

  keys(): MapIterator<string> {
    return new Set(this.columns.files).keys();
  }

  *values(): Generator<CachedStat> {
    for (let index = 0; index < this.size; index++) yield this.at(index);
  }

  *[Symbol.iterator](): Generator<[string, CachedStat]> {
    for (const [index, file] of this.columns.files.entries()) yield [file, this.at(index)];
  }
}

/** Converts stats to columns. */
export function toColumns(stats: FileStats): StatColumns {
  if (stats instanceof StatTable && stats.changes.size === 0) return stats.columns;
  const rows = [...stats.values()];
  return {
    files: [...stats.keys()],
    numbers: rows.flatMap(([...row]) => row.slice(0, FIELDS) as number[]),
    hashes: rows.map((row) => row[FIELDS]),
  };
}
