/** ` Did you mean 'x'?` when one of the known words is similar enough, else ''. */
export function suggestion(word: string, known: readonly string[]): string {
  const wanted = plain(word);
  let nearest = '';
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const far = distance(wanted, plain(candidate));
    if (far < least) [nearest, least] = [candidate, far];
  }
  const near = Math.max(1, Math.floor(plain(nearest).length / 3));
  return least <= near ? ` Did you mean '${nearest}'?` : '';
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Levenshtein distance, computed row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
