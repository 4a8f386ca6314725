/**
 * Number of arguments of a path command by the character code of its letter, in both cases; -1 for
 * other characters. Source: SVG 2, 9.3.
 */
export const ARGUMENT_COUNTS: Int8Array = createCounts();

function createCounts(): Int8Array {
  const counts = new Int8Array(128).fill(-1);
  for (const [count, letters] of ['Zz', 'HhVv', 'MmLlTt', '', 'QqSs', '', 'Cc', 'Aa'].entries()) {
    for (const letter of letters) counts[letter.charCodeAt(0)] = count;
  }
  return counts;
}
