/** Length from which a word may have one typo, and from which two. Short words have too many neighbors. */
const ONE_TYPO_LENGTH = 5;
const TWO_TYPOS_LENGTH = 8;

/** Number of typos that the search forgives in a word. */
export function allowedTypos(word: string): number {
  if (word.length < ONE_TYPO_LENGTH) return 0;
  return word.length < TWO_TYPOS_LENGTH ? 1 : 2;
}

/**
 * True if a word equals another, or its beginning, up to a few typos: an extra, missing or wrong
 * letter, or two swapped neighbors. The first letter must be right, or swapped with the second.
 */
export function isFuzzyMatch(word: string, other: string, maxEdits: number): boolean {
  const isSame = word[0] === other[0];
  const isSwapped = word[0] === other[1] && word[1] === other[0];
  if (!isSame && !isSwapped) return false;
  if (other.length < word.length - maxEdits) return false;
  const start = other.slice(0, word.length + maxEdits);
  return Math.min(...lastDistances(word, start, maxEdits)) <= maxEdits;
}

/** Number of typos between two words. */
export function typosBetween(word: string, other: string): number {
  return lastDistances(word, other).at(-1) ?? 0;
}

/**
 * Edit distances from a word to each prefix of another, the shortest first. Ends early, with larger
 * distances than `limit`, if all exceed it.
 */
function lastDistances(word: string, other: string, limit = Infinity): readonly number[] {
  let rowBeforeLast: number[] = [];
  let lastRow = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isEqual = word[row - 1] === other[column - 1];
      let least = Math.min(
        (lastRow[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (lastRow[column - 1] ?? 0) + (isEqual ? 0 : 1),
      );
      const isSwap = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && isSwap)
        least = Math.min(least, (rowBeforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > limit && Math.min(...lastRow) > limit) return current;
    [rowBeforeLast, lastRow] = [lastRow, current];
  }
  return lastRow;
}
