import { SourceMap } from 'node:module';
import type { Where } from '../../core/diagnostics.ts';

/** A source map, as bundlers hand it out. */
export interface MapLike {
  readonly version: number;
  readonly sources: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/** Tells places in code by line and column, those of the file as it was written if there is a map. */
export function originalPlaces(code: string, map: MapLike | undefined): (offset: number) => Where {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  const source = map?.mappings ? new SourceMap(map as never) : undefined;
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[line] ?? 0);
    const entry = source?.findEntry(line, column);
    if (entry && 'originalLine' in entry) {
      return { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
    }
    return { line: line + 1, column: column + 1 };
  };
}
