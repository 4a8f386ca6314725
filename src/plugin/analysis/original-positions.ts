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
 * @param originalText text of the file; `undefined` if there is none
 */
export function originalPositions(
  code: string,
  map: MapLike | undefined,
  originalText: string | undefined,
): PlaceOf {
  const mapped = mappedPositions(code, map);
  const lines =
    originalText === undefined || originalText === code ? undefined : originalText.split(/\r?\n/);
  if (!lines) return mapped;
  return (start, end) => {
    const where = mapped(start);
    const words = wordsIn(code.slice(start, end));
    const line = lines[where.line - 1];
    if (line !== undefined && words.some((word) => indexOfWord(line, word, 0) >= 0)) return where;
    return searchPosition(code, start, lines, words) ?? (line === undefined ? FIRST : where);
  };
}

const FIRST: Where = { line: 1, column: 1 };

/**
 * Finds the word that is rarest in the file. Candidates are the lines with the most words of the
 * code's line, or all places if a string is as frequent in the file as in the code. Of those, it
 * takes the one with the same index as in the code.
 */
function searchPosition(
  code: string,
  start: number,
  lines: readonly string[],
  words: readonly string[],
): Where | undefined {
  let rarest: { readonly word: string; readonly positions: readonly Where[] } | undefined;
  for (const word of words) {
    const positions = positionsOf(word, lines);
    if (positions.length === 0 || (rarest && rarest.positions.length <= positions.length)) continue;
    rarest = { word, positions };
  }
  if (!rarest) return undefined;
  const { word, positions } = rarest;
  const before = positionsOf(word, [code.slice(0, start)]).length;
  const isString = /["'`]/.test(code.charAt(start));
  const isOneEach = isString && positionsOf(word, [code]).length === positions.length;
  const candidates = isOneEach ? positions : mostSimilar(lineAt(code, start), positions, lines);
  return candidates[Math.min(before, candidates.length - 1)];
}

/** Selects the places whose lines have the most words of a line of code. */
function mostSimilar(
  line: string,
  positions: readonly Where[],
  lines: readonly string[],
): readonly Where[] {
  const words = wordsIn(line);
  const scores = positions.map((position) => {
    const candidate = lines[position.line - 1] ?? '';
    return words.filter((word) => indexOfWord(candidate, word, 0) >= 0).length;
  });
  const best = Math.max(...scores);
  return positions.filter((_, index) => scores[index] === best);
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

function positionsOf(word: string, lines: readonly string[]): readonly Where[] {
  return lines.flatMap((line, index) => {
    const positions: Where[] = [];
    for (let at = indexOfWord(line, word, 0); at >= 0; at = indexOfWord(line, word, at + 1)) {
      positions.push({ line: index + 1, column: at + 1 });
    }
    return positions;
  });
}

/** Index of a word that is not part of another. */
function indexOfWord(line: string, word: string, from: number): number {
  for (let at = line.indexOf(word, from); at >= 0; at = line.indexOf(word, at + 1)) {
    const neighbors = [line.charAt(at - 1), line.charAt(at + word.length)];
    if (!neighbors.some((char) => /[\p{L}\p{N}\p{M}$_-]/u.test(char))) return at;
  }
  return -1;
}

/** Maps offsets in code to positions in the code, or in the source of its map. */
function mappedPositions(code: string, map: MapLike | undefined): (offset: number) => Where {
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
