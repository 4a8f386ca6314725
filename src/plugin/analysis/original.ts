import { SourceMap } from 'node:module';
import type { Where } from '../../core/diagnostics.ts';

/** Source map, as bundlers provide it. */
export interface MapLike {
  readonly version: number;
  readonly sources: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/** Finds the position of code in the original file. */
export type PlaceOf = (start: number, end: number) => Where;

/**
 * Maps positions of code to the original file. Compilers may omit the map, or have one that leads to
 * their own output: then the words of the code are searched in the file.
 *
 * @param written text of the file; `undefined` if there is none
 */
export function originalPlaces(
  code: string,
  map: MapLike | undefined,
  written: string | undefined,
): PlaceOf {
  const mapped = mappedPlaces(code, map);
  const lines = written === undefined || written === code ? undefined : written.split(/\r?\n/);
  if (!lines) return mapped;
  return (start, end) => {
    const where = mapped(start);
    const words = wordsIn(code.slice(start, end));
    const line = lines[where.line - 1];
    if (line !== undefined && words.some((word) => indexOfWord(line, word, 0) >= 0)) return where;
    return searched(code, start, lines, words) ?? (line === undefined ? FIRST : where);
  };
}

const FIRST: Where = { line: 1, column: 1 };

/**
 * Finds the word that is rarest in the file. Candidates are the lines with the most words of the
 * code's line, or all places if a string is as frequent in the file as in the code. Of those, it
 * takes the one with the same index as in the code.
 */
function searched(
  code: string,
  start: number,
  lines: readonly string[],
  words: readonly string[],
): Where | undefined {
  let rarest: { readonly word: string; readonly places: readonly Where[] } | undefined;
  for (const word of words) {
    const places = placesOf(word, lines);
    if (places.length === 0 || (rarest && rarest.places.length <= places.length)) continue;
    rarest = { word, places };
  }
  if (!rarest) return undefined;
  const { word, places } = rarest;
  const before = placesOf(word, [code.slice(0, start)]).length;
  const isString = /["'`]/.test(code.charAt(start));
  const isOneEach = isString && placesOf(word, [code]).length === places.length;
  const likely = isOneEach ? places : mostAlike(lineAt(code, start), places, lines);
  return likely[Math.min(before, likely.length - 1)];
}

/** Selects the places whose lines have the most words of a line of code. */
function mostAlike(
  line: string,
  places: readonly Where[],
  lines: readonly string[],
): readonly Where[] {
  const words = wordsIn(line);
  const scores = places.map((place) => {
    const candidate = lines[place.line - 1] ?? '';
    return words.filter((word) => indexOfWord(candidate, word, 0) >= 0).length;
  });
  const best = Math.max(...scores);
  return places.filter((_, index) => scores[index] === best);
}

function lineAt(code: string, offset: number): string {
  const end = code.indexOf('\n', offset);
  return code.slice(code.lastIndexOf('\n', offset - 1) + 1, end < 0 ? code.length : end);
}

/** Names and identifiers in code. */
function wordsIn(code: string): readonly string[] {
  return [...new Set(code.match(WORD))];
}

const WORD: RegExp = /[\p{L}\p{N}\p{M}$_]+(?:-[\p{L}\p{N}\p{M}$_]+)*/gu;

function placesOf(word: string, lines: readonly string[]): readonly Where[] {
  return lines.flatMap((line, index) => {
    const places: Where[] = [];
    for (let at = indexOfWord(line, word, 0); at >= 0; at = indexOfWord(line, word, at + 1)) {
      places.push({ line: index + 1, column: at + 1 });
    }
    return places;
  });
}

/** Index of a word that is not part of another. */
function indexOfWord(line: string, word: string, from: number): number {
  for (let at = line.indexOf(word, from); at >= 0; at = line.indexOf(word, at + 1)) {
    const around = [line.charAt(at - 1), line.charAt(at + word.length)];
    if (!around.some((char) => /[\p{L}\p{N}\p{M}$_-]/u.test(char))) return at;
  }
  return -1;
}

/** Maps offsets in code to positions in the code, or in the source of its map. */
function mappedPlaces(code: string, map: MapLike | undefined): (offset: number) => Where {
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
