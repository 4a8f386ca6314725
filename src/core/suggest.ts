import { closest, distance } from 'fastest-levenshtein';

/**
 * Returns ` Did you mean 'x'?` if one of the known words is similar, else ''. It never suggests the
 * word itself or one that looks just like it.
 */
export function suggestion(word: string, words: readonly string[]): string {
  const typed = word.normalize('NFC');
  const known = words.filter((candidate) => candidate.normalize('NFC') !== typed);
  if (known.length === 0) return '';
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const swapped = known.find((candidate) => isSwap(plain(word), plain(candidate)));
  if (swapped !== undefined) return ` Did you mean '${swapped}'?`;
  const nearest = closest(
    plain(word),
    known.map((candidate) => plain(candidate)),
  );
  const meant = known.find((candidate) => plain(candidate) === nearest) as string;
  const isNear = distance(plain(word), nearest) <= Math.max(1, Math.floor(nearest.length / 3));
  const begun = known.find(
    (candidate) => candidate.length > 2 && plain(word).startsWith(plain(candidate)),
  );
  if (!isNear && begun !== undefined) return ` Did you mean '${begun}'?`;
  return isNear ? ` Did you mean '${meant}'?` : '';
}

/** Checks whether two adjacent characters are swapped, which the distance above counts as two errors. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
