/** Keys of a sorted list that begin with a text and are longer than it. */
export function* keysAfter(sorted: readonly string[], start: string): Generator<string> {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= start) low = middle + 1;
    else high = middle;
  }
  for (; low < sorted.length; low += 1) {
    const key = sorted[low] ?? '';
    if (!key.startsWith(start)) return;
    yield key;
  }
}
