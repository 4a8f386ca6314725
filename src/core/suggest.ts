import { closest, distance } from 'fastest-levenshtein';

/** ` Did you mean 'x'?` when one of the known words is near enough to be meant, else ''. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
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
