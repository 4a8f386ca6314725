import { SourceMap as Lookup } from 'node:module';
import { type DecodedSourceMap, SourceMap } from 'magic-string';

/** Source map as in a file. */
export interface EncodedSourceMap {
  readonly version: number;
  readonly sources: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/**
 * Combines two source maps into one from code to its sources.
 *
 * @param outerMap map from the code to intermediate code
 * @param innerMap map from intermediate code to the sources
 */
export function joinMaps(outerMap: DecodedSourceMap, innerMap: EncodedSourceMap): EncodedSourceMap {
  const lookup = new Lookup(innerMap as never);
  const indexes = new Map(innerMap.sources.map((source, index) => [source, index]));
  const names = new Map<string, number>();
  const mappings = outerMap.mappings.map((line) =>
    line.flatMap((segment): MapSegment[] => {
      const [column, , innerLine, innerColumn] = segment;
      if (innerLine === undefined || innerColumn === undefined) return [];
      const entry = lookup.findEntry(innerLine, innerColumn) as Partial<MapEntry>;
      const { originalSource, originalLine, originalColumn, generatedLine } = entry;
      const source = indexes.get(originalSource ?? null);
      // An entry of an earlier line does not belong to this one.
      if (source === undefined || generatedLine !== innerLine) return [];
      if (originalLine === undefined || originalColumn === undefined) return [];
      const name = nameOf(entry.name, names);
      const target = [column, source, originalLine, originalColumn] as const;
      return [name === undefined ? target : [...target, name]];
    }),
  );
  const { sourcesContent } = innerMap;
  const joined = new SourceMap({
    file: '',
    sources: innerMap.sources as string[],
    names: [...names.keys()],
    ...(sourcesContent && { sourcesContent: sourcesContent as string[] }),
    mappings: mappings as never,
  });
  const { version, mappings: encoded } = joined;
  return { ...innerMap, version, names: [...names.keys()], mappings: encoded };
}

type MapSegment =
  | readonly [number, number, number, number]
  | readonly [number, number, number, number, number];

interface MapEntry {
  readonly generatedLine: number;
  readonly originalSource: string;
  readonly originalLine: number;
  readonly originalColumn: number;
  readonly name?: string;
}

function nameOf(name: string | undefined, names: Map<string, number>): number | undefined {
  if (name === undefined) return undefined;
  const index = names.get(name) ?? names.size;
  names.set(name, index);
  return index;
}
