import { closest, distance } from 'fastest-levenshtein';

/**
 * Returns ` Did you mean 'x'?` if one of the known words is similar, else ''. It never suggests the
 * word itself or one that looks just like it.
 */
export function suggestion(word: string, words: readonly string[]): string {
  const typed = word.normalize('NFC');
  const candidates = words.filter((candidate) => candidate.normalize('NFC') !== typed);
  if (candidates.length === 0) return '';
  const normalized = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const transposed = candidates.find((candidate) =>
    isTransposition(normalized(word), normalized(candidate)),
  );
  if (transposed !== undefined) return ` Did you mean '${transposed}'?`;
  const closestText = closest(
    normalized(word),
    candidates.map((candidate) => normalized(candidate)),
  );
  const closestWord = candidates.find(
    (candidate) => normalized(candidate) === closestText,
  ) as string;
  const isNear =
    distance(normalized(word), closestText) <= Math.max(1, Math.floor(closestText.length / 3));
  const prefixMatch = candidates.find(
    (candidate) => candidate.length > 2 && normalized(word).startsWith(normalized(candidate)),
  );
  if (!isNear && prefixMatch !== undefined) return ` Did you mean '${prefixMatch}'?`;
  return isNear ? ` Did you mean '${closestWord}'?` : '';
}

/** Checks whether two adjacent characters are swapped, which the distance above counts as two errors. */
function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
